import type { Attempt, Call, Run } from '../run.ts';
import type { Truth } from '../truth.ts';
import { isOfScaling } from './scaling.ts';
import { postOf, type Seen, startedBy } from './seen.ts';
import { callText, seconds } from './words.ts';

export const isStop = ({ name, hadEffect }: Call): boolean =>
  hadEffect && (name === 'codedeploy:StopDeployment' || name === 'ecs:StopServiceDeployment');

/** Stopping what is in the way, or ending its wait, before anything else, is what `when-in-progress: replace` asks for. */
export const clearsTheWay = (call: Call, { calls }: Attempt, { scenario }: Run): boolean => {
  const start = calls.findIndex(({ started }) => started.length > 0);
  return (
    scenario.control.whenInProgress === 'replace' &&
    (isStop(call) || call.name === 'codedeploy:ContinueDeployment') &&
    (start === -1 || calls.indexOf(call) < start)
  );
};

/** The deployments that went back to what served before are no starts. */
export function startsOneAtMost({ attempt, basis }: Seen): string | undefined {
  if (attempt.step === 'post') return undefined;
  const starts = attempt.calls.filter(
    (call) => call.started.length > 0 && !goesBack(call, basis, attempt.calls),
  );
  return starts.length <= 1
    ? undefined
    : `it started ${starts.length}: ${starts.flatMap(({ started }) => started).join(', ')}`;
}

/** Whether an UpdateService, not the first one, returns the service to a revision that served before. */
export function goesBack(call: Call, basis: Truth, calls: readonly Call[]): boolean {
  const first = calls.find(({ started }) => started.length > 0);
  const { taskDefinition } = { taskDefinition: undefined, ...call.input };
  return call !== first && typeof taskDefinition === 'string' && basis.revisions.includes(taskDefinition);
}

/** The post step included: what the main step has rolled back is not rolled back again. */
export function rollsBackOnceAtMost({ run, attempt, basis }: Seen): string | undefined {
  if (attempt.step === 'post') return undefined;
  const post = postOf(run, attempt)?.calls ?? [];
  const rollbacks = [
    ...attempt.calls.filter(
      (call) =>
        (isStop(call) && !clearsTheWay(call, attempt, run)) ||
        (call.started.length > 0 && goesBack(call, basis, attempt.calls)),
    ),
    ...post.filter((call) => isStop(call) || call.started.length > 0),
  ];
  return new Set(rollbacks.map(rolledBack)).size <= 1 ? undefined : rollbacks.map(callText).join(', ');
}

/** What a rollback is of: asking twice to stop one deployment stops it once. */
export function rolledBack({ input, started }: Call): unknown {
  const { deploymentId, serviceDeploymentArn } = {
    deploymentId: undefined,
    serviceDeploymentArn: undefined,
    ...input,
  };
  return started[0] ?? deploymentId ?? serviceDeploymentArn;
}

export function refusedChangesNothing({ run, outcome, attempt }: Seen): string | undefined {
  if (outcome?.verdict.rule !== 'refused') return undefined;
  const changing = attempt.calls.find(
    (call) => call.hadEffect && !isOfScaling(call.name) && !clearsTheWay(call, attempt, run),
  );
  return changing === undefined ? undefined : `it sent ${callText(changing)}`;
}

export function changesNothingLate({ attempt }: Seen): string | undefined {
  const late = attempt.lateCalls.find(({ mutating }) => mutating);
  return late === undefined
    ? undefined
    : `it sent ${callText(late)} ${seconds(late.at - attempt.endedAt)} after its end`;
}

/** An end that does not tell which deployment runs says at least that a call may have started one. */
export function namesItsDeployment({ run, outcome, attempt }: Seen): string | undefined {
  const [started] = attempt.step === 'main' ? startedBy(attempt) : [];
  if (outcome === undefined || started === undefined || outcome.handle?.id === started) return undefined;
  if (outcome.handle !== undefined && attempt.before.deployments.includes(outcome.handle.id))
    return undefined;
  // Two of one revision, and the answer of ours lost: nothing tells them apart once ours is gone.
  if (run.othersDid.some(({ does: { kind } }) => kind === 'force' || kind === 'deploy')) return undefined;
  if (outcome.handle !== undefined) return `it says ${outcome.handle.id}, and started ${started}`;
  const { status, facts } = outcome.verdict;
  return facts.wasSent === true
    ? undefined
    : `it started ${started} and ends as ${status} without a word of it`;
}
