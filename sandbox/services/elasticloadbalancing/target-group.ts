import type { DescribeTargetGroupsInput } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Context } from '../../operation.ts';
import type { World } from '../../world.ts';
import { loadBalancingErrors } from './errors.ts';
import { loadBalancerArn } from './listener.ts';
import type { LoadBalancing, TargetGroup } from './state.ts';

/** DescribeTargetGroups: all, or those named; throws TargetGroupNotFound. */
export function describeTargetGroups(input: DescribeTargetGroupsInput, { world }: Context): object {
  const { targetGroups } = world.loadBalancing;
  const { TargetGroupArns, Names, LoadBalancerArn } = input;
  const named =
    TargetGroupArns?.map((arn) => targetGroupOf(targetGroups, 'arn', arn)) ??
    Names?.map((name) => targetGroupOf(targetGroups, 'name', name)) ??
    targetGroups;
  const wanted = named.filter(
    (group) =>
      LoadBalancerArn === undefined || balancersOf(world.loadBalancing, group).includes(LoadBalancerArn),
  );
  return { TargetGroups: wanted.map((group) => viewGroup(world, group)) };
}

/** The target group of that ARN or name; throws TargetGroupNotFound. */
export function targetGroupOf(
  groups: readonly TargetGroup[],
  member: 'arn' | 'name',
  value: string,
): TargetGroup {
  const group = groups.find((candidate) => candidate[member] === value);
  if (group === undefined) throw loadBalancingErrors.noTargetGroup();
  return group;
}

/** The ARNs of the load balancers with a rule that forwards to the group, whatever its weight. */
function balancersOf({ listeners }: LoadBalancing, { arn }: TargetGroup): readonly string[] {
  const forwarding = listeners.filter(({ rules }) =>
    rules.some(({ forward }) => forward.some(({ targetGroupArn }) => targetGroupArn === arn)),
  );
  return [...new Set(forwarding.map(loadBalancerArn))];
}

/** The health check is AWS's default: every 30 s, five answers for healthy, two for unhealthy. */
function viewGroup(world: World, group: TargetGroup): object {
  return {
    TargetGroupArn: group.arn,
    TargetGroupName: group.name,
    Protocol: 'HTTP',
    Port: 80,
    VpcId: 'vpc-0a1b2c3d4e5f60718',
    HealthCheckProtocol: 'HTTP',
    HealthCheckPort: 'traffic-port',
    HealthCheckEnabled: true,
    HealthCheckIntervalSeconds: 30,
    HealthCheckTimeoutSeconds: 5,
    HealthyThresholdCount: 5,
    UnhealthyThresholdCount: 2,
    HealthCheckPath: '/',
    Matcher: { HttpCode: '200' },
    LoadBalancerArns: balancersOf(world.loadBalancing, group),
    TargetType: 'ip',
    ProtocolVersion: 'HTTP1',
    IpAddressType: 'ipv4',
  };
}
