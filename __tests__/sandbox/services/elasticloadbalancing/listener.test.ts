import {
  DescribeListenersCommand,
  DescribeRulesCommand,
  DescribeTargetGroupsCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { describe, expect, test } from '@jest/globals';
import { exampleScenario, rehearse } from '../../../support/sandbox.ts';

const arn = 'arn:aws:elasticloadbalancing:us-east-1:123456789012';
const balancer = `${arn}:loadbalancer/app/reservation/50dc6c495c0c9188`;
const listener = `${arn}:listener/app/reservation/50dc6c495c0c9188/f2f7dc8efc522ab2`;
const blue = `${arn}:targetgroup/reservation-api-blue/1f2e3d4c5b6a7980`;
const green = `${arn}:targetgroup/reservation-api-green/2f3e4d5c6b7a8091`;

describe('listeners and rules', () => {
  const { loadBalancing } = rehearse(exampleScenario());

  test('a rule tells the weight of each target group', async () => {
    const { Rules } = await loadBalancing.send(new DescribeRulesCommand({ ListenerArn: listener }));
    expect(Rules).toMatchObject([
      {
        Priority: 'default',
        IsDefault: true,
        Actions: [
          {
            Type: 'forward',
            ForwardConfig: {
              TargetGroups: [
                { TargetGroupArn: blue, Weight: 100 },
                { TargetGroupArn: green, Weight: 0 },
              ],
            },
          },
        ],
      },
    ]);
    expect(
      (await loadBalancing.send(new DescribeRulesCommand({ RuleArns: [Rules?.[0]?.RuleArn ?? ''] }))).Rules,
    ).toEqual(Rules);
  });

  test('a load balancer has its listeners, and a group its load balancer', async () => {
    const { Listeners } = await loadBalancing.send(
      new DescribeListenersCommand({ LoadBalancerArn: balancer }),
    );
    expect(Listeners).toMatchObject([
      { ListenerArn: listener, Port: 8443, Protocol: 'HTTPS' },
      { Port: 443, Protocol: 'HTTPS' },
    ]);
    const { TargetGroups } = await loadBalancing.send(
      new DescribeTargetGroupsCommand({ Names: ['reservation-api-green'] }),
    );
    expect(TargetGroups).toMatchObject([{ TargetGroupArn: green, LoadBalancerArns: [balancer] }]);
  });

  test.each([
    ['ListenerNotFoundException', new DescribeListenersCommand({ ListenerArns: ['arn:none'] })],
    ['ValidationError', new DescribeListenersCommand({})],
  ])('%s', async (name, command) => {
    await expect(loadBalancing.send(command)).rejects.toMatchObject({ name });
  });

  test('a rule that is not there is RuleNotFound', async () => {
    await expect(
      loadBalancing.send(new DescribeRulesCommand({ RuleArns: ['arn:none'] })),
    ).rejects.toMatchObject({ name: 'RuleNotFoundException', message: 'One or more rules not found' });
  });
});
