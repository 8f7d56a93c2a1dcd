// How long an action takes to say that an input is missing, as a ratio to a Node process that does nothing.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const ROUNDS = 15;

const empty = median(() => run(['-e', '']));
for (const name of ['ecs-update-service', 'bluegreen-deploy']) {
  const action = median(() => run([join(root, 'dist', `${name}.js`)]));
  console.log(
    `${name}: ${(action / empty).toFixed(2)} × an empty process (${action.toFixed(0)} ms to ${empty.toFixed(0)} ms)`,
  );
}

function run(args: readonly string[]): number {
  const startedAt = performance.now();
  spawnSync(process.execPath, args, { stdio: 'ignore', env: {} });
  return performance.now() - startedAt;
}

function median(measure: () => number): number {
  const times = Array.from({ length: ROUNDS }, measure).sort((a, b) => a - b);
  return times[Math.floor(ROUNDS / 2)] ?? Number.NaN;
}
