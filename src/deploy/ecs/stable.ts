import type { ContainerDefinition } from '@aws-sdk/client-ecs';
import type { ServiceState } from '../../service/service.ts';
import { causeOf, type StoppedTask } from '../cause.ts';
import { waitMinutes } from './configuration.ts';
import type { RollingLook } from './progress.ts';
import { ownDeployment, recordPhase, type RollingRun } from './rules.ts';

const BY_DEFAULT_SECONDS = 30;

/**
 * How many seconds the new tasks must be up before a deployment counts as deployed. By default 30 where a
 * completed one proves least: nothing checks the tasks, and no bake time follows.
 */
export function stableSeconds(
  asked: number | 'default' | undefined,
  {
    service,
    containers,
  }: { readonly service: ServiceState; readonly containers: readonly ContainerDefinition[] },
): number {
  if (asked !== 'default') return asked ?? 0;
  const isChecked =
    service.loadBalancers.length > 0 || containers.some(({ healthCheck }) => healthCheck !== undefined);
  return isChecked || waitMinutes(service.configuration) > 0 ? 0 : BY_DEFAULT_SECONDS;
}

/** Whether tasks are asked to stay up at all: unless that is turned off, those in place must outlive what crashed. */
export const isStabilityAsked = (asked: number | 'default' | undefined): boolean =>
  asked !== undefined && asked !== 0;

/** Tasks of a deployment that stopped for a cause: no scale-in, no Spot interruption, no person. */
export const crashes = (tasks: readonly StoppedTask[]): readonly StoppedTask[] =>
  tasks.filter((task) => causeOf(task) !== undefined);

/**
 * When ECS called the deployment complete, in milliseconds since 1970 by AWS's clock; undefined where it does
 * not say when. The record can be there before the event (38 s in a recording): from then on no breaker counts.
 */
export function completedAt(run: RollingRun, { service, record }: RollingLook): number | undefined {
  const mark = `(deployment ${run.deploymentId}) deployment completed.`;
  const times = [
    ...service.events.filter(({ message }) => message.includes(mark)).map(({ at }) => at),
    ...(record?.finishedAt === undefined || recordPhase(record) !== 'successful' ? [] : [record.finishedAt]),
  ];
  return times.length === 0 ? undefined : Math.min(...times);
}

/** When the end of a task began, by AWS's clock. */
export const endedAt = ({ stoppingAt, stoppedAt }: StoppedTask): number | undefined =>
  stoppingAt ?? stoppedAt;

const LONGEST_TO_OUTLIVE_SECONDS = 600;

/** How many seconds tasks must be up to have lived longer than these, which crashed; of long lives none is asked. */
export function secondsToOutlive(crashed: readonly StoppedTask[]): number {
  const lives = crashed.map((task) => ((endedAt(task) ?? 0) - (task.startedAt ?? Infinity)) / 1_000);
  return Math.max(0, ...lives.filter((life) => life <= LONGEST_TO_OUTLIVE_SECONDS).map(Math.ceil));
}

/**
 * For how many milliseconds the tasks were up at least when the service was read, by AWS's clock alone: from
 * the start of the newest of them to the last moment of which the service tells.
 */
export function upSince(newestStart: number | undefined, { events, deployments }: ServiceState): number {
  if (newestStart === undefined) return 0;
  const moments = [
    ...events.map(({ at }) => at),
    ...deployments.flatMap(({ createdAt, updatedAt }) => [createdAt ?? 0, updatedAt ?? 0]),
  ];
  return Math.max(0, Math.max(0, ...moments) - newestStart);
}

/**
 * For how many milliseconds, until the last look, all tasks of the deployment were up without a crash among
 * them; `before` are those of before the first look.
 */
export function upFor(run: RollingRun, looks: readonly RollingLook[], before = 0): number {
  const last = looks.at(-1);
  if (last === undefined) return 0;
  const crashed = crashes(last.stoppedTasks).length;
  const broken = looks.findLastIndex(
    (look) => !areUp(run, look) || crashes(look.stoppedTasks).length !== crashed,
  );
  const first = looks[broken + 1];
  return first === undefined ? 0 : last.at - first.at + (broken === -1 ? before : 0);
}

function areUp(run: RollingRun, { service }: RollingLook): boolean {
  const own = ownDeployment(run, service);
  return own !== undefined && own.desiredCount > 0 && own.runningCount >= own.desiredCount;
}
