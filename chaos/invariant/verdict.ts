import type { Status } from '../../src/deploy/outcome.ts';
import type { Truth } from '../truth.ts';
import { clearsTheWay } from './call.ts';
import { isOfScaling } from './scaling.ts';
import { hasTheTraffic, isWhole, runsTheAsked, type Seen, serves, startedBy } from './seen.ts';
import { callText, servingText } from './words.ts';

export function deployedServes(seen: Seen): string | undefined {
  const { status, outcome, lately: moments, attempt, run } = seen;
  if (status !== 'deployed') return undefined;
  if (outcome?.verdict.rule === 'restored-by-stop') return restoredServes(seen);
  const own = outcome?.handle?.id;
  // A deployment of ECS does not say who started it: one of the revision asked for is taken up, whoever that was.
  const known = [...attempt.before.deployments, ...startedBy(attempt)];
  const isOthers = run.othersDid.some(({ does: { kind } }) => kind === 'force' || kind === 'deploy');
  if (own === undefined || (!known.includes(own) && !isOthers))
    return `it did not start ${own ?? 'a deployment'}`;
  return moments.some((truth) => serves(truth, own, seen)) ? undefined : servingText(attempt);
}

export /** What was in the way has been stopped, and what is asked for is what that brought back. */
function restoredServes(seen: Seen): string | undefined {
  const { lately: moments, run, attempt } = seen;
  const isRestored = ({ primary }: Truth): boolean =>
    primary?.isComplete === true && isWhole(primary, run) && runsTheAsked(primary, seen);
  return moments.some(isRestored) ? undefined : servingText(attempt);
}

const RED: ReadonlySet<Status | undefined> = new Set(['failed', 'rolled-back', 'superseded']);

export function servingIsNotRed(seen: Seen): string | undefined {
  const { status, own, attempt, run } = seen;
  if (!RED.has(status) || own === undefined) return undefined;
  if (seen.outcome?.verdict.rule === 'not-stable') {
    const crashed = run.failedTasks.some(({ deployment }) => deployment === own);
    return crashed ? undefined : `${own} serves, and none of its tasks has crashed`;
  }
  const end = attempt.trail.at(-1);
  if (end !== undefined && serves(end, own, seen)) return `${own} serves, whole and as asked`;
  // What took over may fail in its turn, and be rolled back to ours.
  if (status === 'superseded') return undefined;
  // What a later attempt or somebody else did to it is nothing that this verdict could know; and what somebody
  // stopped without a rollback may go on [?].
  const isLast = attempt === run.attempts.findLast(({ service }) => service === attempt.service);
  const later = run.later[attempt.service];
  const meddled = run.othersDid.some(({ at, does }) => at > attempt.endedAt || does.kind === 'stop');
  return isLast && !meddled && later !== undefined && serves(later, own, seen)
    ? `half an hour later ${own} serves, whole and as asked`
    : undefined;
}

export function rolledBackServesThePrevious(seen: Seen): string | undefined {
  if (seen.status !== 'rolled-back') return undefined;
  const isRestored = ({ primary }: Truth): boolean =>
    primary !== undefined &&
    primary.deployment !== seen.own &&
    primary.isComplete &&
    hasTheTraffic(primary, seen.run) &&
    isWhole(primary, seen.run) &&
    seen.basis.revisions.includes(primary.taskDefinition);
  return seen.lately.some(isRestored) ? undefined : servingText(seen.attempt);
}

export function supersededBySomebodyElse(seen: Seen): string | undefined {
  if (seen.status !== 'superseded') return undefined;
  const { own, basis, attempt, run, lately: moments } = seen;
  const isAnother = ({ primary }: Truth): boolean =>
    primary !== undefined && primary.deployment !== own && !basis.deployments.includes(primary.deployment);
  const started = run.othersDid.some(
    ({ at, does: { kind } }) => at <= attempt.endedAt && (kind === 'deploy' || kind === 'force'),
  );
  if (!started) return 'nobody else started a deployment';
  return moments.some(isAnother) ? undefined : servingText(attempt);
}

export function unchangedSentNothing(seen: Seen): string | undefined {
  const { status, outcome, attempt, lately: moments, run } = seen;
  if (status !== 'unchanged') return undefined;
  const changing = attempt.calls.filter(
    (call) => call.hadEffect && !isOfScaling(call.name) && !clearsTheWay(call, attempt, run),
  );
  // What was registered before somebody else brought the same stays.
  const isOvertaken = run.othersDid.some(({ at, does }) => at >= attempt.startedAt && does.kind === 'deploy');
  const wrong = changing.find(
    ({ name, started }) =>
      started.length > 0 ||
      (name !== 'ecs:UpdateService' && !(isOvertaken && name === 'ecs:RegisterTaskDefinition')),
  );
  if (wrong !== undefined) return `it sent ${callText(wrong)}`;
  if (outcome?.verdict.rule === 'plan-only')
    return changing.length === 0 ? undefined : 'it sent a call though only the plan was asked for';
  return moments.some(({ primary }) => primary !== undefined && runsTheAsked(primary, seen))
    ? undefined
    : servingText(attempt);
}
