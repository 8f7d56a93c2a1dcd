import type { ECS, ServiceDeployment, ServiceDeploymentBrief } from '@aws-sdk/client-ecs';
import { awsFailure } from '../../aws/errors.ts';
import type { RollingRun, ServiceDeploymentRecord } from './rules.ts';

export type RecordReader = Pick<ECS, 'listServiceDeployments' | 'describeServiceDeployments'>;

/** Finds and follows R, the service deployment of one run. */
export interface RecordFollower {
  /** The record as it is now; undefined until it appears, and for ever without the permission. */
  readonly read: (signal: AbortSignal) => Promise<ServiceDeploymentRecord | undefined>;
  /** True once AWS denied the reading. */
  readonly isDenied: () => boolean;
}

/**
 * Follows the service deployment whose target revision ends with the number of our deployment id
 * (ListServiceDeployments, DescribeServiceDeployments). `currentServiceDeployment` is never used: for
 * some seconds it can name the previous one. The first denied call ends the following, said once.
 */
export function followRecord(
  ecs: RecordReader,
  where: { readonly cluster: string; readonly service: string },
  run: RollingRun,
  denied: (message: string) => void,
): RecordFollower {
  let arn: string | undefined;
  let isDenied = false;
  return {
    isDenied: () => isDenied,
    read: async (signal) => {
      if (isDenied) return undefined;
      try {
        arn ??= await find(ecs, where, run, signal);
        return arn === undefined ? undefined : await describe(ecs, arn, signal);
      } catch (error) {
        const failure = awsFailure(error);
        if (failure?.kind !== 'denied') throw error;
        isDenied = true;
        denied(failure.message);
        return undefined;
      }
    },
  };
}

async function find(
  ecs: RecordReader,
  { cluster, service }: { readonly cluster: string; readonly service: string },
  run: RollingRun,
  signal: AbortSignal,
): Promise<string | undefined> {
  const answer = await ecs.listServiceDeployments({ cluster, service }, { abortSignal: signal });
  return answer.serviceDeployments?.find((deployment) => targets(deployment, run))?.serviceDeploymentArn;
}

function targets({ targetServiceRevisionArn }: ServiceDeploymentBrief, run: RollingRun): boolean {
  const number = run.deploymentId.slice(run.deploymentId.lastIndexOf('/') + 1);
  return targetServiceRevisionArn?.endsWith(`/${number}`) === true;
}

async function describe(
  ecs: RecordReader,
  arn: string,
  signal: AbortSignal,
): Promise<ServiceDeploymentRecord | undefined> {
  const answer = await ecs.describeServiceDeployments(
    { serviceDeploymentArns: [arn] },
    { abortSignal: signal },
  );
  const record = answer.serviceDeployments?.[0];
  return record === undefined ? undefined : readRecord(arn, record);
}

function readRecord(arn: string, record: ServiceDeployment): ServiceDeploymentRecord {
  const { status = '', statusReason, rollback, lifecycleStage, deploymentCircuitBreaker: breaker } = record;
  return {
    arn,
    status,
    ...(statusReason === undefined ? {} : { statusReason }),
    ...(rollback?.reason === undefined ? {} : { rollbackReason: rollback.reason }),
    ...(lifecycleStage === undefined ? {} : { lifecycleStage }),
    ...(breaker?.failureCount === undefined ? {} : { failureCount: breaker.failureCount }),
    ...(breaker?.threshold === undefined ? {} : { threshold: breaker.threshold }),
  };
}
