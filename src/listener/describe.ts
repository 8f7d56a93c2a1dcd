import type {
  ElasticLoadBalancingV2,
  TargetHealthDescription,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { LoadBalancer } from '../service/service.ts';
import type { LiveGroup } from './listener.ts';

export type ListenerReader = Pick<ElasticLoadBalancingV2, 'describeRules' | 'describeTargetHealth'>;

/**
 * The two target groups of a load balancer whose traffic ECS shifts, with what its production rule sends to each
 * (DescribeRules) and how many of its targets are healthy (DescribeTargetHealth). None where the traffic is that
 * of a listener without rules, as of a Network Load Balancer.
 */
export async function describeLiveGroups(
  client: ListenerReader,
  { targetGroupArn, shifting }: LoadBalancer,
  signal: AbortSignal,
): Promise<readonly LiveGroup[]> {
  const rule = shifting?.productionListenerRule;
  if (rule?.includes(':listener-rule/') !== true) return [];
  const { Rules: [found] = [] } = await client.describeRules({ RuleArns: [rule] }, { abortSignal: signal });
  const actions = found?.Actions ?? [];
  const forwards = actions.flatMap(({ ForwardConfig, TargetGroupArn }) =>
    ForwardConfig?.TargetGroups !== undefined
      ? ForwardConfig.TargetGroups
      : TargetGroupArn === undefined
        ? []
        : [{ TargetGroupArn, Weight: 1 }],
  );
  const groups = [targetGroupArn, shifting?.alternateTargetGroupArn].filter((arn) => arn !== undefined);
  return Promise.all(
    groups.map(async (arn) => {
      const health = await client.describeTargetHealth({ TargetGroupArn: arn }, { abortSignal: signal });
      const healthy = (health.TargetHealthDescriptions ?? []).filter(isHealthy);
      const forward = forwards.find(({ TargetGroupArn }) => TargetGroupArn === arn);
      return { rule, targetGroupArn: arn, weight: forward?.Weight ?? 0, healthy: healthy.length };
    }),
  );
}

// API reference, TargetHealth: where no rule leads to a group its targets are not checked, and "unused".
const isHealthy = ({ TargetHealth: { State, Reason } = {} }: TargetHealthDescription): boolean =>
  State === 'healthy' || (State === 'unused' && Reason === 'Target.NotInUse');
