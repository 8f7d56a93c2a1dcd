import type { Seen } from './seen.ts';

/** The kind of cause that the tag of an image leads to; the longer one of two stands first. */
export const CAUSES: readonly (readonly [prefix: string, kinds: readonly string[]])[] = [
  ['fault-unpullable', ['image-missing']],
  ['fault-arch', ['wrong-architecture']],
  ['fault-no-route', ['registry-unreachable']],
  ['fault-layers', ['layers-unreachable']],
  ['fault-secret-denied', ['secret-denied']],
  ['fault-secret', ['secret-missing']],
  ['fault-log-group', ['log-group-missing']],
  ['fault-exec-format', ['exited']],
  ['fault-crash', ['exited']],
  ['fault-exit-code', ['exited']],
  ['fault-oom', ['out-of-memory']],
  ['fault-unhealthy', ['container-health', 'load-balancer-health']],
];

/** Three looks in which nothing moves may pass without a question for stopped tasks. */
export const LOOKS = 5;

export function namesTheCause(seen: Seen): string | undefined {
  const { run, outcome, attempt, own } = seen;
  if (outcome === undefined || attempt.step === 'post' || !isDiagnosed(seen)) return undefined;
  const couldBeSeen = attempt.pauses.at(-LOOKS) ?? 0;
  const known = run.failedTasks.find(
    ({ deployment, stoppedAt }) => deployment === own && stoppedAt < couldBeSeen,
  );
  const [prefix, expected = []] = CAUSES.find(([start]) => attempt.tag.startsWith(start)) ?? [];
  if (known === undefined || prefix === undefined) return undefined;
  return outcome.causes.some(({ cause }) => expected.includes(cause.kind))
    ? undefined
    : `a task failed by ${prefix}, and it says ${outcome.causes.map(({ cause }) => cause.kind).join(', ') || 'nothing'}`;
}

/** Whether the run could see the cause: nothing stood between it and the stopped tasks. */
export function isDiagnosed({ run: { scenario, othersDid }, status, outcome }: Seen): boolean {
  const isHidden = (name: string): boolean => /ListTasks|DescribeTasks/.test(name);
  // A look at which one call fails is none.
  const isBlind = (name: string): boolean =>
    /DescribeServices|ServiceDeployments|Tasks|GetDeployment|\*/.test(name);
  return (
    outcome?.handle !== undefined &&
    status !== 'deployed' &&
    status !== 'started' &&
    status !== 'unknown' &&
    status !== 'cancelled' &&
    !scenario.deny.some(isHidden) &&
    !scenario.faults.some(({ operation }) => isBlind(operation)) &&
    !othersDid.some(({ does }) => does.kind === 'deny' && isHidden(does.action))
  );
}
