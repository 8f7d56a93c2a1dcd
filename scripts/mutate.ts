// Breaks the pure code that decides, one place at a time, and asks whether a test notices. Prints every mutant that
// no test noticed and that scripts/mutate-survivors.json does not excuse; exits with 1 when there is one.
//   node scripts/mutate.ts              everything
//   node scripts/mutate.ts --since REV  the files that changed since REV
//   node scripts/mutate.ts FILE …       these files
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createTrial } from './mutant-trial.ts';
import { type Mutant, mutantsOf } from './mutants.ts';

/** What is broken, and the tests that must notice. */
const TARGETS: Readonly<Record<string, readonly string[]>> = {
  'src/deploy/ecs/rules.ts': [
    '__tests__/deploy/ecs/rules.test.ts',
    '__tests__/deploy/ecs/recordings.test.ts',
  ],
  'src/deploy/ecs/rolling-back.ts': ['__tests__/deploy/ecs/rolling-back.test.ts'],
  'src/deploy/ecs/configuration.ts': ['__tests__/deploy/ecs/configuration.test.ts'],
  'src/deploy/ecs/reached.ts': ['__tests__/deploy/ecs/reached.test.ts'],
  'src/deploy/codedeploy/look/due.ts': ['__tests__/deploy/codedeploy/due.test.ts'],
  'src/listener/describe.ts': ['__tests__/listener/describe.test.ts'],
  'src/service/service.ts': ['__tests__/service/service.test.ts'],
  'src/deploy/ecs/checks.ts': ['__tests__/deploy/ecs/checks.test.ts', '__tests__/deploy/checks.test.ts'],
  'src/deploy/ecs/settings.ts': ['__tests__/deploy/ecs/settings.test.ts'],
  'src/deploy/ecs/stability.ts': [
    '__tests__/deploy/ecs/stability.test.ts',
    '__tests__/deploy/ecs/stability-times.test.ts',
  ],
  'src/deploy/ecs/stable.ts': [
    '__tests__/deploy/ecs/stable.test.ts',
    '__tests__/deploy/ecs/stability-times.test.ts',
  ],
  'src/deploy/ending.ts': ['__tests__/deploy/ending.test.ts'],
  'src/deploy/fail-fast.ts': ['__tests__/deploy/fail-fast.test.ts'],
  'src/deploy/codedeploy/rules.ts': ['__tests__/deploy/codedeploy/rules.test.ts'],
  'src/deploy/in-progress.ts': ['__tests__/deploy/plan.test.ts'],
  'src/deploy/difference.ts': ['__tests__/deploy/plan.test.ts', '__tests__/deploy/volume.test.ts'],
  'src/deploy/plan.ts': ['__tests__/deploy/plan.test.ts', '__tests__/deploy/volume.test.ts'],
  'src/deploy/changes.ts': ['__tests__/deploy/plan.test.ts'],
  'src/deploy/checks.ts': ['__tests__/deploy/checks.test.ts', '__tests__/deploy/volume.test.ts'],
  'src/deploy/volume.ts': ['__tests__/deploy/volume.test.ts', '__tests__/deploy/checks.test.ts'],
  'src/deploy/cause.ts': ['__tests__/deploy/cause.test.ts'],
  'src/deploy/pace.ts': ['__tests__/deploy/pace.test.ts'],
  'src/deploy/run.ts': ['__tests__/deploy/run.test.ts'],
  'src/deploy/wait.ts': ['__tests__/deploy/wait.test.ts'],
  'src/deploy/serving.ts': ['__tests__/deploy/serving.test.ts'],
  'src/deploy/worker.ts': ['__tests__/deploy/worker.test.ts'],
  'src/rollback/history.ts': ['__tests__/rollback/history.test.ts'],
  'src/service/volume.ts': ['__tests__/service/volume.test.ts'],
  'src/deploy/stop.ts': ['__tests__/deploy/stop.test.ts'],
  'src/scaling/suspension.ts': ['__tests__/scaling/suspension.test.ts'],
  'src/images/verify.ts': ['__tests__/images/verify.test.ts'],
  'src/task-definition/validate.ts': ['__tests__/task-definition/validate.test.ts'],
  'src/task-definition/normalisations.ts': [
    '__tests__/task-definition/normalize.test.ts',
    '__tests__/task-definition/diff.test.ts',
  ],
  'src/task-definition/normalize.ts': [
    '__tests__/task-definition/normalize.test.ts',
    '__tests__/task-definition/diff.test.ts',
  ],
  'src/task-definition/diff.ts': [
    '__tests__/task-definition/diff.test.ts',
    '__tests__/task-definition/normalize.test.ts',
  ],
  'src/task-definition/size.ts': ['__tests__/task-definition/size.test.ts'],
  'src/task-definition/finding.ts': ['__tests__/task-definition/validate.test.ts'],
  'src/task-definition/container.ts': ['__tests__/task-definition/container.test.ts'],
  'src/task-definition/container-rules.ts': ['__tests__/task-definition/validate.test.ts'],
  'src/task-definition/dependency-rules.ts': ['__tests__/task-definition/validate.test.ts'],
  'src/task-definition/fargate-rules.ts': ['__tests__/task-definition/validate.test.ts'],
  'src/task-definition/image-names.ts': ['__tests__/task-definition/image-names.test.ts'],
  'src/task-definition/render.ts': ['__tests__/task-definition/render.test.ts'],
  'src/task-definition/volume-rules.ts': ['__tests__/task-definition/validate.test.ts'],
  'src/build/registry/plan.ts': ['__tests__/build/registry/plan.test.ts'],
  'src/build/registry/mutability.ts': ['__tests__/build/registry/mutability.test.ts'],
  'src/build/registry/creation.ts': ['__tests__/build/registry/creation.test.ts'],
  'src/build/tag/template.ts': ['__tests__/build/tag/template.test.ts'],
  'src/build/tag/input.ts': ['__tests__/build/tag/input.test.ts'],
  'src/build/input-digest/ignore.ts': ['__tests__/build/input-digest/ignore.test.ts'],
  'src/build/input-digest/canonical.ts': ['__tests__/build/input-digest/canonical.test.ts'],
  'src/build/input-digest/permissions.ts': ['__tests__/build/input-digest/permissions.test.ts'],
  'src/build/input-digest/tree.ts': [
    '__tests__/build/input-digest/load.test.ts',
    '__tests__/build/input-digest/tree.test.ts',
  ],
  'src/build/dockerfile/directive.ts': ['__tests__/build/dockerfile/syntax.test.ts'],
  'src/build/dockerfile/facts.ts': ['__tests__/build/dockerfile/facts.test.ts'],
  'src/build/dockerfile/instruction.ts': ['__tests__/build/dockerfile/instruction.test.ts'],
  'src/build/dockerfile/shell-pattern.ts': ['__tests__/build/dockerfile/word.test.ts'],
  'src/build/dockerfile/syntax.ts': ['__tests__/build/dockerfile/syntax.test.ts'],
  'src/build/dockerfile/word.ts': ['__tests__/build/dockerfile/word.test.ts'],
  'src/build/failure/failure.ts': ['__tests__/build/failure/failure.test.ts'],
  'src/build/failure/line.ts': ['__tests__/build/failure/line.test.ts'],
  'src/build/request/fields.ts': [
    '__tests__/build/request/cache-line.test.ts',
    '__tests__/build/request/attestation.test.ts',
  ],
  'src/build/request/attestation.ts': ['__tests__/build/request/attestation.test.ts'],
  'src/build/request/cache-line.ts': ['__tests__/build/request/cache-line.test.ts'],
  'src/build/request/extra-args.ts': ['__tests__/build/request/extra-args.test.ts'],
  'src/build/builder/capability.ts': ['__tests__/build/builder/capability.test.ts'],
  'src/build/builder/cache.ts': ['__tests__/build/builder/cache.test.ts'],
  'src/build/progress/event.ts': ['__tests__/build/progress/steps.test.ts'],
  'src/build/progress/plain.ts': ['__tests__/build/progress/plain.test.ts'],
  'src/build/progress/steps.ts': ['__tests__/build/progress/steps.test.ts'],
  'src/build/login/config.ts': ['__tests__/build/login/config.test.ts'],
  'src/build/builder/metadata.ts': ['__tests__/build/builder/metadata.test.ts'],
  'src/build/builder/labels.ts': ['__tests__/build/builder/labels.test.ts'],
  'src/build/request/request.ts': ['__tests__/build/request/request.test.ts'],
  'src/build/request/named-images.ts': [
    '__tests__/build/request/request.test.ts',
    '__tests__/build/promote/request.test.ts',
  ],
  'src/build/promote/denied.ts': ['__tests__/build/promote/denied.test.ts'],
  'src/build/promote/plan.ts': ['__tests__/build/promote/plan.test.ts'],
  'src/build/promote/request.ts': ['__tests__/build/promote/request.test.ts'],
};

/** How many are tried by one process: its start is shared, and its memory stays small. */
const BATCH = 12;

interface Survivor {
  readonly file: string;
  readonly mutant: string;
  readonly reason: string;
}

interface Case {
  readonly file: string;
  readonly mutant: Mutant;
}

const root = resolve(import.meta.dirname, '..');
const { values, positionals } = parseArgs({ allowPositionals: true, options: { since: { type: 'string' } } });
const excused = readSurvivors();
const work: readonly Case[] = chosen().flatMap((file) =>
  mutantsOf(file, readFileSync(join(root, file), 'utf8')).map((mutant) => ({ file, mutant })),
);
const survivors: Case[] = [];
const queue = [...work];
if (queue.length > 0) {
  await checkBaseline();
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, worker));
}
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

/** Tests that fail without any mutant would notice every one. */
async function checkBaseline(): Promise<void> {
  const suspects = [...new Set(work.map(({ file }) => file))].map((file) => ({
    file,
    source: readFileSync(join(root, file), 'utf8'),
    tests: TARGETS[file] ?? [],
  }));
  const trial = createTrial(root, suspects.length);
  const noticed = await trial.noticed(suspects);
  trial.end();
  const red = suspects.filter((_, index) => noticed[index] === true).map(({ file }) => file);
  if (red.length > 0) throw new Error(`The tests of these files fail as they are: ${red.join(', ')}.`);
}

/** Works through the queue in copies of the sources of its own. */
async function worker(): Promise<void> {
  const trial = createTrial(root, BATCH);
  try {
    for (let batch = queue.splice(0, BATCH); batch.length > 0; batch = queue.splice(0, BATCH)) {
      const suspects = batch.map(({ file, mutant: { source } }) => ({
        file,
        source,
        tests: TARGETS[file] ?? [],
      }));
      const noticed = await trial.noticed(suspects);
      survivors.push(...batch.filter((_, index) => noticed[index] !== true));
    }
  } finally {
    trial.end();
  }
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
  const isExcused = ({ file, mutant }: Case): boolean =>
    excused.some((survivor) => survivor.file === file && survivor.mutant === mutant.description);
  const unexcused = survivors.filter((survivor) => !isExcused(survivor));
  for (const { file, mutant } of unexcused) {
    console.log(`survived: ${file}:${mutant.line}: ${mutant.description}`);
  }
  const idle = excused.filter(
    ({ file, mutant }) =>
      work.some((tried) => tried.file === file) &&
      !survivors.some((survivor) => survivor.file === file && survivor.mutant.description === mutant),
  );
  for (const { file, mutant } of idle) console.log(`excused and noticed: ${file}: ${mutant}`);
  const killed = work.length - survivors.length;
  console.log(
    `${killed} of ${work.length} mutants noticed, ${survivors.length - unexcused.length} excused, ${unexcused.length} survived`,
  );
  process.exitCode = unexcused.length > 0 || idle.length > 0 ? 1 : 0;
}
