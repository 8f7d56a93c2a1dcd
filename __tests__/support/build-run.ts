import { awsClients } from '../../src/aws/clients.ts';
import { awsFailure } from '../../src/aws/errors.ts';
import { readFailure } from '../../src/build/failure/failure.ts';
import type { Machinery } from '../../src/build/builder/frontend.ts';
import { canonicalText } from '../../src/build/input-digest/canonical.ts';
import type { BuildOutcome } from '../../src/build/outcome.ts';
import type { Builder, BuildPorts } from '../../src/build/ports.ts';
import type { Step, Steps } from '../../src/build/progress/steps.ts';
import type { BuildTarget, Solve } from '../../src/build/builder/target.ts';
import { parsed, UserError } from '../../src/inputs/problem.ts';
import { buildProblems } from '../../src/report/build.ts';
import { failureProblem } from '../../src/report/failure.ts';
import type { VirtualClock } from '../../sandbox/clock.ts';
import { requestHandler } from '../../sandbox/request-handler.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import {
  type Content,
  copyContent,
  pullContent,
  pushContent,
  type RegistryClient,
} from './pushed-content.ts';
import { digestOf } from './registry.ts';

export interface RunOptions {
  /** What the runner says of this run; none of GitHub's variables unless given. */
  readonly environment?: BuildPorts['environment'];
  /** The files of the checkout, as one text. */
  readonly content?: string;
  /** The images that the Dockerfile names, each with what its registry has now; undefined where it does not say. */
  readonly bases?: Readonly<Record<string, string | undefined>>;
  /** Images of the registry that the build pulls before it can begin, with host and tag. */
  readonly pulls?: readonly string[];
  readonly machinery?: Machinery;
  /** What becomes of the attempt to make a builder. */
  readonly extend?: Awaited<ReturnType<Builder['extend']>>;
  /** What the builder, run by run, ends with instead of an image: the text that it writes. */
  readonly ends?: readonly string[];
  /** Happens while the builder runs, which reports to these steps. */
  readonly building?: (steps: Steps, cancel: () => void) => void;
  /** The same for pushes of the engine. */
  readonly pushEnds?: readonly string[];
  /** The same for copies from one repository to another. */
  readonly copyEnds?: readonly string[];
  /** Happens before each call that this run sends, to the API or to the registry. */
  readonly before?: (call: Call) => Promise<void> | void;
  readonly maxRetries?: number;
  /** The region of the job. */
  readonly region?: string;
}

export interface Call {
  /** Counted from 1. */
  readonly number: number;
  /** Such as `PutImage`; those to the registry have its method and path. */
  readonly operation: string;
  /** Ends the run as the runner does. */
  readonly cancel: () => void;
}

/** What one run did and said. */
export interface BuildRun {
  /** Undefined where it threw. */
  readonly outcome: BuildOutcome | undefined;
  readonly error: unknown;
  /** Of the error and of the images. */
  readonly problems: readonly string[];
  readonly lines: readonly string[];
  readonly warnings: readonly string[];
  /** The solves that the builder was asked for. */
  readonly solves: readonly Omit<Solve, 'metadataFile'>[];
  /** Regions that calls of the API were sent to. */
  readonly regions: readonly string[];
  readonly calls: readonly string[];
  readonly pushes: readonly string[];
  /** `SOURCE TARGET` each. */
  readonly copies: readonly string[];
  readonly logins: ReadonlyMap<string, string>;
  readonly extended: number;
  readonly closed: number;
}

/** The digest of the only image of a run, or what went wrong. */
export const digestIn = ({ outcome, problems }: BuildRun): string => {
  const [image] = outcome?.images ?? [];
  return problems.length > 0 || image === undefined ? problems.join(' ') : image.digest;
};

export interface Place {
  readonly sandbox: Sandbox;
  readonly clock: VirtualClock;
  readonly nextBuild: () => number;
  /** The registries of another region. */
  readonly elsewhere?: Sandbox;
}

type Act = (ports: BuildPorts) => Promise<BuildOutcome>;

export async function runOver(place: Place, act: Act, options: RunOptions): Promise<BuildRun> {
  const { sandbox, clock, elsewhere } = place;
  const sandboxes = [sandbox, ...(elsewhere === undefined ? [] : [elsewhere])];
  const { content = 'files', bases = {}, region = 'us-east-1' } = options;
  const runner = new AbortController();
  const { signal } = runner;
  const told = {
    lines: [] as string[],
    warnings: [] as string[],
    solves: [] as Omit<Solve, 'metadataFile'>[],
    regions: new Set<string>(),
    calls: [] as string[],
    pushes: [] as string[],
    copies: [] as string[],
    logins: new Map<string, string>() as ReadonlyMap<string, string>,
    extended: 0,
    closed: 0,
  };
  const before = async (operation: string): Promise<void> => {
    told.calls.push(operation);
    await options.before?.({ number: told.calls.length, operation, cancel: () => runner.abort() });
  };
  const sandboxIn = (region: string): Sandbox =>
    sandboxes.find(({ world }) => world.region === region) ?? sandbox;
  const handlers = new Map(sandboxes.map((each) => [each, requestHandler(each)]));
  const handler = requestHandler(sandbox);
  const aws = awsClients({
    region,
    maxRetries: options.maxRetries ?? 0,
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    requestHandler: {
      ...handler,
      handle: async (...[sent, how]: Parameters<typeof handler.handle>) => {
        const [, scope = ''] =
          /Credential=[^/]+\/\d+\/([^/]+)\//.exec(sent.headers['authorization'] ?? '') ?? [];
        told.regions.add(scope);
        await before(sent.headers['x-amz-target']?.split('.')[1] ?? '');
        // As the SDK's own handler: what is cut off already is not sent.
        if (signal.aborted) throw Object.assign(new Error('Request aborted'), { name: 'AbortError' });
        return (handlers.get(sandboxIn(scope)) ?? handler).handle(sent, how);
      },
    },
  });
  const ports: BuildPorts = {
    aws,
    clock: {
      now: () => clock.now(),
      timeout: () => new AbortController().signal,
      sleep: (milliseconds) => {
        clock.advance(milliseconds);
        return Promise.resolve();
      },
    },
    today: () => clock.now(),
    chance: () => 0.5,
    log: {
      say: (...lines) => told.lines.push(...lines),
      group: (title, lines) => told.lines.push(title, ...lines),
      warn: (text) => told.warnings.push(text),
    },
    signal,
    environment: options.environment ?? {},
    checkout: {
      source: async (image, shared) => {
        const text = canonicalText(image, shared, {
          context: { kind: 'tree', id: content, emptyFolders: [], permissions: [] },
          dockerfile: 'FROM scratch',
          builderPlatform: 'x64',
          sourceDateEpoch: undefined,
          buildContexts: new Map(),
        });
        return Promise.resolve(
          parsed({
            digest: digestOf(text).slice('sha256:'.length),
            bases: Object.keys(bases).sort(),
            files: 1,
            bytes: content.length,
            unseen: [],
            dockerfile: '/checkout/Dockerfile',
            context: '/checkout',
          }),
        );
      },
      commitTime: () => Promise.resolve(undefined),
    },
    openBuilder: (logins) => {
      told.logins = logins;
      const client: RegistryClient = { sandbox, logins, before };
      const engine = new Map<string, Content>();
      const ends = [...(options.ends ?? [])];
      const copyEnds = [...(options.copyEnds ?? [])];
      const pushEnds = [...(options.pushEnds ?? [])];
      return Promise.resolve({
        machinery: options.machinery ?? { frontend: 'buildx', driver: 'docker-container' },
        digestOf: (name) => Promise.resolve(bases[name]),
        extend: () => {
          told.extended += 1;
          return Promise.resolve(options.extend ?? { name: 'made' });
        },
        build: async (solve, { steps, onStep }) => {
          told.solves.push(solve);
          options.building?.(steps, () => runner.abort());
          const end = ends.shift();
          if (signal.aborted) return { kind: 'cancelled' };
          if (end !== undefined) return { kind: 'failed', failure: readFailure(end, []), steps: [] };
          const step: Step = {
            name: '[1/1] RUN make',
            took: 1_000,
            isCached: false,
            error: undefined,
            output: [],
          };
          onStep(step);
          for (const name of options.pulls ?? []) {
            const pulled = await pullContent(client, name);
            if (typeof pulled !== 'string') return { kind: 'failed', ...pulled, steps: [] };
          }
          const images = [];
          for (const target of solve.targets) {
            const made = contentOf(target, place.nextBuild());
            if (solve.leaving.kind === 'engine') {
              engine.set(solve.leaving.name(target), made);
              images.push({ target, digest: undefined, metadata: {} });
              continue;
            }
            const digest = await pushContent(client, target.uri, made);
            if (typeof digest !== 'string') return { kind: 'failed', failure: digest.failure, steps: [step] };
            images.push({ target, digest, metadata: { 'containerimage.digest': digest } });
          }
          return { kind: 'built', images, steps: [step] };
        },
        push: async (name) => {
          told.pushes.push(name);
          const end = pushEnds.shift();
          const made = engine.get(name);
          if (end !== undefined) return { failure: readFailure(end, []) };
          if (made === undefined) throw new Error(`The engine has no image ${name}.`);
          const colon = name.lastIndexOf(':');
          const digest = await pushContent(client, name.slice(0, colon), {
            ...made,
            tag: name.slice(colon + 1),
          });
          return typeof digest === 'string' ? { digest } : digest;
        },
        copy: async (source, target) => {
          told.copies.push(`${source} ${target}`);
          const end = copyEnds.shift();
          if (end !== undefined) return readFailure(end, []);
          const clientAt = (image: string): RegistryClient => {
            const [, region = ''] = /\.ecr\.([^.]+)\./.exec(image) ?? [];
            return { ...client, sandbox: sandboxIn(region) };
          };
          return copyContent([source, clientAt(source)], [target, clientAt(target)]);
        },
        close: () => {
          told.closed += 1;
          return Promise.resolve();
        },
      });
    },
  };
  const ended = await act(ports).then(
    (outcome) => ({ outcome, error: undefined, problems: buildProblems(outcome) }),
    (error: unknown) => ({ outcome: undefined, error, problems: problemsIn(error) }),
  );
  return {
    ...told,
    ...ended,
    regions: [...told.regions],
    problems: ended.problems.map(({ message, remedy }) => `${message} ${remedy}`),
  };
}

function problemsIn(error: unknown): readonly { readonly message: string; readonly remedy: string }[] {
  if (error instanceof UserError) return error.problems;
  const failure = awsFailure(error);
  if (failure === undefined) throw error;
  return [failureProblem(failure, 'us-east-1')];
}

const contentOf = ({ name, platforms }: BuildTarget, build: number): Content => ({
  layers: (platforms.length === 0 ? ['linux/amd64'] : platforms).map((platform) => ({
    platform,
    text: `${name} ${platform} ${build}`,
  })),
});
