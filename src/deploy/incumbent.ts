import { denialLine } from '../report/failure.ts';
import { describeService } from '../service/describe.ts';
import { type Deployment, primary, type ServiceState, type TaskSet } from '../service/service.ts';
import { followStoppedTasks } from '../tasks/watch.ts';
import { NO_INTERVENTION } from './course.ts';
import type { CurrentState } from './current.ts';
import { type RollingLook, rollingProgress } from './ecs/progress.ts';
import { judgeRolling } from './ecs/rules.ts';
import { followStability } from './ecs/stability.ts';
import { upSince } from './ecs/stable.ts';
import { serviceInSight } from './lost-sight.ts';
import type { Ports } from './ports.ts';
import type { Subject } from './watch.ts';

/** What a service runs already, by whichever controller. */
export interface Incumbent {
  readonly serves: Deployment | TaskSet;
  /** How many seconds its tasks must have been up; they must outlive those that crashed in any case. */
  readonly seconds: number;
}

/** What a service runs already, as the watch sees it: whether its tasks stay up. Nothing is sent. */
export async function incumbentSubject(
  { serves, seconds }: Incumbent,
  { service: before, newestStart }: CurrentState,
  ports: Ports,
): Promise<Subject<RollingLook>> {
  const { aws, log } = ports;
  const ecs = await aws.ecs();
  const where = { cluster: before.clusterArn, service: before.name };
  const run = { deploymentId: serves.id, before: [], taskDefinition: serves.taskDefinition };
  const standing = { upFor: upSince(newestStart, before), newestStart };
  const stability = followStability(run, { seconds, control: NO_INTERVENTION, standing }, ports);
  const stopped = followStoppedTasks(ecs, where, (message) => {
    log.warn(`Stopped tasks cannot be read, so whether its tasks crash is not known. ${denialLine(message)}`);
  });
  return {
    take: async (at, signal) => {
      const service = serviceInSight(await describeService(ecs, where, signal));
      const stoppedTasks = await stopped.read(service, serves.id, signal);
      return { at, service: asSettled(service), stoppedTasks };
    },
    judge: (looks) => {
      const decided = stability.judge(judgeRolling({ run, snapshots: looks }), looks);
      return decided && { ...decided, facts: { ...decided.facts, ...stability.facts() } };
    },
    progress: (previous, next) => rollingProgress(run, previous ?? firstLook(before), next),
    factsOf: () => stability.openFacts(),
    intervene: async (looks) => {
      const last = looks.at(-1);
      return last === undefined ? [] : stability.intervene(last, () => ({ kind: 'leave' }));
    },
  };
}

const firstLook = (service: ServiceState): RollingLook => ({
  at: 0,
  service: asSettled(service),
  stoppedTasks: [],
});

/**
 * The service with what is PRIMARY as a deployment that ECS calls complete: how it came there is settled, and the
 * record that tells of it may be gone.
 */
function asSettled(service: ServiceState): ServiceState {
  const serves = primary(service);
  const deployments = serves === undefined ? [] : [{ ...settled(serves), rolloutState: 'COMPLETED' }];
  return { ...service, strategy: 'ROLLING', deployments };
}

const settled = ({
  id,
  status,
  taskDefinition,
  desiredCount,
  runningCount,
  pendingCount,
}: Deployment | TaskSet): Deployment => ({
  id,
  status,
  taskDefinition,
  desiredCount,
  runningCount,
  pendingCount,
  failedTasks: 0,
});
