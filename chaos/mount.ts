import type { MiddlewareStack } from '@smithy/types';
import { type AwsClients, awsClients } from '../src/aws/clients.ts';
import type { SandboxHandler } from '../sandbox/request-handler.ts';

type Handle = SandboxHandler['handle'];

/** Answers a call that came in by one of the lanes. */
export type Answer = (lane: number, ...request: Parameters<Handle>) => ReturnType<Handle>;

/** Sets of SDK clients for all runs: making them takes longer than a run. */
export interface Mount {
  /** One set for each deployment that may go on beside another, so that it is known whose a call is. */
  readonly lanes: readonly AwsClients[];
  /** From now on requests go here. */
  readonly lead: (answer: Answer) => void;
  /** How many calls have been made and have neither ended nor wait for an answer of the sandbox. */
  readonly busy: () => number;
}

const LANES = 2;

/** Makes the clients and loads what they load when first used. */
export async function mountClients(): Promise<Mount> {
  let current: Answer = () => Promise.reject(new Error('No run is under way.'));
  let open = 0;
  let waiting = 0;
  const handling =
    (lane: number): Handle =>
    async (...request) => {
      const answer = current(lane, ...request);
      waiting += 1;
      try {
        return await answer;
      } finally {
        waiting -= 1;
      }
    };
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
  const lanes = Array.from({ length: LANES }, (_, lane) => clientsOver(handling(lane)));
  for (const aws of lanes) {
    const clients = await allOf(aws);
    count(clients.ecs);
    count(clients.ecsOnce);
    count(clients.codeDeploy);
    count(clients.codeDeployOnce);
    count(clients.autoScaling);
    count(clients.autoScalingOnce);
    count(clients.ecr);
    count(clients.logs);
    count(clients.cloudWatch);
    count(clients.loadBalancing);
    await warmUp(clients);
  }
  return {
    lanes,
    lead: (answer) => {
      current = answer;
      // What a run leaves behind that never ended is none of the next one's.
      open = waiting = 0;
    },
    busy: () => open - waiting,
  };
}

const clientsOver = (handle: Handle): AwsClients =>
  awsClients({
    region: 'us-east-1',
    maxRetries: 0,
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    requestHandler: {
      metadata: { handlerProtocol: 'http/1.1' },
      handle,
      updateHttpClientConfig: () => undefined,
      httpHandlerConfigs: () => ({}),
      destroy: () => undefined,
    },
  });

/** Every client of a set. */
interface Clients {
  readonly ecs: Awaited<ReturnType<AwsClients['ecs']>>;
  readonly ecsOnce: Awaited<ReturnType<AwsClients['ecsOnce']>>;
  readonly codeDeploy: Awaited<ReturnType<AwsClients['codeDeploy']>>;
  readonly codeDeployOnce: Awaited<ReturnType<AwsClients['codeDeployOnce']>>;
  readonly autoScaling: Awaited<ReturnType<AwsClients['autoScaling']>>;
  readonly autoScalingOnce: Awaited<ReturnType<AwsClients['autoScalingOnce']>>;
  readonly ecr: Awaited<ReturnType<AwsClients['ecr']>>;
  readonly logs: Awaited<ReturnType<AwsClients['logs']>>;
  readonly cloudWatch: Awaited<ReturnType<AwsClients['cloudWatch']>>;
  readonly loadBalancing: Awaited<ReturnType<AwsClients['loadBalancing']>>;
}

const allOf = async (aws: AwsClients): Promise<Clients> => ({
  ecs: await aws.ecs(),
  ecsOnce: await aws.ecsOnce(),
  codeDeploy: await aws.codeDeploy(),
  codeDeployOnce: await aws.codeDeployOnce(),
  autoScaling: await aws.autoScaling(),
  autoScalingOnce: await aws.autoScalingOnce(),
  ecr: await aws.ecr('us-east-1'),
  logs: await aws.logs('us-east-1'),
  cloudWatch: await aws.cloudWatch(),
  loadBalancing: await aws.loadBalancing(),
});

/** The first call of a client takes more turns than the next ones: calls side by side would change places. */
async function warmUp(clients: Clients): Promise<void> {
  await Promise.allSettled([
    clients.ecs.describeClusters({}),
    clients.ecsOnce.describeClusters({}),
    clients.codeDeploy.listApplications({}),
    clients.codeDeployOnce.listApplications({}),
    clients.autoScaling.describeScalableTargets({ ServiceNamespace: 'ecs' }),
    clients.autoScalingOnce.describeScalableTargets({ ServiceNamespace: 'ecs' }),
    clients.ecr.describeRepositories({}),
    clients.logs.describeLogGroups({}),
    clients.cloudWatch.describeAlarms({}),
    clients.loadBalancing.describeTargetGroups({}),
  ]);
}
