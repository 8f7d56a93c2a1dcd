import type { DescribeListenersInput, DescribeRulesInput } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Context } from '../../operation.ts';
import { loadBalancingErrors } from './errors.ts';
import type { Listener, ListenerRule } from './state.ts';

/** DescribeListeners, by ARN or of a load balancer; throws ListenerNotFound. */
export function describeListeners(input: DescribeListenersInput, { world }: Context): object {
  const { listeners } = world.loadBalancing;
  const { ListenerArns, LoadBalancerArn } = input;
  if (ListenerArns === undefined && LoadBalancerArn === undefined) {
    throw loadBalancingErrors.unnamed('listener ARNs or a load balancer ARN');
  }
  const named =
    ListenerArns?.map((arn) => listenerOf(listeners, arn)) ??
    listeners.filter((listener) => loadBalancerArn(listener) === LoadBalancerArn);
  return { Listeners: named.map(viewListener) };
}

/** DescribeRules, of a listener or by ARN: the default rule comes last. Throws ListenerNotFound or RuleNotFound. */
export function describeRules(input: DescribeRulesInput, { world }: Context): object {
  const { listeners } = world.loadBalancing;
  const { ListenerArn, RuleArns } = input;
  if (ListenerArn !== undefined) return { Rules: listenerOf(listeners, ListenerArn).rules.map(viewRule) };
  if (RuleArns === undefined) throw loadBalancingErrors.unnamed('a listener ARN or rule ARNs');
  const all = listeners.flatMap(({ rules }) => rules);
  return {
    Rules: RuleArns.map((arn) => {
      const rule = all.find((candidate) => candidate.arn === arn);
      if (rule === undefined) throw loadBalancingErrors.noRule();
      return viewRule(rule);
    }),
  };
}

/** The ARN of the load balancer that a listener belongs to: its own says it. */
export const loadBalancerArn = ({ arn }: Listener): string =>
  arn.slice(0, arn.lastIndexOf('/')).replace(':listener/', ':loadbalancer/');

function listenerOf(listeners: readonly Listener[], arn: string): Listener {
  const listener = listeners.find((candidate) => candidate.arn === arn);
  if (listener === undefined) throw loadBalancingErrors.noListener();
  return listener;
}

function viewListener(listener: Listener): object {
  const byDefault = listener.rules.find(({ priority }) => priority === 'default');
  return {
    ListenerArn: listener.arn,
    LoadBalancerArn: loadBalancerArn(listener),
    Port: listener.port,
    Protocol: listener.port % 1000 === 443 ? 'HTTPS' : 'HTTP',
    DefaultActions: byDefault === undefined ? [] : [viewAction(byDefault)],
  };
}

const viewRule = (rule: ListenerRule): object => ({
  RuleArn: rule.arn,
  Priority: rule.priority,
  Conditions: [],
  Actions: [viewAction(rule)],
  IsDefault: rule.priority === 'default',
});

/** AWS names the target group beside the weights only where there is one. */
function viewAction({ forward }: ListenerRule): object {
  const [only, ...others] = forward;
  return {
    Type: 'forward',
    ...(only === undefined || others.length > 0 ? {} : { TargetGroupArn: only.targetGroupArn }),
    Order: 1,
    ForwardConfig: {
      TargetGroups: forward.map(({ targetGroupArn, weight }) => ({
        TargetGroupArn: targetGroupArn,
        Weight: weight,
      })),
      TargetGroupStickinessConfig: { Enabled: false },
    },
  };
}
