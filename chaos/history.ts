import type { Sandbox } from '../sandbox/sandbox.ts';
import type { Service } from '../sandbox/services/ecs/state.ts';
import type { World } from '../sandbox/world.ts';
import { serviceIn } from './setting.ts';

/** A revision that a rollback has to return to. */
export interface Return {
  readonly taskDefinition: string;
  readonly tag: string;
  /** True in the seconds in which CodeDeploy is about to roll back, and nothing shows it. */
  readonly isUnclear: boolean;
}

/**
 * What a rollback that is pressed at this moment has to return to, read from the sandbox's state: the revision
 * deployed successfully before the one that serves or is being deployed; where the service is being returned to
 * a revision already, that one. Undefined where there is none.
 */
export function returnOf(sandbox: Sandbox, name: string): Return | undefined {
  const world = sandbox.live();
  const service = serviceIn(sandbox, name);
  const succeeded = succeededIn(world, service);
  const last = succeeded.at(-1);
  const { serving, moving, isRollingBack } = situationOf(world, service);
  const to = (): string | undefined => {
    if (isRollingBack) return last;
    if (moving !== undefined && succeeded.includes(moving) && moving !== last) return moving;
    const leaving = moving ?? serving;
    return leaving !== undefined && leaving === last ? succeeded.at(-2) : last;
  };
  const taskDefinition = to();
  if (taskDefinition === undefined) return undefined;
  const image = world.ecs.taskDefinitions.find(({ arn }) => arn === taskDefinition)?.content
    .containerDefinitions?.[0]?.image;
  const isUnclear = world.codedeploy.deployments.some(({ rollbackDue }) => rollbackDue);
  return { taskDefinition, isUnclear, tag: image?.slice(image.lastIndexOf(':') + 1) ?? '' };
}

/** Revisions that were deployed successfully, oldest first; a return to one takes away what came after it. */
function succeededIn(world: World, service: Service): readonly string[] {
  const inOrder =
    service.controller === 'ECS' ? succeededOfEcs(service) : succeededOfCodeDeploy(world, service);
  return inOrder.reduce<readonly string[]>((kept, next) => {
    const earlier = kept.indexOf(next);
    return [...(earlier === -1 ? kept : kept.slice(0, earlier)), next];
  }, []);
}

function succeededOfEcs({ records, revisions, deployments }: Service): readonly string[] {
  // A record can be SUCCESSFUL some time before its deployment is COMPLETED; what is rolled back to was that before.
  const isReturning = records.some(({ status }) => isRollingBack(status));
  const isOpen = (id: string): boolean =>
    !isReturning &&
    deployments.some(
      (one) => one.id === id && one.status === 'PRIMARY' && one.rolloutState === 'IN_PROGRESS',
    );
  // A service that a scenario opens with has a revision, and no record.
  return revisions
    .toSorted((one, other) => one.createdAt - other.createdAt)
    .filter(({ deploymentId }) => {
      const record = records.find((one) => one.deploymentId === deploymentId);
      return record === undefined || (record.status === 'SUCCESSFUL' && !isOpen(deploymentId));
    })
    .map(({ settings }) => settings.taskDefinition);
}

function succeededOfCodeDeploy({ codedeploy, ecs }: World, { revisions }: Service): readonly string[] {
  const [first] = revisions.toSorted((one, other) => one.createdAt - other.createdAt);
  const made = codedeploy.deployments.filter(
    ({ creator, status, events }) =>
      creator === 'user' &&
      status !== 'Failed' &&
      status !== 'Stopped' &&
      events.every((event) => event.status === 'Succeeded'),
  );
  return [
    ...(first === undefined ? [] : [first.settings.taskDefinition]),
    ...made.flatMap(({ appSpec }) => {
      const named = appSpec?.taskDefinition ?? '';
      return ecs.taskDefinitions.find(({ arn }) => arn.endsWith(named))?.arn ?? [];
    }),
  ];
}

interface Situation {
  readonly serving?: string | undefined;
  /** What is being deployed. */
  readonly moving?: string | undefined;
  /** True while AWS itself returns to what was there before, or is about to. */
  readonly isRollingBack: boolean;
}

function situationOf(world: World, service: Service): Situation {
  const { deployments, taskSets, records, controller } = service;
  const serving = [...deployments, ...taskSets].find(({ status }) => status === 'PRIMARY');
  const servingRevision = serving?.settings.taskDefinition;
  if (controller === 'ECS') {
    const record = records.find(({ deploymentId }) => deploymentId === serving?.id);
    const isOpen = deployments.some(
      ({ id, rolloutState }) => id === serving?.id && rolloutState === 'IN_PROGRESS',
    );
    const isMoving = record?.status === 'PENDING' || record?.status === 'IN_PROGRESS' || isOpen;
    return {
      serving: servingRevision,
      moving: isMoving ? servingRevision : undefined,
      isRollingBack: records.some(({ status }) => isRollingBack(status)),
    };
  }
  const made = world.codedeploy.deployments.find(
    ({ status, events, creator }) =>
      !['Succeeded', 'Failed', 'Stopped'].includes(status) &&
      (creator === 'codeDeployRollback' || events.some((event) => event.status !== 'Succeeded')),
  );
  const isDue = world.codedeploy.deployments.some(({ rollbackDue }) => rollbackDue);
  const named = made?.appSpec?.taskDefinition;
  return {
    serving: servingRevision,
    moving:
      named === undefined ? undefined : world.ecs.taskDefinitions.find(({ arn }) => arn.endsWith(named))?.arn,
    isRollingBack: isDue || made?.creator === 'codeDeployRollback',
  };
}

const isRollingBack = (status: string): boolean =>
  status === 'ROLLBACK_REQUESTED' || status === 'ROLLBACK_IN_PROGRESS';
