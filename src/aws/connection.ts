import type { ECSClientConfig } from '@aws-sdk/client-ecs';

/** How AWS is reached. */
export interface Connection {
  readonly region: string;
  /** Attempts after the first for reads. */
  readonly maxRetries: number;
  readonly requestHandler?: ECSClientConfig['requestHandler'];
}

// An endpoint that takes the connection and never answers must not hold a deployment.
export const TIMEOUTS = { connectionTimeout: 5_000, requestTimeout: 20_000, throwOnRequestTimeout: true };
