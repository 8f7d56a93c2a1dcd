import type { MiddlewareStack } from '@smithy/types';
import { type AwsClients, awsClients } from '../src/aws/clients.ts';
import type { SandboxHandler } from '../sandbox/request-handler.ts';

type Handle = SandboxHandler['handle'];

/** One set of SDK clients for all runs: making them takes longer than a run. */
export interface Mount {
  readonly aws: AwsClients;
  /** From now on requests go here. */
  readonly lead: (handle: Handle) => void;
  /** How many calls have been made and have neither ended nor wait for an answer of the sandbox. */
  readonly busy: () => number;
}

/** Makes the clients and loads what they load when first used. */
export async function mountClients(): Promise<Mount> {
  let current: Handle = () => Promise.reject(new Error('No run is under way.'));
  let open = 0;
  let waiting = 0;
  const aws = awsClients({
    region: 'us-east-1',
    maxRetries: 0,
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    requestHandler: {
      metadata: { handlerProtocol: 'http/1.1' },
      handle: async (...request: Parameters<Handle>) => {
        const answer = current(...request);
        waiting += 1;
        try {
          return await answer;
        } finally {
          waiting -= 1;
        }
      },
      updateHttpClientConfig: () => undefined,
      httpHandlerConfigs: () => ({}),
      destroy: () => undefined,
    },
  });
  const count = <Input extends object, Output extends object>({
    middlewareStack,
  }: {
    readonly middlewareStack: MiddlewareStack<Input, Output>;
  }): void =>
    middlewareStack.add(
      (next) => async (args) => {
        open += 1;
        try {
          return await next(args);
        } finally {
          open -= 1;
        }
      },
      { step: 'initialize', name: 'counting', priority: 'high' },
    );
  const [ecs, ecsOnce, codeDeploy, codeDeployOnce, autoScaling, ecr] = await Promise.all([
    aws.ecs(),
    aws.ecsOnce(),
    aws.codeDeploy(),
    aws.codeDeployOnce(),
    aws.autoScaling(),
    aws.ecr('us-east-1'),
  ]);
  count(ecs);
  count(ecsOnce);
  count(codeDeploy);
  count(codeDeployOnce);
  count(autoScaling);
  count(ecr);
  // The first call of a client takes more turns than the next ones: calls side by side would change places.
  await Promise.allSettled([
    ecs.describeClusters({}),
    ecsOnce.describeClusters({}),
    codeDeploy.listApplications({}),
    codeDeployOnce.listApplications({}),
    autoScaling.describeScalableTargets({ ServiceNamespace: 'ecs' }),
    ecr.describeRepositories({}),
  ]);
  return {
    aws,
    lead: (handle) => {
      current = handle;
      // What a run leaves behind that never ended is none of the next one's.
      open = waiting = 0;
    },
    busy: () => open - waiting,
  };
}
