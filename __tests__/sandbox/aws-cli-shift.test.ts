import { afterEach, beforeEach, expect } from '@jest/globals';
import { cliTest, openCliStage, type CliStage } from '../support/aws-cli.ts';
import { hookArn } from '../support/shift.ts';

// Botocore's own model of AWS reads what the sandbox answers: what it does not know, it does not show.
let stage: CliStage;
beforeEach(async () => {
  stage = await openCliStage('\nalarms: [{ name: errors, at: 4000 }]\n');
});
afterEach(() => stage.close());

const named = ['--cluster', 'reservation', '--service', 'sidekiq'] as const;
const configuration = JSON.stringify({
  strategy: 'BLUE_GREEN',
  bakeTimeInMinutes: 5,
  alarms: { enable: true, rollback: true, alarmNames: ['errors'] },
  lifecycleHooks: [
    { targetType: 'PAUSE', lifecycleStages: ['POST_SCALE_UP'] },
    {
      hookTargetArn: hookArn('smoke'),
      roleArn: 'arn:aws:iam::123456789012:role/hooks',
      lifecycleStages: ['PRE_SCALE_UP'],
    },
  ],
});

/** Starts a deployment of the worker and waits until it is paused; gives back the ARN of its record. */
async function pausedDeployment(): Promise<string> {
  await stage.aws(
    ...['ecs', 'update-service', ...named, '--force-new-deployment'],
    ...['--deployment-configuration', configuration],
  );
  stage.pass(120);
  const arn = await stage.aws(
    ...['ecs', 'list-service-deployments', ...named],
    ...['--query', 'serviceDeployments[0].serviceDeploymentArn'],
  );
  return String(arn);
}

const describeRecord = (arn: string, ...more: readonly string[]) =>
  stage.aws('ecs', 'describe-service-deployments', '--service-deployment-arns', arn, ...more);

cliTest('the AWS CLI describes a paused deployment, and continues it to its end', async () => {
  const arn = await pausedDeployment();
  expect(await describeRecord(arn)).toMatchObject({
    serviceDeployments: [
      {
        status: 'IN_PROGRESS',
        lifecycleStage: 'POST_SCALE_UP',
        deploymentConfiguration: { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5 },
        lifecycleHookDetails: [
          { targetType: 'AWS_LAMBDA', status: 'SUCCEEDED' },
          { targetType: 'PAUSE', status: 'AWAITING_ACTION', timeoutAction: 'ROLLBACK' },
        ],
        alarms: { status: 'MONITORING', alarmNames: ['errors'] },
      },
    ],
  });
  const hook = await describeRecord(
    arn,
    ...['--query', "serviceDeployments[0].lifecycleHookDetails[?targetType=='PAUSE'].hookId | [0]"],
  );
  await stage.aws(
    ...['ecs', 'continue-service-deployment', '--service-deployment-arn', arn],
    ...['--hook-id', String(hook), '--action', 'CONTINUE'],
  );
  stage.pass(600);
  expect(await describeRecord(arn)).toMatchObject({ serviceDeployments: [{ status: 'SUCCESSFUL' }] });
});

cliTest('the AWS CLI stops a paused deployment, and describes its rollback', async () => {
  const arn = await pausedDeployment();
  await stage.aws(
    ...['ecs', 'stop-service-deployment', '--service-deployment-arn', arn, '--stop-type', 'ROLLBACK'],
  );
  expect(await describeRecord(arn)).toMatchObject({
    serviceDeployments: [{ status: 'ROLLBACK_REQUESTED' }],
  });
  stage.pass(120);
  expect(await describeRecord(arn)).toMatchObject({
    serviceDeployments: [
      { status: 'ROLLBACK_SUCCESSFUL', rollback: { serviceRevisionArn: expect.any(String) } },
    ],
  });
  await expect(stage.aws('ecs', 'stop-service-deployment', '--service-deployment-arn', arn)).rejects.toThrow(
    'ConflictException',
  );
});
