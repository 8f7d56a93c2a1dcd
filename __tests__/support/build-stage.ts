import { buildImages } from '../../src/build/build.ts';
import type { BuildRequest } from '../../src/build/image.ts';
import { promoteImages } from '../../src/build/promote/promote.ts';
import type { PromotionRequest } from '../../src/build/promote/promotion.ts';
import { virtualClock, type VirtualClock } from '../../sandbox/clock.ts';
import { createSandbox, parseScenario, type Sandbox } from '../../sandbox/sandbox.ts';
import { buildRequest, DAY_MS, promotionRequest } from './build-request.ts';
import { type BuildRun, type Place, type RunOptions, runOver } from './build-run.ts';
import { digestOf, manifestOf, types } from './registry.ts';
import { registry, startOfTime } from './sandbox.ts';

/** A sandbox's registry, in process, and runs of build-push over it. */
export interface BuildStage {
  readonly sandbox: Sandbox;
  readonly clock: VirtualClock;
  /** Lets so many days pass. */
  pass(days: number): void;
  /** Runs the whole way of a request; what is not given is as `buildRequest` has it. */
  run(given?: Partial<BuildRequest>, options?: RunOptions): Promise<BuildRun>;
  /** Runs the whole way of a promotion; what is not given is as `promotionRequest` has it. */
  promote(given: Partial<PromotionRequest>, options?: RunOptions): Promise<BuildRun>;
  /** The digest that has a tag now. */
  holder(tag: string, repository?: string): string | undefined;
  /** Somebody else pushes an image of one layer under a tag; gives back its digest. */
  push(tag: string, content: string, repository?: string): string;
  /** The calls that changed something, in order: `operation repository`. */
  changes(): readonly string[];
}

export function buildStage(
  scenario = 'repositories: [{ name: web }, { name: api }]',
  {
    clock = virtualClock(startOfTime),
    elsewhere,
  }: { readonly clock?: VirtualClock; readonly elsewhere?: Sandbox } = {},
): BuildStage {
  const sandbox = createSandbox(parseScenario(scenario, 'scenario.yml'), clock);
  // No build is like another one, not even of the same input: what differs must not be told apart by luck.
  let builds = 0;
  const place: Place = {
    sandbox,
    clock,
    nextBuild: () => (builds += 1),
    ...(elsewhere === undefined ? {} : { elsewhere }),
  };
  const repositoryOf = (name: string) => {
    const found = sandbox.world.ecr.repositories.find((repository) => repository.name === name);
    if (found === undefined) throw new Error(`There is no repository ${name}.`);
    return found;
  };
  return {
    sandbox,
    clock,
    pass: (days) => clock.advance(days * DAY_MS),
    run: (given = {}, options = {}) => {
      const request = buildRequest(given);
      return runOver(place, (ports) => buildImages(request, ports), options);
    },
    promote: (given, options = {}) => {
      const request = promotionRequest(given);
      return runOver(place, (ports) => promoteImages(request, ports), options);
    },
    holder: (tag, repository = 'web') =>
      repositoryOf(repository).images.find(({ tags }) => tags.includes(tag))?.digest,
    push: (tag, content, name = 'web') => {
      const { images, layers } = repositoryOf(name);
      for (const text of [content, '{}']) layers.push({ digest: digestOf(text), size: text.length });
      const manifest = manifestOf(content);
      for (const { tags } of images) if (tags.includes(tag)) tags.splice(tags.indexOf(tag), 1);
      const digest = digestOf(manifest);
      images.push({ digest, tags: [tag], manifest, mediaType: types.manifest, pushedAt: clock.now() });
      return digest;
    },
    changes: () =>
      sandbox.requests
        .filter(({ mutating }) => mutating)
        .map(({ operation, input }) => `${operation} ${JSON.stringify(input['repositoryName'] ?? '')}`),
  };
}

/** The URI of a repository of the sandbox. */
export const uriOf = (repository: string): string => `${registry}/${repository}`;
