import { type AwsClients, awsClients } from '../src/aws/clients.ts';
import type { SandboxHandler } from '../sandbox/request-handler.ts';

type Handle = SandboxHandler['handle'];

/** One set of SDK clients for all runs: making them takes longer than a run. */
export interface Mount {
  readonly aws: AwsClients;
  /** From now on requests go here. */
  readonly lead: (handle: Handle) => void;
}

/** Makes the clients and loads what they load when first used, so that no run waits for a file. */
export async function mountClients(): Promise<Mount> {
  let current: Handle = () => Promise.reject(new Error('No run is under way.'));
  const aws = awsClients({
    region: 'us-east-1',
    maxRetries: 0,
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    requestHandler: {
      metadata: { handlerProtocol: 'http/1.1' },
      handle: (...request: Parameters<Handle>) => current(...request),
      updateHttpClientConfig: () => undefined,
      httpHandlerConfigs: () => ({}),
      destroy: () => undefined,
    },
  });
  await Promise.all([
    aws.ecs(),
    aws.ecsOnce(),
    aws.codeDeploy(),
    aws.codeDeployOnce(),
    aws.autoScaling(),
    aws.ecr('us-east-1'),
  ]);
  return {
    aws,
    lead: (handle) => {
      current = handle;
    },
  };
}
