import type {
  DescribeTargetHealthInput,
  TargetDescription,
  TargetHealth,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Context } from '../../operation.ts';
import type { World } from '../../world.ts';
import type { Target, Task } from '../ecs/state.ts';
import type { TargetGroup } from './state.ts';
import { targetGroupOf } from './target-group.ts';

const second = 1000;
/** Recorded: the target was registered within a second or two. */
const registering = 1.2 * second;
/** Two failed checks, 30 s apart: the defaults. */
const unhealthyAfter = 60 * second;

/** DescribeTargetHealth: all targets of a group, or those named; throws TargetGroupNotFound. */
export function describeTargetHealth(input: DescribeTargetHealthInput, { world }: Context): object {
  const group = targetGroupOf(world.loadBalancing.targetGroups, 'arn', input.TargetGroupArn ?? '');
  const registered = registeredWith(world, group);
  const named = input.Targets?.map((wanted) => {
    const found = registered.find(
      ({ task, target }) =>
        task.network.address === wanted.Id && (wanted.Port ?? target.port) === target.port,
    );
    return found === undefined ? viewStranger(wanted) : viewTarget(world, group, found);
  });
  return {
    TargetHealthDescriptions: named ?? registered.map((found) => viewTarget(world, group, found)),
  };
}

interface Registered {
  readonly task: Task;
  readonly target: Target;
}

/** The targets of a group; one that drains is there until its time is over. */
function registeredWith(world: World, group: TargetGroup): readonly Registered[] {
  const drained = group.deregistrationDelaySeconds * second;
  return world.ecs.tasks
    .flatMap((task) => task.targets.map((target) => ({ task, target })))
    .filter(
      ({ target: { targetGroupArn, state, since } }) =>
        targetGroupArn === group.arn && (state !== 'draining' || world.now < since + drained),
    );
}

function viewTarget(world: World, group: TargetGroup, { task, target }: Registered): object {
  return {
    Target: {
      Id: task.network.address,
      Port: target.port,
      AvailabilityZone: `${world.region}a`,
    },
    HealthCheckPort: String(target.port),
    TargetHealth: healthOf(world, group, { task, target }),
  };
}

const viewStranger = (target: TargetDescription): object => ({
  Target: target,
  TargetHealth: {
    State: 'unused',
    Reason: 'Target.NotRegistered',
    Description: 'Target is not registered to the target group',
  } satisfies TargetHealth,
});

/** State, reason and description as the CLI's examples and a recorded experiment have them. */
function healthOf(world: World, group: TargetGroup, { task, target }: Registered): TargetHealth {
  if (isUnused(world, group)) {
    return {
      State: 'unused',
      Reason: 'Target.NotInUse',
      Description: 'Target group is not configured to receive traffic from the load balancer',
    };
  }
  switch (stateOf(world, task, target)) {
    case 'healthy':
      return { State: 'healthy' };
    case 'unhealthy':
      return {
        State: 'unhealthy',
        Reason: 'Target.ResponseCodeMismatch',
        Description: 'Health checks failed with these codes: [503]',
      };
    case 'draining':
      return {
        State: 'draining',
        Reason: 'Target.DeregistrationInProgress',
        Description: 'Target deregistration is in progress',
      };
    case 'initial':
      return world.now < target.since + registering
        ? {
            State: 'initial',
            Reason: 'Elb.RegistrationInProgress',
            Description: 'Target registration is in progress',
          }
        : {
            State: 'initial',
            Reason: 'Elb.InitialHealthChecking',
            Description: 'Initial health checks in progress',
          };
  }
}

/** The load balancer has seen enough of a bad target before ECS, which waits out its grace period, gives it up. */
function stateOf(world: World, { fate }: Task, { state, since }: Target): Target['state'] {
  const failing = fate.kind === 'unhealthy' && state === 'initial' && world.now >= since + unhealthyAfter;
  return failing ? 'unhealthy' : state;
}

/** No rule forwards to the group. A world without listeners leaves that open. */
function isUnused(world: World, { arn, name }: TargetGroup): boolean {
  const { listeners } = world.loadBalancing;
  const forwards = listeners.flatMap(({ rules }) => rules.flatMap(({ forward }) => forward));
  if (listeners.length === 0 || forwards.some(({ targetGroupArn }) => targetGroupArn === arn)) return false;
  // [?] CodeDeploy has both groups of a pair checked, also before any traffic goes to the second.
  return !pairedNames(world).includes(name);
}

const pairedNames = ({ codedeploy }: World): readonly (string | undefined)[] =>
  codedeploy.applications
    .flatMap(({ groups }) => groups)
    .flatMap(({ settings }) => settings.loadBalancerInfo.targetGroupPairInfoList ?? [])
    .flatMap(({ targetGroups = [] }) => targetGroups.map((group) => group.name));
