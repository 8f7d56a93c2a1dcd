import type { BuildEnd } from '../docker/build.ts';
import { type Problem, UserError } from '../inputs/problem.ts';
import { buildProblem, stepLine } from '../report/build.ts';
import { cacheHasToWork, cacheNotice, cacheTexts, withoutCache } from './builder/cache.ts';
import { needsMore } from './builder/capability.ts';
import { type BuildFailure, isWorthAnotherTry } from './failure/failure.ts';
import { pushesItself } from './builder/frontend.ts';
import type { BuildOptions, BuildRequest, Cache } from './image.ts';
import { inputTagText } from './tag/input.ts';
import { imageLabels } from './builder/labels.ts';
import type { PlannedImage } from './planned.ts';
import type { BuildContext, Builder, BuildPorts } from './ports.ts';
import { type Step, Steps } from './progress/steps.ts';
import { tellRunning } from './progress/pulse.ts';
import type { BuildTarget, Solve } from './builder/target.ts';

/** An image that was built. */
export interface Built {
  /** Undefined where it waits in the engine, under `name`, to be pushed. */
  readonly digest: string | undefined;
  readonly name: string;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** How the one run ended: with all images, or with what was wrong. */
export interface Solved {
  readonly built: ReadonlyMap<string, Built>;
  readonly steps: readonly Step[];
  /** Undefined where all are built. By a builder that pushes itself some may be pushed all the same; none is tagged. */
  readonly problem: Problem | undefined;
}

/** Builds all of them in one run. Throws a UserError where that cannot begin. */
export async function buildPlanned(
  planned: readonly PlannedImage[],
  request: BuildRequest,
  context: BuildContext,
): Promise<Solved> {
  const [first, ...others] = planned;
  if (first === undefined) return { built: new Map(), steps: [], problem: undefined };
  const { builderName, isPushing, cache } = await chooseBuilder(request, context);
  const notice = cacheNotice(cache, context.environment);
  if (notice !== undefined && cacheHasToWork(cache)) throw new UserError(noCache(notice));
  if (notice !== undefined) context.log.say(notice);
  const created = await context.checkout.commitTime();
  const target = (image: PlannedImage): BuildTarget => targetOf(image, { cache, created, context });
  const targets: readonly [BuildTarget, ...BuildTarget[]] = [target(first), ...others.map(target)];
  const names = new Map(
    targets.map((one, index) => [one.name, engineName(one, planned[index], context.today())]),
  );
  const solve: Omit<Solve, 'metadataFile'> = {
    ...request.options,
    ...freshness(planned, request.options, isPushing),
    builder: builderName,
    targets,
    leaving: isPushing
      ? { kind: 'pushed' }
      : { kind: 'engine', name: ({ name }) => names.get(name) ?? name },
  };
  const end = await attempt(solve, context);
  if (end.kind === 'failed') return { built: new Map(), steps: end.steps, problem: toldProblem(end.failure, context) };
  const built = end.images.map(
    ({ target: { name }, digest, metadata }) =>
      [name, { digest: isPushing ? digest : undefined, name: names.get(name) ?? name, metadata }] as const,
  );
  return { built: new Map(built), steps: end.steps, problem: undefined };
}

/**
 * Without the layer cache where an image is too old: its layers would bring back just what is to be renewed. An engine
 * takes a base image that it has for the one of the registry, which the input digest names: it is made to ask.
 */
function freshness(
  planned: readonly PlannedImage[],
  { noCache, pull }: BuildOptions,
  isPushing: boolean,
): Pick<Solve, 'noCache' | 'pull'> {
  const hasBases = planned.some(({ described: { source } }) => source.bases.length > 0);
  return {
    noCache: noCache || planned.some(({ plan }) => plan.kind === 'build' && plan.why === 'too-old'),
    pull: pull || (!isPushing && hasBases && planned.every(({ basesAreKnown }) => basesAreKnown)),
  };
}

/** Under which name it waits in the engine: one tag that it is to have anyway, or one that nothing else has. */
function engineName({ uri }: BuildTarget, planned: PlannedImage | undefined, now: number): string {
  const tags = planned?.plan.newTags ?? [];
  const inputTag = planned === undefined ? '' : inputTagText(planned.input);
  return `${uri}:${tags.find((tag) => tag === inputTag) ?? tags[0] ?? `${inputTag}-${now}`}`;
}

function targetOf(
  { described: { spec, source, repository } }: PlannedImage,
  {
    cache,
    created,
    context,
  }: { readonly cache: Cache; readonly created: number | undefined; readonly context: BuildContext },
): BuildTarget {
  const { from, to } = cacheTexts(cache, { uri: repository.uri, scope: spec.name });
  return {
    name: spec.name,
    uri: repository.uri,
    context: source.context,
    dockerfile: source.dockerfile,
    target: spec.target,
    buildArgs: spec.buildArgs,
    buildContexts: spec.buildContexts,
    secrets: spec.secrets,
    ssh: spec.ssh,
    platforms: spec.platforms,
    labels: imageLabels(context.environment, { at: created }, spec.labels),
    annotations: spec.annotations,
    compression: spec.compression,
    cacheFrom: from,
    cacheTo: to,
  };
}

interface Choice {
  readonly builderName: string | undefined;
  readonly isPushing: boolean;
  readonly cache: Cache;
}

/** The builder that is there where it can do what is asked; else one made for this step. */
async function chooseBuilder(request: BuildRequest, { builder, log }: BuildContext): Promise<Choice> {
  const { machinery } = builder;
  const { cache, builder: asked } = request.options;
  if (pushesItself(machinery)) return { builderName: asked, isPushing: true, cache };
  const needs = needsMore(request);
  const isCaching = cache.kind !== 'none';
  if (machinery.frontend === 'buildx' && asked === undefined && (needs.length > 0 || isCaching)) {
    const made = await builder.extend();
    if ('name' in made) return { builderName: made.name, isPushing: true, cache };
    if (needs.length > 0) throw new UserError(noBuilder(needs, made.why));
    log.say(`No builder that keeps layers could be made, so none are kept: ${made.why}`);
  } else if (needs.length > 0) {
    throw new UserError(noBuilder(needs, `the builder ${asked ?? 'of the engine'} is one of the docker driver.`));
  } else if (isCaching) {
    log.say('The builder of the engine keeps no layers beyond this machine: the cache is not used.');
  }
  if (cacheHasToWork(cache)) throw new UserError(noCache('The builder of the engine keeps no layers beyond this machine.'));
  return { builderName: asked, isPushing: false, cache: { kind: 'none' } };
}

const noCache = (message: string): Problem => ({
  message,
  remedy: 'Name a builder that can, or take ignore-error=false out of the lines of cache.',
  input: 'cache',
});

const noBuilder = (needs: readonly string[], why: string): Problem => ({
  message: `No builder is there that can make ${needs.join(', ')}: ${why}`,
  remedy:
    'Make one in a step before, such as by docker/setup-buildx-action, and name it with the input builder.',
});

const ATTEMPTS = 4;
const FIRST_WAIT_MS = 2_000;

/**
 * Runs the builder; again, at most three times, where the registry was busy: what was built is in its cache. Once more
 * without a cache where that may be what failed.
 */
async function attempt(
  asked: Omit<Solve, 'metadataFile'>,
  context: BuildContext,
): Promise<Exclude<BuildEnd, { kind: 'cancelled' }>> {
  const { log } = context;
  let solve = asked;
  for (let tried = 1; ; tried += 1) {
    const end = await runOnce(solve, context);
    if (end.kind === 'built') return end;
    if (end.kind === 'cancelled' || context.signal.aborted) throw new UserError(CANCELLED);
    const uncached = withoutCache(solve, end.failure);
    if (uncached !== undefined) {
      log.say(`The builder cannot begin with the cache (${end.failure.message}): again without one.`);
      solve = uncached;
      continue;
    }
    if (tried >= ATTEMPTS || !isWorthAnotherTry(end.failure)) return end;
    await waitBefore(tried, end.failure, context);
  }
}

async function runOnce(solve: Omit<Solve, 'metadataFile'>, context: BuildContext): ReturnType<Builder['build']> {
  const { builder, clock, log } = context;
  const steps = new Steps(() => clock.now());
  const stop = tellRunning(() => steps.running, context);
  try {
    return await builder.build(solve, {
      steps,
      onStep: (step) => log.say(stepLine(step)),
      onLine: (line) => log.say(line),
    });
  } finally {
    stop();
  }
}

/** Waits before another try; says why. */
export async function waitBefore(
  tried: number,
  { message }: BuildFailure,
  { clock, chance, log, signal }: BuildPorts,
): Promise<void> {
  const wait = FIRST_WAIT_MS * 2 ** (tried - 1) * (0.5 + chance());
  log.say(`The registry is busy (${message}): again in ${Math.round(wait / 1_000)} s.`);
  await clock.sleep(wait, signal);
}

/** The last output goes to the log, where it has room. */
function toldProblem(failure: BuildFailure, { log }: BuildPorts): Problem {
  const output = failure.step?.output ?? [];
  if (output.length > 0) log.group(`Last output of ${failure.step?.name ?? 'the step'}`, output);
  return buildProblem(failure);
}

export const CANCELLED: Problem = {
  message: 'The step was cancelled before all of its images had their tags.',
  remedy: 'Run the job again: layers that were built may be in the cache.',
};
