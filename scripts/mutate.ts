// Breaks the pure code that decides, one place at a time, and asks whether a test notices. Prints every mutant that
// no test noticed and that scripts/mutate-survivors.json does not excuse; exits with 1 when there is one.
//   node scripts/mutate.ts              everything
//   node scripts/mutate.ts --since REV  the files that changed since REV
//   node scripts/mutate.ts FILE …       these files
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Mutant, mutantsOf } from './mutants.ts';

/** What is broken, and the tests that must notice. */
const TARGETS: Readonly<Record<string, readonly string[]>> = {
  'src/deploy/ecs/rules.ts': ['__tests__/deploy/ecs/rules.test.ts'],
  'src/deploy/codedeploy/rules.ts': ['__tests__/deploy/codedeploy/rules.test.ts'],
  'src/deploy/plan.ts': ['__tests__/deploy/plan.test.ts'],
  'src/deploy/checks.ts': ['__tests__/deploy/checks.test.ts'],
  'src/deploy/cause.ts': ['__tests__/deploy/cause.test.ts'],
  'src/deploy/pace.ts': ['__tests__/deploy/pace.test.ts'],
  'src/images/verify.ts': ['__tests__/images/verify.test.ts'],
  'src/task-definition/normalisations.ts': [
    '__tests__/task-definition/normalize.test.ts',
    '__tests__/task-definition/diff.test.ts',
  ],
};

interface Survivor {
  readonly file: string;
  readonly mutant: string;
  readonly reason: string;
}

const root = resolve(import.meta.dirname, '..');
const { values, positionals } = parseArgs({ allowPositionals: true, options: { since: { type: 'string' } } });
const excused = readSurvivors();
const work = chosen().flatMap((file) =>
  mutantsOf(file, readFileSync(join(root, file), 'utf8')).map((mutant) => ({ file, mutant })),
);
const survivors: { file: string; mutant: Mutant }[] = [];
const queue = [...work];
await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, worker));
report();

function chosen(): readonly string[] {
  const all = Object.keys(TARGETS);
  if (positionals.length > 0) return all.filter((file) => positionals.includes(file));
  if (values.since === undefined) return all;
  const changed = execFileSync('git', ['diff', '--name-only', values.since, '--', 'src', '__tests__'], {
    cwd: root,
    encoding: 'utf8',
  }).split('\n');
  return all.filter((file) => [file, ...(TARGETS[file] ?? [])].some((path) => changed.includes(path)));
}

/** Works through the queue in a copy of the sources of its own. */
async function worker(): Promise<void> {
  const copy = mkdtempSync(join(tmpdir(), 'ecs-deploy-toolkit-mutants-'));
  try {
    for (const part of [
      'src',
      'sandbox',
      'scripts',
      '__tests__',
      'examples',
      'package.json',
      'jest.config.js',
    ]) {
      cpSync(join(root, part), join(copy, part), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      if (!(await isNoticed(copy, next))) survivors.push(next);
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

async function isNoticed(copy: string, { file, mutant }: { file: string; mutant: Mutant }): Promise<boolean> {
  const original = readFileSync(join(root, file), 'utf8');
  writeFileSync(join(copy, file), mutant.source);
  const code = await jest(copy, TARGETS[file] ?? []);
  writeFileSync(join(copy, file), original);
  return code !== 0;
}

function jest(cwd: string, tests: readonly string[]): Promise<number | null> {
  const args = [
    '--experimental-vm-modules',
    '--no-warnings',
    'node_modules/jest/bin/jest.js',
    '--bail',
    '--runInBand',
    ...tests,
  ];
  return new Promise((done) => {
    spawn(process.execPath, args, { cwd, stdio: 'ignore' }).once('exit', done);
  });
}

function readSurvivors(): readonly Survivor[] {
  const list: unknown = JSON.parse(readFileSync(join(root, 'scripts/mutate-survivors.json'), 'utf8'));
  if (!Array.isArray(list)) throw new Error('scripts/mutate-survivors.json is not a list.');
  return list.filter(isSurvivor);
}

function isSurvivor(value: unknown): value is Survivor {
  return (
    typeof value === 'object' && value !== null && 'file' in value && 'mutant' in value && 'reason' in value
  );
}

function report(): void {
  const isExcused = ({ file, mutant }: { file: string; mutant: Mutant }): boolean =>
    excused.some((survivor) => survivor.file === file && survivor.mutant === mutant.description);
  const unexcused = survivors.filter((survivor) => !isExcused(survivor));
  for (const { file, mutant } of unexcused) {
    console.log(`survived: ${file}:${mutant.line}: ${mutant.description}`);
  }
  const killed = work.length - survivors.length;
  console.log(
    `${killed} of ${work.length} mutants noticed, ${survivors.length - unexcused.length} excused, ${unexcused.length} survived`,
  );
  process.exitCode = unexcused.length > 0 ? 1 : 0;
}
