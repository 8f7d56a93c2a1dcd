import type { Sandbox } from '../sandbox/sandbox.ts';
import type { SuspendedState } from '../sandbox/services/application-autoscaling/state.ts';
import type { Service, Task, TaskOwner } from '../sandbox/services/ecs/state.ts';
import type { World } from '../sandbox/world.ts';
import { serviceIn } from './setting.ts';

/** What is so in the sandbox at one moment, read from its state and from no answer of it. */
export interface Truth {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What serves: the PRIMARY deployment or task set. */
  readonly primary?: Serving;
  /** The ids of everything that was ever started: deployments of ECS, or of CodeDeploy. */
  readonly deployments: readonly string[];
  /** Those of them that AWS goes on with: none has ended, and no stop or rollback of it has begun. */
  readonly underWay: readonly string[];
  /** True when nothing of an earlier deployment is left. */
  readonly isSettled: boolean;
  readonly configuration: Configuration;
  /** The revisions that there are deployments or task sets of, and the one that completed last. */
  readonly revisions: readonly string[];
}

/** What serves, or would. */
export interface Serving {
  /** The deployment that brought it: `ecs-svc/…`, or `d-…` under CodeDeploy. */
  readonly deployment: string;
  readonly taskDefinition: string;
  readonly images: readonly string[];
  /** How many tasks AWS wants of it now: a new count reaches it some seconds after the service. */
  readonly desiredCount: number;
  /** When each of its running tasks had started. */
  readonly startedAt: readonly number[];
  /** One list of digests for each running task; undefined where the registry is none of the sandbox's. */
  readonly tasks: readonly (readonly (string | undefined)[])[];
  /** Its share of the production traffic in percent; absent where no listener rule knows of it. */
  readonly traffic?: number;
  /** True when AWS is done with it: completed or successful; all traffic shifted and every event over. */
  readonly isComplete: boolean;
}

/** Reads the truth about one service. */
export function truthOf(sandbox: Sandbox, name: string): Truth {
  const world = sandbox.live();
  const service = serviceIn(sandbox, name);
  const owners = [...service.deployments, ...service.taskSets];
  const primary = owners.find(({ status }) => status === 'PRIMARY');
  const completed = service.lastCompleted?.settings.taskDefinition;
  return {
    at: world.now,
    ...(primary === undefined || service.status !== 'ACTIVE'
      ? {}
      : { primary: serving(world, service, primary) }),
    deployments: [...service.records, ...world.codedeploy.deployments].map((started) =>
      'deploymentId' in started ? started.deploymentId : started.id,
    ),
    underWay: underWay(world, service),
    isSettled: owners.length === 1 && primary !== undefined && isComplete(world, service, primary),
    configuration: configurationOf(service),
    revisions: [
      ...owners.map(({ settings }) => settings.taskDefinition),
      ...(completed === undefined ? [] : [completed]),
    ],
  };
}

function serving(world: World, service: Service, owner: TaskOwner): Serving {
  const { taskDefinition } = owner.settings;
  const definition = world.ecs.taskDefinitions.find(({ arn }) => arn === taskDefinition);
  const traffic = trafficOf(world, groupOf(owner));
  return {
    deployment: deploymentOf(service, owner),
    taskDefinition,
    desiredCount: owner.desiredCount,
    images: (definition?.content.containerDefinitions ?? []).map(({ image = '' }) => image),
    startedAt: runningTasks(world, owner).map((task) => task.startedAt ?? task.createdAt),
    tasks: runningTasks(world, owner).map(({ containers }) =>
      containers.map(({ imageDigest }) => imageDigest),
    ),
    ...(traffic === undefined ? {} : { traffic }),
    isComplete: isComplete(world, service, owner),
  };
}

const groupOf = ({ targetGroups, settings }: TaskOwner): string | undefined =>
  targetGroups?.[0] ?? settings.loadBalancers?.[0]?.targetGroupArn;

function trafficOf({ loadBalancing }: World, group: string | undefined): number | undefined {
  const production = loadBalancing.listeners
    .flatMap(({ rules }) => rules)
    .find(({ priority }) => priority === 'default');
  if (production === undefined || group === undefined) return undefined;
  const sum = production.forward.reduce((total, { weight }) => total + weight, 0);
  const own = production.forward.find(({ targetGroupArn }) => targetGroupArn === group)?.weight ?? 0;
  return sum === 0 ? 0 : (own * 100) / sum;
}

/** The CodeDeploy deployment that made a task set; a deployment of ECS itself. */
const deploymentOf = ({ taskSets }: Service, { id }: TaskOwner): string =>
  taskSets.find((taskSet) => taskSet.id === id)?.externalId ?? id;

const runningTasks = ({ ecs }: World, { id }: TaskOwner): readonly Task[] =>
  ecs.tasks.filter(
    ({ startedBy, lastStatus, desiredStatus }) =>
      startedBy === id && lastStatus === 'RUNNING' && desiredStatus === 'RUNNING',
  );

function isComplete(world: World, service: Service, owner: TaskOwner): boolean {
  if (service.controller === 'ECS') {
    const record = service.records.find(({ deploymentId }) => deploymentId === owner.id);
    const deployment = service.deployments.find(({ id }) => id === owner.id);
    return deployment?.rolloutState === 'COMPLETED' || record?.status === 'SUCCESSFUL';
  }
  const made = world.codedeploy.deployments.find(({ id }) => id === deploymentOf(service, owner));
  if (made === undefined) return true;
  const { status, events } = made;
  return status !== 'Failed' && status !== 'Stopped' && events.every((event) => event.status === 'Succeeded');
}

function underWay(world: World, service: Service): readonly string[] {
  const records = service.records.filter(({ status }) => status === 'PENDING' || status === 'IN_PROGRESS');
  const made = world.codedeploy.deployments.filter(
    ({ status, events }) => UNDER_WAY.has(status) && events.some((event) => event.status !== 'Succeeded'),
  );
  return [...records.map(({ deploymentId }) => deploymentId), ...made.map(({ id }) => id)];
}

const UNDER_WAY: ReadonlySet<string> = new Set(['Created', 'Queued', 'InProgress', 'Ready']);

/** How the next deployment of the service would go. */
export type Configuration = Readonly<Record<string, unknown>>;

function configurationOf(service: Service): Configuration {
  const { strategy, circuitBreaker, minimumHealthyPercent, maximumPercent } = service;
  const { name, bakeTimeInMinutes, linearConfiguration, canaryConfiguration, alarms, lifecycleHooks } =
    strategy;
  return {
    strategy: name,
    bakeMinutes: bakeTimeInMinutes,
    stepPercent: linearConfiguration?.stepPercent,
    stepBakeMinutes: linearConfiguration?.stepBakeTimeInMinutes,
    canaryPercent: canaryConfiguration?.canaryPercent,
    canaryBakeMinutes: canaryConfiguration?.canaryBakeTimeInMinutes,
    alarms: alarms?.alarmNames,
    hooks: lifecycleHooks,
    circuitBreaker,
    minimumHealthyPercent,
    maximumPercent,
  };
}

/** The scalable targets: what of each is suspended, and its tags. */
export type Scalable = readonly {
  readonly resourceId: string;
  readonly bounds: string;
  readonly suspended: SuspendedState;
  readonly tags: Readonly<Record<string, string>>;
}[];

export const scalableIn = (sandbox: Sandbox): Scalable =>
  sandbox.live().autoscaling.scalableTargets.map(({ resourceId, min, max, suspended, tags }) => ({
    resourceId,
    bounds: `${min} to ${max}`,
    suspended,
    tags,
  }));

/** A task that failed by itself. */
export interface FailedTask {
  readonly id: string;
  /** The deployment that started it. */
  readonly deployment: string;
  readonly stoppedAt: number;
}

/** The tasks that stopped by a fault of their image, as far as the sandbox still remembers them. */
export function failedTasks(sandbox: Sandbox): readonly FailedTask[] {
  const { ecs, codedeploy } = sandbox.live();
  return ecs.tasks.flatMap(({ id, startedBy, stopCode, stoppedReason, stoppedAt }) => {
    const isFailure =
      stopCode === 'TaskFailedToStart' ||
      stopCode === 'EssentialContainerExited' ||
      stoppedReason?.startsWith('Task failed') === true;
    if (!isFailure || stoppedAt === undefined) return [];
    const made = codedeploy.deployments.find(({ green }) => green === startedBy);
    return [{ id, deployment: made?.id ?? startedBy, stoppedAt }];
  });
}
