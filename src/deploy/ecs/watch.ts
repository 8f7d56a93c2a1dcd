import { describeService } from '../../service/describe.ts';
import type { ServiceState } from '../../service/service.ts';
import { followStoppedTasks } from '../../tasks/watch.ts';
import type { Facts } from '../outcome.ts';
import type { Ports } from '../ports.ts';
import { serviceInSight } from '../lost-sight.ts';
import type { Subject } from '../watch.ts';
import { followRecord } from './describe.ts';
import { type RollingLook, rollingProgress } from './progress.ts';
import { judgeRolling, recordPhase, type RollingRun } from './rules.ts';

const RECORD_EXPECTED_WITHIN_MS = 30_000;

/** A deployment by the controller ECS, as the watch sees it. `before` is the service at the start. */
export async function rollingSubject(
  run: RollingRun,
  before: ServiceState,
  { aws, log }: Ports,
): Promise<Subject<RollingLook>> {
  const ecs = await aws.ecs();
  const where = { cluster: before.clusterArn, service: before.name };
  const record = followRecord(ecs, where, run, (message) => {
    log.warn(
      `The service deployment cannot be read, so the deployments of the service alone decide. ${message}`,
    );
  });
  const stopped = followStoppedTasks(ecs, where, (message) => {
    log.warn(`Stopped tasks cannot be read, so a failure will not tell its cause. ${message}`);
  });
  let isMissedSaid = false;

  return {
    take: async (at, signal) => {
      const [described, found] = await Promise.all([
        describeService(ecs, where, signal),
        record.read(signal),
      ]);
      const service = serviceInSight(described);
      const stoppedTasks = await stopped.read(service, run.deploymentId, signal);
      if (found === undefined && at >= RECORD_EXPECTED_WITHIN_MS && !isMissedSaid && !record.isDenied()) {
        isMissedSaid = true;
        log.warn(
          'ECS shows no service deployment for this deployment yet: the deployments of the service decide.',
        );
      }
      return { service, ...(found === undefined ? {} : { record: found }), stoppedTasks };
    },
    judge: (snapshots) => judgeRolling({ run, snapshots }),
    progress: (previous, next) =>
      rollingProgress(run, previous ?? { service: before, stoppedTasks: [] }, next),
    factsOf: factsOfLook,
  };
}

function factsOfLook({ service, record }: RollingLook): Facts {
  const primary = service.deployments.find(({ status }) => status === 'PRIMARY');
  const isRollingBack =
    (record !== undefined && recordPhase(record) === 'rolling-back') ||
    primary?.rolloutStateReason?.includes('rolling back') === true;
  return {
    ...(primary === undefined ? {} : { primary: { id: primary.id, taskDefinition: primary.taskDefinition } }),
    ...(isRollingBack ? { rollingBack: true } : {}),
  };
}
