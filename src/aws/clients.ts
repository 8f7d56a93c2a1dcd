import type { ApplicationAutoScaling } from '@aws-sdk/client-application-auto-scaling';
import type { CodeDeploy } from '@aws-sdk/client-codedeploy';
import type { ECR } from '@aws-sdk/client-ecr';
import type { ElasticLoadBalancingV2 } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { ECS, ECSClientConfig } from '@aws-sdk/client-ecs';

/** What the toolkit asks of AWS; each client is loaded when it is first needed. */
export interface AwsClients {
  readonly region: string;
  /** Reads: retried by the SDK on throttling, server faults and broken connections. */
  readonly ecs: () => Promise<ECS>;
  readonly codeDeploy: () => Promise<CodeDeploy>;
  readonly autoScaling: () => Promise<ApplicationAutoScaling>;
  readonly loadBalancing: () => Promise<ElasticLoadBalancingV2>;
  /** ECR in the region of the image. */
  readonly ecr: (region: string) => Promise<ECR>;
  /** Mutating calls: sent once; again only when AWS throttled them, which means nothing happened. */
  readonly ecsOnce: () => Promise<ECS>;
  readonly codeDeployOnce: () => Promise<CodeDeploy>;
  readonly autoScalingOnce: () => Promise<ApplicationAutoScaling>;
}

export interface ClientOptions {
  readonly region: string;
  /** Attempts after the first for reads. */
  readonly maxRetries: number;
  readonly requestHandler?: ECSClientConfig['requestHandler'];
  readonly credentials?: ECSClientConfig['credentials'];
}

// An endpoint that takes the connection and never answers must not hold a deployment.
export const TIMEOUTS = { connectionTimeout: 5_000, requestTimeout: 20_000, throwOnRequestTimeout: true };

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
  const reads = { ...shared, maxAttempts: options.maxRetries + 1 };
  const once = lazily(async () => {
    const { sendOnce } = await import('./retry.ts');
    return { ...shared, retryStrategy: sendOnce(options.maxRetries + 1) };
  });
  const inRegion = new Map<string, Promise<ECR>>();
  return {
    region: options.region,
    ecs: lazily(async () => new (await import('@aws-sdk/client-ecs')).ECS(reads)),
    codeDeploy: lazily(async () => new (await import('@aws-sdk/client-codedeploy')).CodeDeploy(reads)),
    autoScaling: lazily(
      async () =>
        new (await import('@aws-sdk/client-application-auto-scaling')).ApplicationAutoScaling(reads),
    ),
    loadBalancing: lazily(
      async () =>
        new (await import('@aws-sdk/client-elastic-load-balancing-v2')).ElasticLoadBalancingV2(reads),
    ),
    ecr: (region) => {
      const client =
        inRegion.get(region) ??
        import('@aws-sdk/client-ecr').then(({ ECR }) => new ECR({ ...reads, region }));
      inRegion.set(region, client);
      return client;
    },
    ecsOnce: lazily(async () => new (await import('@aws-sdk/client-ecs')).ECS(await once())),
    codeDeployOnce: lazily(
      async () => new (await import('@aws-sdk/client-codedeploy')).CodeDeploy(await once()),
    ),
    autoScalingOnce: lazily(
      async () =>
        new (await import('@aws-sdk/client-application-auto-scaling')).ApplicationAutoScaling(await once()),
    ),
  };
}

function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
