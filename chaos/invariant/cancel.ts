import type { Truth } from '../truth.ts';
import { isOfScaling } from './scaling.ts';
import { postOf, type Seen, startedBy } from './seen.ts';

/**
 * With `on-cancel: rollback` a deployment that was under way when its step was cut off does not go on after
 * the post step; with `leave` the post step sends nothing.
 */
export function carriesOutOnCancel(seen: Seen): string | undefined {
  const { run, attempt, own, outcome } = seen;
  if (attempt.step !== 'post') return undefined;
  const { control } = run.scenario;
  if (control.onCancel === 'leave') {
    const sent = attempt.calls.find(({ hadEffect, name }) => hadEffect && !isOfScaling(name));
    return sent === undefined ? undefined : `it sent ${sent.name}, though nothing was to be rolled back`;
  }
  if (isHindered(seen) || own === undefined) return undefined;
  if (isUnderWay(attempt.before, own) && isUnderWay(attempt.trail.at(-1), own)) {
    return `${own} is under way, and nobody has stopped it`;
  }
  return outcome === undefined && isUnderWay(attempt.before, own) ? 'it did nothing' : undefined;
}

const isUnderWay = (truth: Truth | undefined, own: string): boolean => truth?.underWay.includes(own) === true;

/** What a step that was killed had started, and what it did not live to tell of, is left to its post step. */
export function leavesItToThePostStep({ run, attempt }: Seen): string | undefined {
  if (attempt.end.kind !== 'killed' || run.scenario.kill?.isRunnerGone === true) return undefined;
  const [started] = startedBy(attempt);
  const isLeft = started === undefined || postOf(run, attempt)?.end.kind === 'outcome';
  return isLeft ? undefined : `it started ${started}, and no post step knows of it`;
}

/** Whether something kept it from it: a call that failed, a permission, somebody else. */
function isHindered({ run, attempt }: Seen): boolean {
  const { deny, faults } = run.scenario;
  return (
    attempt.calls.some(({ status }) => status !== 200) ||
    faults.some(({ kind }) => kind === 'stale') ||
    deny.length > 0 ||
    run.othersDid.some(({ does }) => does.kind === 'deny' || does.kind === 'delete-service')
  );
}
