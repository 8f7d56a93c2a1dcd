import { type AwsFailure, awsFailure } from '../../aws/errors.ts';
import { describeService } from '../../service/describe.ts';
import type { ServiceState } from '../../service/service.ts';
import { followStoppedTasks } from '../../tasks/watch.ts';
import type { CauseGroup } from '../cause.ts';
import { answered } from '../grace.ts';
import { serviceInSight } from '../lost-sight.ts';
import type { Facts } from '../outcome.ts';
import type { Ports } from '../ports.ts';
import type { TimelineEvent } from '../timeline.ts';
import type { Subject } from '../watch.ts';
import { describeDeployment, describeTarget } from './describe.ts';
import { type CodeDeployLook, codeDeployProgress } from './progress.ts';
import { type CodeDeployRun, crashLoop, deploymentPhase, judgeCodeDeploy, taskSetOf } from './rules.ts';

/** A deployment by CodeDeploy, as the watch sees it. `before` is the service at the start. */
export async function codeDeploySubject(
  run: CodeDeployRun,
  before: ServiceState,
  ports: Ports,
): Promise<Subject<CodeDeployLook>> {
  const { aws, log } = ports;
  const [ecs, client] = await Promise.all([aws.ecs(), aws.codeDeploy()]);
  const where = { cluster: before.clusterArn, service: before.name };
  const stopped = followStoppedTasks(ecs, where, (message) => {
    log.warn(`Stopped tasks cannot be read, so a failure will not tell its cause. ${message}`);
  });
  let stop: Stop = { kind: 'not-needed' };
  // The rollback needs no new task set, and the failed one may be gone before its tasks are read.
  let ownTaskSet: string | undefined;

  return {
    take: async (at, signal) => {
      const [described, deployment, target] = await Promise.all([
        describeService(ecs, where, signal),
        describeDeployment(client, run.deploymentId, signal),
        describeTarget(client, run.deploymentId, before, signal),
      ]);
      const service = serviceInSight(described);
      ownTaskSet ??= taskSetOf(service, run.deploymentId)?.id;
      const rollbackId = deployment.rollbackDeploymentId;
      const [stoppedTasks, rollback] = await Promise.all([
        ownTaskSet === undefined ? [] : stopped.read(service, ownTaskSet, signal),
        rollbackId === undefined ? undefined : describeDeployment(client, rollbackId, signal),
      ]);
      return {
        at,
        service,
        deployment,
        ...target,
        ...(rollback === undefined ? {} : { rollback }),
        stoppedTasks,
      };
    },
    judge: (snapshots) => {
      const decided = judgeCodeDeploy({ run, snapshots, stopped: isStopSent(stop) });
      return decided && { ...decided, facts: { ...decided.facts, ...stopFacts(stop) } };
    },
    progress: (previous, next) => codeDeployProgress(run, previous ?? lookBefore(next, before), next),
    factsOf: (last) => ({ ...factsOfLook(last), ...stopFacts(stop) }),
    intervene: async (snapshots) => {
      const last = snapshots.at(-1);
      if (last === undefined || stop.kind === 'asked' || stop.kind === 'refused' || !isStoppable(last))
        return [];
      const loop = crashLoop(last.stoppedTasks);
      if (loop === undefined) return [];
      const asked = await askToStop(ports, run, loop);
      stop = asked.stop;
      return asked.events;
    },
  };
}

/** What was there before the first look: the service, and nothing of the deployment. */
const lookBefore = (next: CodeDeployLook, service: ServiceState): CodeDeployLook => ({
  at: 0,
  service,
  deployment: { ...next.deployment, status: 'Created' },
  lifecycleEvents: [],
  taskSets: [],
  stoppedTasks: [],
});

const isStoppable = ({ deployment }: CodeDeployLook): boolean => {
  const phase = deploymentPhase(deployment.status);
  return phase === 'moving' || phase === 'waiting';
};

/** How far stopping the deployment has come. Where the answer was lost it is asked again: that stops nothing twice. */
type Stop =
  | { readonly kind: 'not-needed' | 'asked' | 'throttled' | 'answer-lost' | 'cut-off' }
  | { readonly kind: 'refused'; readonly reason?: string };

function isStopSent({ kind }: Stop): boolean {
  return kind === 'asked' || kind === 'answer-lost' || kind === 'cut-off';
}

function stopFacts(stop: Stop): Facts {
  switch (stop.kind) {
    case 'asked':
    case 'answer-lost':
      return { stopped: true };
    case 'cut-off':
      return { unanswered: STOP };
    case 'refused':
      return stop.reason === undefined ? {} : { notStopped: stop.reason };
    case 'not-needed':
    case 'throttled':
      return {};
  }
}

const STOP = 'codedeploy:StopDeployment';

/** StopDeployment with rollback: CodeDeploy itself would wait an hour. */
async function askToStop(
  ports: Ports,
  { deploymentId }: CodeDeployRun,
  group: CauseGroup,
): Promise<{ readonly stop: Stop; readonly events: readonly TimelineEvent[] }> {
  try {
    const client = await ports.aws.codeDeployOnce();
    await answered(client.stopDeployment({ deploymentId, autoRollbackEnabled: true }), ports, STOP);
    return { stop: { kind: 'asked' }, events: [{ kind: 'stopping', group }] };
  } catch (error) {
    const failure = awsFailure(error);
    if (failure === undefined) throw error;
    if (failure.kind === 'aborted') return { stop: { kind: 'cut-off' }, events: [] };
    const stop = failedStop(failure);
    const isAskedAgain = stop.kind !== 'refused';
    return { stop, events: [{ kind: 'stop-failed', reason: failure.message, isAskedAgain }] };
  }
}

function failedStop({ kind, code, message }: AwsFailure): Stop {
  if (kind === 'throttled') return { kind: 'throttled' };
  if (kind === 'unknown-effect') return { kind: 'answer-lost' };
  // It has ended by itself: the next looks tell how.
  if (code === 'DeploymentAlreadyCompletedException') return { kind: 'refused' };
  return { kind: 'refused', reason: message };
}

function factsOfLook({ service, rollback }: CodeDeployLook): Facts {
  const primary = service.taskSets.find(({ status }) => status === 'PRIMARY');
  return {
    ...(primary === undefined ? {} : { primary: { id: primary.id, taskDefinition: primary.taskDefinition } }),
    ...(rollback === undefined ? {} : { rollingBack: true, rollbackDeploymentId: rollback.id }),
  };
}
