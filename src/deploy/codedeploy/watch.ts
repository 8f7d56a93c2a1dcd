import { denialLine } from '../../report/failure.ts';
import type { ServiceState } from '../../service/service.ts';
import { followStoppedTasks } from '../../tasks/watch.ts';
import type { Facts } from '../outcome.ts';
import type { Ports } from '../ports.ts';
import type { ControlRequest } from '../request.ts';
import {
  createStopping,
  isRestoring,
  isStopSent,
  type Stop,
  stopAsSeen,
  stopFacts,
  type StopMemory,
} from '../stop.ts';
import type { Subject } from '../watch.ts';
import { followDeployment } from './look/describe.ts';
import { type CodeDeployLook, codeDeployProgress } from './progress.ts';
import {
  type CodeDeployRun,
  deploymentPhase,
  judgeCodeDeploy,
  type StoppedByUs,
  taskSetOf,
} from './rules.ts';
import { meansToStop } from './stop.ts';

/** A deployment by CodeDeploy, as the watch sees it. `before` is the service at the start. */
export async function codeDeploySubject(
  run: CodeDeployRun,
  {
    before,
    control,
    memory,
  }: {
    readonly before: ServiceState;
    readonly control: ControlRequest;
    readonly memory: StopMemory;
  },
  ports: Ports,
): Promise<Subject<CodeDeployLook>> {
  const { aws, log } = ports;
  const [ecs, client, once] = await Promise.all([aws.ecs(), aws.codeDeploy(), aws.codeDeployOnce()]);
  const where = { cluster: before.clusterArn, service: before.name };
  const stopped = followStoppedTasks(ecs, where, (message) => {
    log.warn(`Stopped tasks cannot be read, so a failure will not tell its cause. ${denialLine(message)}`);
  });
  const stopping = createStopping(control, ports, memory);
  const followed = followDeployment({ ecs, client }, run.deploymentId, before);
  // Whoever stops it is a user to CodeDeploy.
  const stopIn = (last: CodeDeployLook | undefined): Stop =>
    stopAsSeen(stopping.state(), last?.deployment.errorCode === 'MANUAL_STOP');
  // The rollback needs no new task set, and the failed one may be gone before its tasks are read.
  let ownTaskSet: string | undefined;

  return {
    take: async (at, signal) => {
      const snapshot = await followed.read(at, signal);
      const { service } = snapshot;
      ownTaskSet ??= taskSetOf(service, run.deploymentId)?.id;
      const stoppedTasks = ownTaskSet === undefined ? [] : await stopped.read(service, ownTaskSet, signal);
      return { ...snapshot, stoppedTasks };
    },
    judge: (snapshots) => {
      const stop = stopIn(snapshots.at(-1));
      const decided = judgeCodeDeploy({ run, snapshots, stopped: stoppedByUs(stop) });
      return decided && { ...decided, facts: { ...decided.facts, ...stopFacts(stop) } };
    },
    progress: (previous, next) => codeDeployProgress(run, previous ?? lookBefore(next, before), next),
    factsOf: (last) => ({ ...factsOfLook(last), ...stopFacts(stopIn(last)), ...underWay(last) }),
    intervene: async (snapshots) => {
      const last = snapshots.at(-1);
      if (last === undefined || !isStoppable(last)) return [];
      return stopping.intervene(last.stoppedTasks, () =>
        meansToStop(once, run.deploymentId, control.onFailure === 'rollback'),
      );
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

function stoppedByUs(stop: Stop): StoppedByUs {
  // Whether one without an answer had an effect is seen in the status.
  if (!isStopSent(stop) || stop.kind === 'cut-off') return 'no';
  return isRestoring(stop) ? 'with-rollback' : 'without-rollback';
}

const isStoppable = ({ deployment }: CodeDeployLook): boolean => {
  const phase = deploymentPhase(deployment.status);
  return phase === 'moving' || phase === 'waiting';
};

const underWay = (last: CodeDeployLook): Facts => (isStoppable(last) ? { isUnderWay: true } : {});

function factsOfLook({ service, rollback }: CodeDeployLook): Facts {
  const primary = service.taskSets.find(({ status }) => status === 'PRIMARY');
  return {
    ...(primary === undefined ? {} : { primary: { id: primary.id, taskDefinition: primary.taskDefinition } }),
    ...(rollback === undefined ? {} : { rollingBack: true, rollbackDeploymentId: rollback.id }),
  };
}
