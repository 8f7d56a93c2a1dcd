import { describe, expect, test } from '@jest/globals';
import {
  DescribeServicesCommand,
  ECSClient,
  ListServicesCommand,
  RegisterTaskDefinitionCommand,
  RunTaskCommand,
  UpdateServiceCommand,
  type ECSClientConfig,
} from '@aws-sdk/client-ecs';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { workerScenario } from '../support/sandbox.ts';

/** A sandbox and how an SDK client reaches it. */
export interface Mounted extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly reach: Pick<ECSClientConfig, 'endpoint' | 'requestHandler'>;
}

const names = { cluster: 'shop', service: 'worker' };

/** What every mount of the sandbox does the same way. */
export function mountContract(mount: string, open: (scenario: string) => Promise<Mounted>): void {
  const client = ({ reach }: Mounted, maxAttempts = 1) =>
    new ECSClient({
      region: 'us-east-1',
      credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
      maxAttempts,
      ...reach,
    });
  const withFault = (fault: string) => open(workerScenario({ more: `faults: [{ ${fault} }]` }));

  describe(mount, () => {
    test('answers with members that the SDK can read, times included', async () => {
      await using mounted = await open(workerScenario());
      const { services } = await client(mounted).send(
        new DescribeServicesCommand({ cluster: 'shop', services: ['worker'] }),
      );
      expect(services?.[0]).toMatchObject({ serviceName: 'worker', runningCount: 2, status: 'ACTIVE' });
      expect(services?.[0]?.createdAt).toBeInstanceOf(Date);
    });

    test('reports a missing service as a failure in a successful answer', async () => {
      await using mounted = await open(workerScenario());
      const { failures } = await client(mounted).send(
        new DescribeServicesCommand({ cluster: 'shop', services: ['nope'] }),
      );
      expect(failures).toEqual([
        { arn: 'arn:aws:ecs:us-east-1:123456789012:service/shop/nope', reason: 'MISSING' },
      ]);
    });

    test('refuses with AWS’s code and text', async () => {
      await using mounted = await open(workerScenario());
      await expect(
        client(mounted).send(new ListServicesCommand({ cluster: 'nowhere' })),
      ).rejects.toMatchObject({
        name: 'ClusterNotFoundException',
        message: 'Cluster not found.',
      });
    });

    test('says honestly which operation it does not model', async () => {
      await using mounted = await open(workerScenario());
      await expect(client(mounted).send(new RunTaskCommand({ taskDefinition: 'worker:1' }))).rejects.toThrow(
        'The sandbox does not model ecs:RunTask.',
      );
    });

    test('denies what the scenario denies, in the words of IAM', async () => {
      await using mounted = await open(workerScenario({ more: "deny: ['ecs:UpdateService']" }));
      await expect(client(mounted).send(new UpdateServiceCommand(names))).rejects.toMatchObject({
        name: 'AccessDeniedException',
        message:
          'User: arn:aws:sts::123456789012:assumed-role/deployer/sandbox is not authorized to perform: ' +
          'ecs:UpdateService on resource: arn:aws:ecs:us-east-1:123456789012:service/shop/worker ' +
          'because no identity-based policy allows the ecs:UpdateService action',
      });
    });

    test('asks for iam:PassRole within RegisterTaskDefinition', async () => {
      await using mounted = await open(workerScenario({ more: "deny: ['iam:PassRole']" }));
      const executionRoleArn = 'arn:aws:iam::123456789012:role/execution';
      const command = new RegisterTaskDefinitionCommand({
        family: 'worker',
        executionRoleArn,
        containerDefinitions: [{ name: 'worker', image: 'worker', memory: 128 }],
      });
      await expect(client(mounted).send(command)).rejects.toThrow(
        `is not authorized to perform: iam:PassRole on resource: ${executionRoleArn}`,
      );
    });

    test.each([
      { fault: 'kind: throttle', name: 'ThrottlingException', message: 'Rate exceeded' },
      {
        fault: 'kind: expired-token',
        name: 'ExpiredTokenException',
        message: 'The security token included in the request is expired',
      },
    ])('strikes once with $fault, then answers', async ({ fault, name, message }) => {
      await using mounted = await withFault(`operation: 'ecs:ListServices', ${fault}`);
      const ecs = client(mounted);
      await expect(ecs.send(new ListServicesCommand({ cluster: 'shop' }))).rejects.toMatchObject({
        name,
        message,
      });
      await expect(ecs.send(new ListServicesCommand({ cluster: 'shop' }))).resolves.toBeDefined();
    });

    test('answers a server fault with status 500', async () => {
      await using mounted = await withFault('operation: ListServices, kind: server-error');
      await expect(client(mounted).send(new ListServicesCommand({ cluster: 'shop' }))).rejects.toMatchObject({
        $metadata: { httpStatusCode: 500 },
      });
    });

    test('a reset before the effect changes nothing', async () => {
      await using mounted = await withFault('operation: UpdateService, kind: reset-before');
      const command = new UpdateServiceCommand({ ...names, forceNewDeployment: true });
      await expect(client(mounted).send(command)).rejects.toThrow('ECONNRESET');
      expect(mounted.sandbox.world.ecs.services[0]?.deployments).toHaveLength(1);
    });

    test('a reset after the effect loses the answer but not the deployment', async () => {
      await using mounted = await withFault('operation: UpdateService, kind: reset-after');
      const command = new UpdateServiceCommand({ ...names, forceNewDeployment: true });
      await expect(client(mounted).send(command)).rejects.toThrow('ECONNRESET');
      expect(mounted.sandbox.world.ecs.services[0]?.deployments).toHaveLength(2);
    });

    test('a call that hangs ends when the caller gives up', async () => {
      await using mounted = await withFault('operation: ListServices, kind: hang');
      const controller = new AbortController();
      const answer = client(mounted).send(new ListServicesCommand({ cluster: 'shop' }), {
        abortSignal: controller.signal,
      });
      controller.abort();
      await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    });

    test('remembers every request with its input and the status of the answer', async () => {
      await using mounted = await open(workerScenario());
      const ecs = client(mounted);
      await ecs.send(new UpdateServiceCommand({ ...names, desiredCount: 3 }));
      await ecs.send(new ListServicesCommand({ cluster: 'nowhere' })).catch(() => undefined);
      expect(mounted.sandbox.requests).toMatchObject([
        {
          service: 'ecs',
          operation: 'UpdateService',
          mutating: true,
          status: 200,
          input: { desiredCount: 3 },
        },
        { service: 'ecs', operation: 'ListServices', mutating: false, status: 400 },
      ]);
    });
  });
}
