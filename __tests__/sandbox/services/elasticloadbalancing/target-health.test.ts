import { DescribeTargetHealthCommand, type TargetHealth } from '@aws-sdk/client-elastic-load-balancing-v2';
import { describe, expect, test } from '@jest/globals';
import { rehearse, targetGroup, workerScenario, type Rehearsal } from '../../../support/sandbox.ts';

const behind = workerScenario({
  service: `    loadBalancers: [{ targetGroupArn: '${targetGroup}', containerName: worker, containerPort: 80 }]
    healthCheckGracePeriodSeconds: 60`,
});

async function health({ loadBalancing }: Rehearsal): Promise<readonly (TargetHealth | undefined)[]> {
  const { TargetHealthDescriptions = [] } = await loadBalancing.send(
    new DescribeTargetHealthCommand({ TargetGroupArn: targetGroup }),
  );
  return TargetHealthDescriptions.map(({ TargetHealth: state }) => state);
}

describe('DescribeTargetHealth', () => {
  test('a healthy target has a state and no reason', async () => {
    expect(await health(rehearse(behind))).toEqual([{ State: 'healthy' }, { State: 'healthy' }]);
  });

  test('new targets are initial, first registering, then being checked', async () => {
    const stage = rehearse(behind);
    await stage.deploy('v2');
    stage.pass(14 + 26 + 1);
    expect(await health(stage)).toContainEqual({
      State: 'initial',
      Reason: 'Elb.RegistrationInProgress',
      Description: 'Target registration is in progress',
    });
    stage.pass(5);
    expect(await health(stage)).toContainEqual({
      State: 'initial',
      Reason: 'Elb.InitialHealthChecking',
      Description: 'Initial health checks in progress',
    });
  });

  test('a target that fails its checks is unhealthy before ECS gives it up, with the code that it answers', async () => {
    const stage = rehearse(behind);
    await stage.deploy('fault-unhealthy');
    stage.pass(14 + 26 + 1 + 61);
    expect(await health(stage)).toContainEqual({
      State: 'unhealthy',
      Reason: 'Target.ResponseCodeMismatch',
      Description: 'Health checks failed with these codes: [503]',
    });
    expect(await stage.tasks('STOPPED')).toEqual([]);
  });

  test('old targets drain for as long as the group says, then they are gone', async () => {
    const stage = rehearse(behind);
    await stage.deploy('v2');
    stage.pass(75);
    const draining = {
      State: 'draining',
      Reason: 'Target.DeregistrationInProgress',
      Description: 'Target deregistration is in progress',
    };
    expect(await health(stage)).toContainEqual(draining);
    stage.pass(35);
    expect(await health(stage)).toEqual([{ State: 'healthy' }, { State: 'healthy' }]);
  });

  test('a target that nobody registered is unused', async () => {
    const { TargetHealthDescriptions } = await rehearse(behind).loadBalancing.send(
      new DescribeTargetHealthCommand({
        TargetGroupArn: targetGroup,
        Targets: [{ Id: '10.9.9.9', Port: 80 }],
      }),
    );
    expect(TargetHealthDescriptions).toMatchObject([
      { Target: { Id: '10.9.9.9' }, TargetHealth: { State: 'unused', Reason: 'Target.NotRegistered' } },
    ]);
  });

  test('a group that no rule forwards to is not in use', async () => {
    const listener = 'arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/shop/1/2';
    const stage = rehearse(
      behind.replace('services:', `  listeners: [{ arn: '${listener}', port: 443 }]\nservices:`),
    );
    expect((await health(stage))[0]).toEqual({
      State: 'unused',
      Reason: 'Target.NotInUse',
      Description: 'Target group is not configured to receive traffic from the load balancer',
    });
  });

  test('a group that is not there, and a denied call, are refused in AWS’s codes', async () => {
    const ask = (stage: Rehearsal) =>
      stage.loadBalancing.send(new DescribeTargetHealthCommand({ TargetGroupArn: 'arn:none' }));
    await expect(ask(rehearse(behind))).rejects.toMatchObject({
      name: 'TargetGroupNotFoundException',
      message: 'One or more target groups not found',
    });
    await expect(ask(rehearse(`deny: ['elasticloadbalancing:*']`))).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining('elasticloadbalancing:DescribeTargetHealth on resource: * because'),
    });
  });
});
