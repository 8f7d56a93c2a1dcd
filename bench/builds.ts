import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { loadTree } from '../src/build/input-digest/load.ts';
import { BUILDER, type BuildStage, openBuildStage, took, writeFiles } from './build-stage.ts';
import { canMakeBuilder, makeBuilder, removeBuilder } from './fresh-builder.ts';
import { median, writeProbe } from './process.ts';

const run = promisify(execFile);

/** The same by the action and by the command that it runs, in milliseconds; medians. */
export interface Compared {
  readonly ours: number;
  /** Undefined where there is nothing to compare with. */
  readonly direct: number | undefined;
}

export interface BuildCosts {
  readonly first: Compared;
  /** The builder has kept everything. */
  readonly again: Compared;
  /** A runner that is new, with the cache in the registry; the start of the builder counts where one is needed. */
  readonly onNewRunner: Compared | undefined;
  readonly three: Compared;
  readonly retag: { readonly milliseconds: number; readonly calls: readonly string[] };
  /** Peak of resident memory of the action, in MiB. */
  readonly memory: { readonly building: number; readonly reusing: number };
}

const ROUNDS = 3;

export async function buildCosts(): Promise<BuildCosts> {
  await using stage = await openBuildStage();
  const [first, again] = await firstAndAgain(stage);
  return {
    first,
    again,
    onNewRunner: canMakeBuilder ? await onNewRunner(stage) : undefined,
    three: await threeImages(stage),
    retag: await retag(stage),
    memory: await memory(stage),
  };
}

/** A value that no build has had: what it stands in is built anew. */
const another = (): string => `${Date.now()}`;

const tagged = ({ host }: BuildStage, tag: string, ...more: readonly string[]): readonly string[] => [
  ...['--target', 'web', '-t', `${host}/web:${tag}`],
  ...more,
];

async function firstAndAgain(stage: BuildStage): Promise<readonly [Compared, Compared]> {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const [own, other] = [another(), `${another()}d`];
    const ours = (tags: string) => took(() => stage.ours({ 'build-args': `ROUND=${own}`, tags }));
    const direct = (tag: string) =>
      took(() => stage.direct(BUILDER, ...tagged(stage, tag, '--build-arg', `ROUND=${other}`)));
    rounds.push({
      first: { ours: await ours(`a${round}`), direct: await direct(`b${round}`) },
      again: { ours: await ours(`c${round}`), direct: await direct(`d${round}`) },
    });
  }
  return [middle(rounds.map(({ first }) => first)), middle(rounds.map(({ again }) => again))];
}

async function onNewRunner(stage: BuildStage): Promise<Compared> {
  const round = another();
  const cache = `type=registry,ref=${stage.host}/web:buildcache-web`;
  const options = [
    '--cache-from',
    cache,
    '--cache-to',
    `${cache},mode=max,image-manifest=true,oci-mediatypes=true`,
  ];
  const arg = `ROUND=${round}`;
  const direct = async (tag: string): Promise<number> => {
    let builder = '';
    const milliseconds = await took(async () => {
      builder = await makeBuilder();
      await stage.direct(builder, ...tagged(stage, tag, '--build-arg', arg, ...options));
    });
    await removeBuilder(builder);
    return milliseconds;
  };
  await stage.ours({ 'build-args': arg, tags: 'n', cache: 'ecr' });
  await direct('warm');
  const rounds = [];
  for (let at = 0; at < ROUNDS; at += 1) {
    rounds.push({
      ours: await took(() => stage.ours({ 'build-args': arg, tags: `n${at}`, cache: 'ecr' })),
      direct: await direct(`m${at}`),
    });
  }
  return middle(rounds);
}

const SERVICES = ['web', 'api', 'sidekiq'];

async function threeImages(stage: BuildStage): Promise<Compared> {
  const images = SERVICES.map((name) => `- { name: ${name}, repository: ${name}, target: ${name} }`).join(
    '\n',
  );
  const ours = await took(() => stage.ours({ images, target: '', 'build-args': `ROUND=${another()}` }));
  const round = another();
  const direct = await took(async () => {
    for (const service of SERVICES) {
      const name = `${stage.host}/${service}:three`;
      await stage.direct(BUILDER, '--build-arg', `ROUND=${round}`, '--target', service, '-t', name);
    }
  });
  return { ours, direct };
}

/** An index of two platforms gets another tag. */
async function retag(stage: BuildStage): Promise<BuildCosts['retag']> {
  const inputs = { target: 'base', platforms: 'linux/amd64,linux/386' };
  await stage.ours({ ...inputs, tags: 'index' });
  const before = stage.sandbox.requests.length;
  const milliseconds = await took(() => stage.ours({ ...inputs, tags: 'index-2' }));
  const calls = stage.sandbox.requests.slice(before).map(({ operation }) => operation);
  return { milliseconds, calls };
}

async function memory(stage: BuildStage): Promise<BuildCosts['memory']> {
  const args = { 'build-args': `ROUND=${another()}`, tags: 'memory' };
  const used = async (): Promise<number> => {
    const { log } = await stage.ours(args, { NODE_OPTIONS: `--require=${writeProbe()}` });
    return Number(/^used (\d+) KiB/m.exec(log)?.[1]) / 1_024;
  };
  return { building: await used(), reusing: await used() };
}

const FILES = 20_000;
const BYTES = 25_000;

/** The input digest of 20,000 files and 500 MB, against `git add -A` into an empty index. */
export async function treeCosts(): Promise<Compared> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-tree-'));
  writeFiles(folder, FILES, BYTES);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rmSync(join(folder, '.git'), { recursive: true, force: true });
    const ours = await took(() => loadTree(folder, [], new AbortController().signal));
    await run('git', ['init', '-q'], { cwd: folder });
    const direct = await took(() => run('git', ['add', '-A'], { cwd: folder }));
    rounds.push({ ours, direct });
  }
  rmSync(folder, { recursive: true });
  return middle(rounds);
}

const middle = (rounds: readonly { readonly ours: number; readonly direct: number }[]): Compared => ({
  ours: median(rounds.map(({ ours }) => ours)),
  direct: median(rounds.map(({ direct }) => direct)),
});
