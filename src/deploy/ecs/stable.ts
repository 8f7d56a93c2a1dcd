import type { ContainerDefinition } from '@aws-sdk/client-ecs';
import type { ServiceState } from '../../service/service.ts';
import { causeOf, type StoppedTask } from '../cause.ts';
import { waitMinutes } from './configuration.ts';
import type { RollingLook } from './progress.ts';
import { ownDeployment, type RollingRun } from './rules.ts';

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

/** Tasks of a deployment that stopped for a cause: no scale-in, no Spot interruption, no person. */
export const crashes = (tasks: readonly StoppedTask[]): readonly StoppedTask[] =>
  tasks.filter((task) => causeOf(task) !== undefined);

/** For how many milliseconds, until the last look, all tasks of the deployment were up without a crash among them. */
export function upFor(run: RollingRun, looks: readonly RollingLook[]): number {
  const last = looks.at(-1);
  if (last === undefined) return 0;
  const crashed = crashes(last.stoppedTasks).length;
  const before = looks.findLastIndex(
    (look) => !areUp(run, look) || crashes(look.stoppedTasks).length !== crashed,
  );
  const first = looks[before + 1];
  return first === undefined ? 0 : last.at - first.at;
}

function areUp(run: RollingRun, { service }: RollingLook): boolean {
  const own = ownDeployment(run, service);
  return own !== undefined && own.desiredCount > 0 && own.runningCount >= own.desiredCount;
}
