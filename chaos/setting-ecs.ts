import * as shift from '../__tests__/support/shift.ts';
import { targetGroup } from '../__tests__/support/sandbox.ts';
import type { Alarm, ChaosHook, RollingService } from './scenario.ts';

/** Keys of a scenario file. */
export type Opening = Readonly<Record<string, unknown>> & { readonly services: readonly object[] };

/** What the sandbox opens with for a service that ECS itself deploys. */
export function rolling(service: RollingService): Opening {
  const { desiredCount, breaker, loadBalancer, minimumHealthyPercent, maximumPercent, alarm, native } =
    service;
  const { hooks = [], isRouted = false } = service;
  return {
    loadBalancers: isRouted
      ? ROUTED
      : { targetGroups: [{ arn: targetGroup, deregistrationDelaySeconds: 30 }] },
    services: [
      {
        cluster: 'shop',
        serviceName: 'worker',
        taskDefinition: 'worker:1',
        desiredCount,
        launchType: 'FARGATE',
        deploymentConfiguration: {
          ...native,
          minimumHealthyPercent,
          maximumPercent,
          deploymentCircuitBreaker: { enable: breaker !== 'off', rollback: breaker === 'rollback' },
          ...(hooks.length === 0 ? {} : { lifecycleHooks: hooks.map(hookOf) }),
          ...(alarm === undefined
            ? {}
            : { alarms: { alarmNames: ['web-5xx'], enable: true, rollback: alarm.rollback } }),
        },
        ...(loadBalancer ? { loadBalancers: [isRouted ? ROUTED_BALANCER : BALANCER] } : {}),
      },
    ],
    lifecycleHooks: hooks.flatMap((hook, index) =>
      hook.kind === 'pause'
        ? []
        : [{ function: `hook-${index}`, result: hook.result, seconds: hook.seconds }],
    ),
    ...alarmsOf(alarm),
  };
}

/** The alarm of a scenario; none where it has none. */
export const alarmsOf = (alarm: Alarm | undefined): object =>
  alarm === undefined ? {} : { alarms: [{ name: 'web-5xx', at: alarm.at, times: alarm.times }] };

const BALANCER = { targetGroupArn: targetGroup, containerName: 'worker', containerPort: 80 };

const ROUTED_BALANCER = {
  ...BALANCER,
  targetGroupArn: shift.blueGroup,
  advancedConfiguration: {
    alternateTargetGroupArn: shift.greenGroup,
    productionListenerRule: shift.productionRule,
    testListenerRule: shift.testRule,
    roleArn: 'arn:aws:iam::123456789012:role/infrastructure',
  },
};

const ROUTED = {
  targetGroups: [shift.blueGroup, shift.greenGroup].map((arn) => ({ arn, deregistrationDelaySeconds: 10 })),
  listeners: [
    {
      arn: 'arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/shop/01/02',
      port: 443,
      rules: [
        { arn: shift.testRule, priority: '1', forward: [{ targetGroupArn: shift.greenGroup, weight: 100 }] },
        { arn: shift.productionRule, forward: [{ targetGroupArn: shift.blueGroup, weight: 100 }] },
      ],
    },
  ],
};

function hookOf(hook: ChaosHook, index: number): object {
  const lifecycleStages = [hook.stage];
  return hook.kind === 'pause'
    ? {
        targetType: 'PAUSE',
        lifecycleStages,
        timeoutConfiguration: { timeoutInMinutes: hook.minutes, action: hook.action },
      }
    : {
        hookTargetArn: shift.hookArn(`hook-${index}`),
        roleArn: 'arn:aws:iam::123456789012:role/hooks',
        lifecycleStages,
      };
}
