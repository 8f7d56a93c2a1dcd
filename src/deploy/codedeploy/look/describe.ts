import type { CodeDeploy } from '@aws-sdk/client-codedeploy';
import { describeService, type ServiceReader } from '../../../service/describe.ts';
import type { ServiceState } from '../../../service/service.ts';
import { serviceInSight } from '../../lost-sight.ts';
import { describeDeployment, describeTarget } from '../describe.ts';
import type { CodeDeployDeployment, CodeDeploySnapshot } from '../rules.ts';
import { canDecide, type Due, dueReads, type Seen } from './due.ts';

export interface LookPorts {
  readonly ecs: ServiceReader;
  readonly client: Pick<CodeDeploy, 'getDeployment' | 'batchGetDeploymentTargets'>;
}

/** A deployment that is looked at again and again. */
export interface DeploymentFollower {
  /** What is known `now`, in milliseconds of the watch's own clock. Throws a LostSight without the service. */
  readonly read: (now: number, signal: AbortSignal) => Promise<CodeDeploySnapshot>;
}

/**
 * Follows one deployment by DescribeServices, GetDeployment and BatchGetDeploymentTargets: a look makes the
 * calls that are due, and the others too when what it finds can decide. A rollback is asked for each time.
 */
export function followDeployment(
  { ecs, client }: LookPorts,
  deploymentId: string,
  before: ServiceState,
): DeploymentFollower {
  const where = { cluster: before.clusterArn, service: before.name };

  const serviceNow = async (signal: AbortSignal): Promise<ServiceState> =>
    serviceInSight(await describeService(ecs, where, signal));
  const deploymentNow = (id: string, signal: AbortSignal): Promise<CodeDeployDeployment> =>
    describeDeployment(client, id, signal);
  const rollbackOf = (
    { rollbackDeploymentId: id }: CodeDeployDeployment,
    signal: AbortSignal,
  ): Promise<CodeDeployDeployment | undefined> =>
    id === undefined ? Promise.resolve(undefined) : deploymentNow(id, signal);

  const readAll = async (now: number, signal: AbortSignal): Promise<CodeDeploySnapshot> => {
    const [service, deployment, target] = await Promise.all([
      serviceNow(signal),
      deploymentNow(deploymentId, signal),
      describeTarget(client, deploymentId, before, signal),
    ]);
    return { at: now, service, deployment, ...target };
  };
  const readDue = async (
    { service, deployment, lifecycleEvents, taskSets }: CodeDeploySnapshot,
    due: Due,
    { now, signal }: { readonly now: number; readonly signal: AbortSignal },
  ): Promise<CodeDeploySnapshot> => {
    const [freshService, freshDeployment, freshTarget] = await Promise.all([
      due.service ? serviceNow(signal) : service,
      due.deployment ? deploymentNow(deploymentId, signal) : deployment,
      due.target ? describeTarget(client, deploymentId, before, signal) : { lifecycleEvents, taskSets },
    ]);
    return { at: now, service: freshService, deployment: freshDeployment, ...freshTarget };
  };
  const readNext = async (
    { snapshot: previous, readAt }: Seen<CodeDeploySnapshot>,
    now: number,
    signal: AbortSignal,
  ): Promise<Seen<CodeDeploySnapshot>> => {
    const due = dueReads({ snapshot: previous, readAt }, now);
    const [found, rollback] = await Promise.all([
      readDue(previous, due, { now, signal }),
      rollbackOf(previous.deployment, signal),
    ]);
    const decides = canDecide(previous, found);
    const rest = { service: !due.service, deployment: !due.deployment, target: !due.target };
    const next = decides ? await readDue(found, rest, { now, signal }) : found;
    return {
      snapshot: rollback === undefined ? next : { ...next, rollback },
      readAt: {
        service: due.service || decides ? now : readAt.service,
        deployment: due.deployment || decides ? now : readAt.deployment,
        target: due.target || decides ? now : readAt.target,
      },
    };
  };

  let last: Seen<CodeDeploySnapshot> | undefined;
  return {
    read: async (now, signal) => {
      const next =
        last === undefined
          ? { snapshot: await readAll(now, signal), readAt: { service: now, deployment: now, target: now } }
          : await readNext(last, now, signal);
      const { snapshot } = next;
      const rollback = snapshot.rollback ?? (await rollbackOf(snapshot.deployment, signal));
      last = rollback === undefined ? next : { ...next, snapshot: { ...snapshot, rollback } };
      return last.snapshot;
    },
  };
}
