import type { Attempt, Run } from '../run.ts';
import type { ChaosScenario } from '../scenario.ts';
import { isFirst } from '../setting.ts';
import type { Seen } from './seen.ts';
import { seconds } from './words.ts';

/** `deployed` of a deployment of ECS, and its tasks had not been up for `stable-for`, or one had crashed meanwhile. */
export function staysUpForStableFor(seen: Seen): string | undefined {
  const { run, attempt, status, outcome, own } = seen;
  if (status !== 'deployed' || outcome?.verdict.rule !== 'completed' || own === undefined) return undefined;
  const needed = stableSeconds(run.scenario, attempt.service) * 1_000;
  const { primary } = attempt.trail.at(-1) ?? {};
  if (needed === 0 || primary === undefined || primary.desiredCount === 0 || isMoved(run)) return undefined;
  const since = attempt.endedAt - needed;
  const crashed = isHidden(run)
    ? undefined
    : run.failedTasks.find(
        ({ deployment, stoppedAt }) =>
          deployment === own && stoppedAt > since && stoppedAt < lastLook(attempt),
      );
  if (crashed !== undefined) return `a task crashed ${seconds(attempt.endedAt - crashed.stoppedAt)} before`;
  const up = primary.startedAt.filter((startedAt) => startedAt <= since + TOLERANCE_MS).length;
  return up >= primary.desiredCount
    ? undefined
    : `${up} of ${primary.desiredCount} tasks were up for ${seconds(needed)}`;
}

const TOLERANCE_MS = 1_000;

/** `unchanged` unless `stable-for` is turned off, and what serves crashes again and again. */
export function staysUpWhenUnchanged({ run, attempt, outcome }: Seen): string | undefined {
  const { rule } = outcome?.verdict ?? {};
  const isFound = rule === 'already-running' || rule === 'restored-by-rollback' || rule === 'count-reached';
  const { control, request } = run.scenario;
  const isAsked = (control.stableFor ?? 0) !== 0 && request.wait;
  if (!isFound || isHidden(run) || !isAsked) return undefined;
  const serving = attempt.trail.at(-1)?.primary?.deployment;
  const crashes = run.failedTasks.filter(({ deployment }) => deployment === serving);
  const before = crashes.filter(
    ({ stoppedAt }) => stoppedAt > attempt.endedAt - LOOPING_MS && stoppedAt < lastLook(attempt),
  );
  const after = crashes.filter(({ stoppedAt }) => stoppedAt > attempt.endedAt);
  return before.length === 0 || after.length === 0
    ? undefined
    : `${serving ?? ''}: ${before.length} of its tasks had just crashed, and ${after.length} do so later`;
}

const LOOPING_MS = 5 * 60_000;

/** The moment of the last look; of the first one where there was no pause. */
const lastLook = ({ pauses, startedAt }: Attempt): number => (pauses.at(-1) ?? startedAt) - 1_000;

/** What `stable-for` comes to: 30 by default where nothing checks the tasks and nothing bakes. */
function stableSeconds({ service, control, configuration }: ChaosScenario, name: string): number {
  if (control.stableFor === undefined || control.stableFor === 0) return 0;
  if (isFirst(name) && service.strategy !== 'rolling') return 0;
  if (control.stableFor !== 'default') return control.stableFor;
  if (!isFirst(name) || service.strategy !== 'rolling') return configuration?.strategy === undefined ? 30 : 0;
  const strategy = configuration?.strategy ?? service.native?.strategy ?? 'ROLLING';
  const mayBake = strategy !== 'ROLLING';
  return service.loadBalancer || mayBake ? 0 : 30;
}

/** Whether stopped tasks could not be seen. */
function isHidden({ scenario: { deny, faults }, othersDid }: Run): boolean {
  const isBlind = (name: string): boolean => /ListTasks|DescribeTasks|\*/.test(name);
  return (
    deny.some(isBlind) ||
    faults.some(({ operation, kind }) => isBlind(operation) || kind === 'stale') ||
    othersDid.some(({ does }) => does.kind === 'deny' && isBlind(does.action))
  );
}

/** Whether somebody else stopped tasks, or changed how many there are, or what was read was old. */
const isMoved = ({ othersDid, scenario: { faults } }: Run): boolean =>
  faults.some(({ kind }) => kind === 'stale' || kind === 'delay' || kind === 'hang') ||
  othersDid.some(({ does }) => ['scale', 'stop-task', 'force', 'deploy', 'stop'].includes(does.kind));
