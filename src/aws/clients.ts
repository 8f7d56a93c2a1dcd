import type { ApplicationAutoScaling } from '@aws-sdk/client-application-auto-scaling';
import type { CloudWatch } from '@aws-sdk/client-cloudwatch';
import type { CloudWatchLogs } from '@aws-sdk/client-cloudwatch-logs';
import type { CodeDeploy } from '@aws-sdk/client-codedeploy';
import type { ECR } from '@aws-sdk/client-ecr';
import type { ECS, ECSClientConfig } from '@aws-sdk/client-ecs';
import type { ElasticLoadBalancingV2 } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { MiddlewareStack } from '@smithy/types';
import { type Connection, TIMEOUTS } from './connection.ts';
import type { RoleCredentials } from './credentials.ts';
import { repeatWithNewSession } from './renewal.ts';

/** What the toolkit asks of AWS; each client is loaded when it is first needed. */
export interface AwsClients {
  readonly region: string;
  /** Reads: retried by the SDK on throttling, server faults and broken connections. */
  readonly ecs: () => Promise<ECS>;
  readonly codeDeploy: () => Promise<CodeDeploy>;
  readonly autoScaling: () => Promise<ApplicationAutoScaling>;
  /** ECR in the region of the image. */
  readonly ecr: (region: string) => Promise<ECR>;
  /** CloudWatch Logs in the region of the log group. */
  readonly logs: (region: string) => Promise<CloudWatchLogs>;
  readonly cloudWatch: () => Promise<CloudWatch>;
  readonly loadBalancing: () => Promise<ElasticLoadBalancingV2>;
  /** Mutating calls: sent once; again only when AWS throttled them, which means nothing happened. */
  readonly ecsOnce: () => Promise<ECS>;
  readonly codeDeployOnce: () => Promise<CodeDeploy>;
  readonly autoScalingOnce: () => Promise<ApplicationAutoScaling>;
}

export interface ClientOptions extends Connection {
  /** Those of a role are followed by others when AWS ends their session. */
  readonly credentials?: ECSClientConfig['credentials'] | RoleCredentials;
}

interface Stacked<I extends object, O extends object> {
  readonly middlewareStack: MiddlewareStack<I, O>;
}

/** Clients that share region, credentials and time-outs. */
export function awsClients(options: ClientOptions): AwsClients {
  const shared = {
    region: options.region,
    requestHandler: options.requestHandler ?? TIMEOUTS,
    customUserAgent: 'ecs-deploy-toolkit',
    // The SDK's own default; unless it is given, AWS_DEFAULTS_MODE could change the time-outs.
    defaultsMode: 'legacy' as const,
    ...(options.credentials === undefined ? {} : { credentials: options.credentials }),
  };
  const { credentials } = options;
  const renewed = <I extends object, O extends object, C extends Stacked<I, O>>(
    client: C & Stacked<I, O>,
  ): C => {
    if (credentials !== undefined && 'inUse' in credentials) {
      repeatWithNewSession(client.middlewareStack, credentials);
    }
    return client;
  };
  const reads = { ...shared, maxAttempts: options.maxRetries + 1 };
  const once = lazily(async () => {
    const { sendOnce } = await import('./retry.ts');
    return { ...shared, retryStrategy: sendOnce(options.maxRetries + 1) };
  });
  return {
    region: options.region,
    ecs: lazily(async () => renewed(new (await import('@aws-sdk/client-ecs')).ECS(reads))),
    codeDeploy: lazily(async () =>
      renewed(new (await import('@aws-sdk/client-codedeploy')).CodeDeploy(reads)),
    ),
    autoScaling: lazily(async () =>
      renewed(new (await import('@aws-sdk/client-application-auto-scaling')).ApplicationAutoScaling(reads)),
    ),
    ecr: inRegion(async (region) =>
      renewed(new (await import('@aws-sdk/client-ecr')).ECR({ ...reads, region })),
    ),
    logs: inRegion(async (region) =>
      renewed(new (await import('@aws-sdk/client-cloudwatch-logs')).CloudWatchLogs({ ...reads, region })),
    ),
    cloudWatch: lazily(async () =>
      renewed(new (await import('@aws-sdk/client-cloudwatch')).CloudWatch(reads)),
    ),
    loadBalancing: lazily(async () =>
      renewed(new (await import('@aws-sdk/client-elastic-load-balancing-v2')).ElasticLoadBalancingV2(reads)),
    ),
    ecsOnce: lazily(async () => renewed(new (await import('@aws-sdk/client-ecs')).ECS(await once()))),
    codeDeployOnce: lazily(async () =>
      renewed(new (await import('@aws-sdk/client-codedeploy')).CodeDeploy(await once())),
    ),
    autoScalingOnce: lazily(async () =>
      renewed(
        new (await import('@aws-sdk/client-application-auto-scaling')).ApplicationAutoScaling(await once()),
      ),
    ),
  };
}

function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

function inRegion<T>(make: (region: string) => Promise<T>): (region: string) => Promise<T> {
  const made = new Map<string, Promise<T>>();
  return (region) => {
    const client = made.get(region) ?? make(region);
    made.set(region, client);
    return client;
  };
}
