import type { World } from '../../world.ts';
import { logBeginning, logEnd } from '../lambda/log.ts';
import type { HookAnswer, HookRun } from './state.ts';

/** What the function behind a lifecycle hook writes when ECS calls it. */
export function logHookBeginning(world: World, run: HookRun): void {
  logBeginning(world, invocationOf(run), [`${run.stage} of a service deployment`]);
}

/** What it writes before it answers, so many milliseconds later. */
export function logHookEnd(
  world: World,
  run: HookRun,
  {
    result,
    duration,
  }: { readonly result: Exclude<HookAnswer['result'], 'never'>; readonly duration: number },
): void {
  const fails = result === 'fail';
  const lines = fails
    ? [
        // An error and its stack are one event, as the runtime writes them.
        'Error: GET /health answered 503 instead of 200\n    at check (/var/task/index.mjs:21:11)',
        'hookStatus FAILED',
      ]
    : [result === 'none' ? 'nothing to say' : 'hookStatus SUCCEEDED'];
  logEnd(world, invocationOf(run), { level: fails ? 'ERROR' : 'INFO', lines, duration });
}

const invocationOf = ({ target = '', id }: HookRun) => ({ function: target, id });
