import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { targetNames } from '../build/builder/bake.ts';
import { buildCommand, type Frontend } from '../build/builder/command.ts';
import type { DockerfileText } from '../build/failure/line.ts';
import { type BuildFailure, readFailure } from '../build/failure/failure.ts';
import { type BuiltImage, readMetadata } from '../build/builder/metadata.ts';
import { readProgress } from '../build/progress/event.ts';
import { PlainProgress } from '../build/progress/plain.ts';
import type { Step, Steps } from '../build/progress/steps.ts';
import type { Solve } from '../build/builder/target.ts';
import { ANSWER_LIMIT_MS } from './describe.ts';
import type { Docker } from './docker.ts';

/** How one run of the builder ended, and the steps that it took. */
export type BuildEnd =
  | { readonly kind: 'built'; readonly images: readonly BuiltImage[]; readonly steps: readonly Step[] }
  | { readonly kind: 'failed'; readonly failure: BuildFailure; readonly steps: readonly Step[] }
  | { readonly kind: 'cancelled' };

export interface BuildWatch {
  readonly signal: AbortSignal;
  /** Takes in what the builder reports. */
  readonly steps: Steps;
  /** A step that has ended. */
  readonly onStep: (step: Step) => void;
  /** A line of a builder that does not report steps. */
  readonly onLine: (line: string) => void;
}

/** Runs the builder once, to its end. */
export async function runBuild(
  docker: Docker,
  { frontend, ...solve }: Solve & { readonly frontend: Frontend },
  { signal, steps, onStep, onLine }: BuildWatch,
): Promise<BuildEnd> {
  const { args, stdin } = buildCommand(solve, frontend);
  const plain = new PlainProgress();
  const onErrorLine = (line: string): void => {
    const event = frontend === 'plain' ? plain.read(line) : readProgress(line);
    if (event !== undefined) for (const step of steps.add(event)) onStep(step);
    else if (frontend === 'plain' && line.trim() !== '') onLine(line);
  };
  const { exitCode, stderr } = await docker.run(args, { stdin, onErrorLine });
  if (exitCode === 0) {
    const metadata = frontend === 'plain' ? undefined : await readFile(solve.metadataFile, 'utf8');
    return { kind: 'built', images: readMetadata(solve.targets, metadata), steps: steps.ended };
  }
  if (signal.aborted) return { kind: 'cancelled' };
  const failure = readFailure(stderr, steps.ended, await dockerfilesOf(solve, docker.cwd));
  return { kind: 'failed', failure: await withUse(failure, docker, solve.builder), steps: steps.ended };
}

/** The Dockerfiles of all images, named relative to the checkout. */
async function dockerfilesOf(
  { targets }: Pick<Solve, 'targets'>,
  checkout: string,
): Promise<readonly DockerfileText[]> {
  return Promise.all(
    [...targetNames(targets)].map(async ([{ name, dockerfile }, target]) => ({
      target,
      image: name,
      path: relative(checkout, dockerfile),
      text: await readFile(dockerfile, 'utf8').catch(() => ''),
    })),
  );
}

/** Beside what the step wrote, what fills the disks of engine and builder where one is full. */
async function withUse(
  failure: BuildFailure,
  docker: Docker,
  builder: string | undefined,
): Promise<BuildFailure> {
  if (failure.kind !== 'disk-full') return failure;
  const named = builder === undefined ? [] : ['--builder', builder];
  const [engine, cache] = await Promise.all([
    docker.run(['system', 'df'], { limit: ANSWER_LIMIT_MS }),
    docker.run(['buildx', 'du', ...named], { limit: ANSWER_LIMIT_MS }),
  ]);
  const { name = 'the build', output = [] } = failure.step ?? {};
  const totals = cache.stdout
    .trim()
    .split('\n')
    .filter((line) => /^\w+:/.test(line));
  const use = [
    '',
    'Not of the step, but what fills the engine, as docker system df says:',
    ...engine.stdout.trim().split('\n'),
    'and the builder, as docker buildx du says:',
    ...totals,
  ];
  return { ...failure, step: { name, output: [...output, ...use] } };
}
