import { BatchGetImageCommand, type ECRClient, PutImageCommand } from '@aws-sdk/client-ecr';
import { GetApplicationRevisionCommand } from '@aws-sdk/client-codedeploy';
import {
  DeregisterTaskDefinitionCommand,
  DescribeClustersCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  ListTasksCommand,
  RegisterTaskDefinitionCommand,
  type RegisterTaskDefinitionRequest,
  UpdateServiceCommand,
  type UpdateServiceRequest,
} from '@aws-sdk/client-ecs';
import { AssumeRoleWithWebIdentityCommand } from '@aws-sdk/client-sts';
import { describe, expect, test } from '@jest/globals';
import { awsFailure } from '../../../src/aws/errors.ts';
import { rehearseBlueGreen, webScenario } from '../../support/blue-green.ts';
import * as recorded from '../../support/recordings/refusals.ts';
import { registry, rehearse, type Rehearsal, targetGroup, workerScenario } from '../../support/sandbox.ts';
import { openStsStage, roleArn } from '../../support/sts.ts';

/** What a call was refused with. The sandbox's answer and the toolkit's reading of it agree, or this throws. */
async function refusalOf(
  call: Promise<unknown>,
): Promise<{ readonly name: string; readonly message: string }> {
  const error: unknown = await call.then(() => undefined).catch((reason: unknown) => reason);
  if (!(error instanceof Error)) throw new Error('The call was not refused.');
  const failure = awsFailure(error);
  expect(failure).toMatchObject({ code: error.name, message: error.message });
  return error;
}

async function expectRefusal(call: Promise<unknown>, { name, text }: recorded.Refusal): Promise<void> {
  const error = await refusalOf(call);
  expect(error.name).toBe(name);
  expect(withoutIds(error.message)).toBe(withoutIds(text));
}

/** Ids and lengths differ from call to call. */
const withoutIds = (text: string): string =>
  text.replace(/d-[A-Z0-9]{9}/, 'd-ID').replace(/length: '\d+'/, 'length: N');

const fargate: RegisterTaskDefinitionRequest = {
  family: 'worker',
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  cpu: '256',
  memory: '512',
  containerDefinitions: [{ name: 'worker', image: 'public.ecr.aws/docker/library/busybox:1' }],
};

const register = (stage: Rehearsal, changes: Partial<RegisterTaskDefinitionRequest>) =>
  stage.ecs.send(new RegisterTaskDefinitionCommand({ ...fargate, ...changes }));

describe('ECS refuses a task definition in AWS’s words', () => {
  const fromEcr = [{ name: 'worker', image: `${registry}/worker:v1` }];
  const long = [{ name: 'worker', image: 'busybox', command: ['x'.repeat(65_536)] }];
  test.each([
    ['with an empty list of tags', { tags: [] }, recorded.ecs.emptyTags],
    ['from ECR without an execution role', { containerDefinitions: fromEcr }, recorded.ecs.noExecutionRole],
    ['of a size that Fargate does not have', { memory: '513' }, recorded.ecs.noFargateSize],
    ['with a cpu that is no number', { cpu: 'quarter' }, recorded.ecs.cpu],
    ['that is too long', { containerDefinitions: long }, recorded.ecs.tooLong],
  ])('%s', async (_, changes, refusal) => {
    await expectRefusal(register(rehearse(), changes), refusal);
  });

  test('that is not there, or was deregistered', async () => {
    const stage = rehearse();
    const describing = stage.ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: 'worker:99' }));
    await expectRefusal(describing, recorded.ecs.undescribable);
    const taskDefinition = await stage.register('v2');
    await stage.ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition }));
    await expectRefusal(stage.update({ taskDefinition }), recorded.ecs.inactive);
  });
});

describe('ECS refuses UpdateService in AWS’s words', () => {
  test.each<[string, Partial<UpdateServiceRequest>, recorded.Refusal]>([
    ['a task definition', { taskDefinition: 'web:1' }, recorded.ecs.taskDefinitionUnderCodeDeploy],
    ['a forced deployment', { forceNewDeployment: true }, recorded.ecs.forceUnderCodeDeploy],
    [
      'a network',
      { networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a'] } } },
      recorded.ecs.networkUnderCodeDeploy,
    ],
  ])('for %s of a service that CodeDeploy controls', async (_, changes, refusal) => {
    const { ecs } = rehearseBlueGreen();
    const update = new UpdateServiceCommand({ cluster: 'shop', service: 'web', ...changes });
    await expectRefusal(ecs.send(update), refusal);
  });

  test('for a container or a port that the revision lacks', async () => {
    const port = { targetGroupArn: targetGroup, containerName: 'worker', containerPort: 443 };
    const stage = rehearse();
    await expectRefusal(stage.update({ loadBalancers: [port] }), recorded.ecs.noContainerPort);
    const container = { ...port, containerName: 'other' };
    await expectRefusal(stage.update({ loadBalancers: [container] }), recorded.ecs.noContainer);
  });

  test('for a sixth deployment at once', async () => {
    const stage = rehearse();
    for (let count = 0; count < 4; count += 1) await stage.update({ forceNewDeployment: true });
    await expectRefusal(stage.update({ forceNewDeployment: true }), recorded.ecs.fiveDeployments);
  });

  test('for a service that is not there, with the code and no words', () => {
    const { sandbox } = rehearse();
    const { name, text } = recorded.ecs.serviceToUpdateNotFound;
    const reply = sandbox.handle({
      method: 'POST',
      path: '/',
      headers: {
        'x-amz-target': 'AmazonEC2ContainerServiceV20141113.UpdateService',
        'content-type': 'application/x-amz-json-1.1',
        authorization: 'somebody',
      },
      body: JSON.stringify({ cluster: 'shop', service: 'nobody', forceNewDeployment: true }),
    });
    if (reply.kind !== 'answer') throw new Error('The call was not answered.');
    expect(reply.status).toBe(400);
    expect(JSON.parse(reply.body)).toEqual({
      __type: expect.stringMatching(name),
      message: text,
    });
  });

  test('DescribeServices of such a service is an answer with its reason', async () => {
    const describe = new DescribeServicesCommand({ cluster: 'shop', services: ['nobody'] });
    const { failures, services } = await rehearse().ecs.send(describe);
    expect(services).toEqual([]);
    expect(failures).toMatchObject([recorded.missing]);
  });

  test('and ListTasks for a service that is not there', async () => {
    const list = new ListTasksCommand({ cluster: 'shop', serviceName: 'nobody' });
    await expectRefusal(rehearse().ecs.send(list), recorded.ecs.serviceNotFound);
  });
});

test('CodeDeploy refuses a second deployment of a group in AWS’s words', async () => {
  const stage = rehearseBlueGreen();
  await stage.deploy('v2');
  await expectRefusal(stage.deploy('v3'), recorded.anotherDeployment);
});

describe('ECR refuses in AWS’s words', () => {
  const put = (ecr: ECRClient, repositoryName: string, imageTag = 'v1') =>
    ecr.send(new PutImageCommand({ repositoryName, imageTag, imageManifest: '{"other":1}' }));
  const scenario = workerScenario().replace(
    'repositories:\n',
    `repositories:
  - { name: fixed, tags: [v1], immutable: true }
  - { name: filtered, tags: [v1, latest], immutable: true, exclusions: ['lat*'] }
`,
  );

  test('a repository that is not there', async () => {
    const images = new BatchGetImageCommand({ repositoryName: 'nobody', imageIds: [{ imageTag: 'v1' }] });
    await expectRefusal(rehearse().ecr.send(images), recorded.ecr.noRepository);
  });

  test('another image under an immutable tag', async () => {
    await expectRefusal(put(rehearse(scenario).ecr, 'fixed'), recorded.ecr.immutable);
  });

  test('the same where other tags may be moved', async () => {
    const { ecr } = rehearse(scenario);
    await expectRefusal(put(ecr, 'filtered'), recorded.ecr.immutableTag);
    await expect(put(ecr, 'filtered', 'latest')).resolves.toMatchObject({ image: {} });
  });
});

describe('a denial has AWS’s words', () => {
  const denying = (action: string) => workerScenario({ more: `deny: ['${action}']` });

  test('ecs:UpdateService names the service', async () => {
    const stage = rehearse(denying('ecs:UpdateService'));
    await expectRefusal(stage.update({ forceNewDeployment: true }), recorded.denials.updateService);
  });

  test('ecs:DescribeClusters names the cluster', async () => {
    const { ecs } = rehearse(denying('ecs:DescribeClusters'));
    const describing = ecs.send(new DescribeClustersCommand({ clusters: ['shop'] }));
    await expectRefusal(describing, recorded.denials.describeClusters);
  });

  test('ecs:RegisterTaskDefinition names no resource', async () => {
    const stage = rehearse(denying('ecs:RegisterTaskDefinition'));
    await expectRefusal(stage.register('v2'), recorded.denials.registerTaskDefinition);
  });

  test('iam:PassRole is told by RegisterTaskDefinition and names the role', async () => {
    const role = 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole';
    const call = register(rehearse(denying('iam:PassRole')), { executionRoleArn: role });
    await expectRefusal(call, recorded.denials.passRole);
  });

  test('codedeploy:CreateDeployment names the application and the group', async () => {
    const stage = rehearseBlueGreen(webScenario({ more: `deny: ['codedeploy:CreateDeployment']` }));
    await expectRefusal(stage.deploy('v2'), recorded.denials.createDeployment);
  });

  test('codedeploy:GetApplicationRevision names the application', async () => {
    const { codedeploy } = rehearseBlueGreen(
      webScenario({ more: `deny: ['codedeploy:GetApplicationRevision']` }),
    );
    const asking = codedeploy.send(
      new GetApplicationRevisionCommand({
        applicationName: 'Shop',
        revision: { revisionType: 'AppSpecContent', appSpecContent: { sha256: 'x' } },
      }),
    );
    await expectRefusal(asking, recorded.denials.getApplicationRevision);
  });
});

test.each([
  ['expired-token', recorded.common.expired],
  ['throttle', recorded.common.throttled],
] as const)('a call that meets %s is answered in AWS’s words', async (kind, refusal) => {
  const stage = rehearse(workerScenario({ more: `faults: [{ operation: '*', kind: ${kind} }]` }));
  await expectRefusal(stage.service(), refusal);
});

test('STS refuses a job that the role does not trust in AWS’s words', async () => {
  const stage = openStsStage();
  const assuming = stage.sts.send(
    new AssumeRoleWithWebIdentityCommand({
      RoleArn: roleArn,
      RoleSessionName: 'job',
      WebIdentityToken: stage.token({ ref: 'refs/heads/other' }),
    }),
  );
  await expectRefusal(assuming, recorded.notTrusted);
});
