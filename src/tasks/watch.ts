import type { Task } from '@aws-sdk/client-ecs';
import { awsFailure } from '../aws/errors.ts';
import type { StoppedTask } from '../deploy/cause.ts';
import type { ServiceState } from '../service/service.ts';
import { describeTasks, listTasks, type ServiceTasks, type TaskReader } from './describe.ts';

/** The stopped tasks of one service, followed over a deployment. */
export interface StoppedTaskFollower {
  /** All that stopped so far and were started by `startedBy` (a deployment or task set id). */
  readonly read: (
    service: ServiceState,
    startedBy: string,
    signal: AbortSignal,
  ) => Promise<readonly StoppedTask[]>;
  /** Ids of tasks that were stopping when last read, and were not started by `startedBy`. */
  readonly draining: (startedBy: string) => readonly string[];
}

/**
 * Follows a service's stopped tasks. They are asked for when the service moved since the last time, and
 * at every fourth look, or every second one while tasks are stopping. Each task is described until its last
 * status is STOPPED, since exit codes come late; the first denied call ends the following, said once.
 */
export function followStoppedTasks(
  ecs: TaskReader,
  where: ServiceTasks,
  denied: (message: string) => void,
): StoppedTaskFollower {
  const known = new Map<string, StoppedTask>();
  const settled = new Set<string>();
  let stopping: readonly StoppedTask[] = [];
  let isDenied = false;
  let seen = '';
  let quietLooks = 0;

  let hasOpen = false;

  const isDue = (service: ServiceState): boolean => {
    const now = movement(service);
    quietLooks = now === seen ? quietLooks + 1 : 0;
    seen = now;
    return quietLooks % (hasOpen ? LOOKS_AT_OPEN : QUIET_LOOKS) === 0;
  };

  const refresh = async (signal: AbortSignal): Promise<void> => {
    const arns = await listTasks(ecs, where, 'STOPPED', signal);
    const open = arns.filter((arn) => !settled.has(arn));
    hasOpen = open.length > 0;
    const described = await describeTasks(ecs, where.cluster, open, signal);
    stopping = described.filter(({ lastStatus }) => lastStatus !== 'STOPPED').map(readStoppedTask);
    for (const task of described) {
      const arn = task.taskArn ?? '';
      const stopped = readStoppedTask(task);
      if (task.lastStatus === 'STOPPED') settled.add(arn);
      if (settled.has(arn) || tellsItsCause(stopped)) known.set(arn, stopped);
    }
  };

  return {
    draining: (startedBy) => stopping.filter((task) => task.startedBy !== startedBy).map(({ id }) => id),
    read: async (service, startedBy, signal) => {
      try {
        if (!isDenied && isDue(service)) await refresh(signal);
      } catch (error) {
        const failure = awsFailure(error);
        if (failure?.kind !== 'denied') throw error;
        isDenied = true;
        denied(failure.message);
      }
      return [...known.values()].filter((task) => task.startedBy === startedBy);
    },
  };
}

const QUIET_LOOKS = 4;
/** While tasks are about to stop. */
const LOOKS_AT_OPEN = 2;

/** What changes when a task of the service starts or stops. */
const movement = ({ deployments, taskSets, events }: ServiceState): string =>
  JSON.stringify([deployments, taskSets, events[0]?.id]);

/** The exit code of a container that ended comes some moments after the task says that it ended. */
const tellsItsCause = ({ stopCode, containers }: StoppedTask): boolean =>
  stopCode !== undefined &&
  (stopCode !== 'EssentialContainerExited' || containers.some(({ exitCode }) => exitCode !== undefined));

/** A task as DescribeTasks tells it, reduced to why it stopped. */
export function readStoppedTask(task: Task): StoppedTask {
  const arn = task.taskArn ?? '';
  return {
    id: arn.slice(arn.lastIndexOf('/') + 1),
    startedBy: task.startedBy ?? '',
    ...(task.stopCode === undefined ? {} : { stopCode: task.stopCode }),
    ...(task.stoppedReason === undefined ? {} : { stoppedReason: task.stoppedReason }),
    ...(task.startedAt === undefined ? {} : { startedAt: task.startedAt.getTime() }),
    ...(task.stoppingAt === undefined ? {} : { stoppingAt: task.stoppingAt.getTime() }),
    ...(task.stoppedAt === undefined ? {} : { stoppedAt: task.stoppedAt.getTime() }),
    ...addressOf(task),
    containers: (task.containers ?? []).map((container) => ({
      name: container.name ?? '',
      ...(container.exitCode === undefined ? {} : { exitCode: container.exitCode }),
      ...(container.reason === undefined ? {} : { reason: container.reason }),
      unhealthy: container.healthStatus === 'UNHEALTHY',
    })),
  };
}

/** The address of the task's network interface, as its attachment tells it (awsvpc). */
function addressOf({ attachments = [] }: Task): Pick<StoppedTask, 'address'> {
  const details = attachments.flatMap((attachment) => attachment.details ?? []);
  const address = details.find(({ name }) => name === 'privateIPv4Address')?.value;
  return address === undefined ? {} : { address };
}
