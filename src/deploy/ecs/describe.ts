import type {
  DeploymentLifecycleHook,
  DeploymentLifecycleHookDetail,
  ECS,
  ServiceDeployment,
  ServiceDeploymentBrief,
  ServiceRevisionSummary,
} from '@aws-sdk/client-ecs';
import { awsFailure } from '../../aws/errors.ts';
import type { ServiceState } from '../../service/service.ts';
import type { Weight } from '../timeline.ts';
import { isNativeStrategy } from './configuration.ts';
import { isReturnedTo } from './rolling-back.ts';
import type { RollingRun, ServiceDeploymentRecord } from './rules.ts';
import type { Hook } from './hook.ts';
import type { Shift } from './shift.ts';

export type RecordReader = Pick<ECS, 'listServiceDeployments' | 'describeServiceDeployments'>;

/** The record of a new deployment comes some seconds late. */
export const RECORD_EXPECTED_WITHIN_MS = 30_000;

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
        arn ??= (await find(ecs, where, run, signal))?.serviceDeploymentArn;
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

/** The newest service deployment before anything is started, or AWS's words where none may be read. */
export type NewestRecord =
  { readonly denied: string } | { readonly deploymentId: string; readonly record: ServiceDeploymentRecord };

/**
 * The newest service deployment with the deployment that it is about (ListServiceDeployments,
 * DescribeServiceDeployments); undefined where there is none yet. A denied call is an answer, too.
 */
export async function describeNewestRecord(
  ecs: RecordReader,
  where: { readonly cluster: string; readonly service: string },
  signal: AbortSignal,
): Promise<NewestRecord | undefined> {
  try {
    const { serviceDeployments: [newest] = [] } = await ecs.listServiceDeployments(
      { ...where, maxResults: 1 },
      { abortSignal: signal },
    );
    const { serviceDeploymentArn: arn, targetServiceRevisionArn: target = '' } = newest ?? {};
    const record = arn === undefined ? undefined : await describe(ecs, arn, signal);
    const deploymentId = `ecs-svc/${target.slice(target.lastIndexOf('/') + 1)}`;
    return record && { deploymentId, record };
  } catch (error) {
    const failure = awsFailure(error);
    if (failure?.kind !== 'denied') throw error;
    return { denied: failure.message };
  }
}

/**
 * The PRIMARY deployment that ECS counts as successful though it is still IN_PROGRESS: old tasks are being
 * stopped, which can take for minutes (38 s were recorded). Asked only where that may be; undefined without
 * the permission.
 */
export async function describeSucceeded(
  ecs: Pick<ECS, 'listServiceDeployments'>,
  service: ServiceState,
  signal: AbortSignal,
): Promise<string | undefined> {
  const primary = service.deployments.find(({ status }) => status === 'PRIMARY');
  const mayHave =
    primary?.rolloutState === 'IN_PROGRESS' &&
    // What is returned to succeeded on another day: its record tells nothing of today.
    !isReturnedTo(primary) &&
    primary.desiredCount > 0 &&
    primary.runningCount >= primary.desiredCount;
  if (!mayHave) return undefined;
  try {
    const { clusterArn: cluster, name } = service;
    const record = await find(ecs, { cluster, service: name }, { deploymentId: primary.id }, signal);
    return record?.status === 'SUCCESSFUL' ? primary.id : undefined;
  } catch (error) {
    if (awsFailure(error)?.kind !== 'denied') throw error;
    return undefined;
  }
}

const RECORDS_A_PAGE = 100;

// The API reference promises no order: the newest may be in any page.
async function find(
  ecs: Pick<RecordReader, 'listServiceDeployments'>,
  where: { readonly cluster: string; readonly service: string },
  run: Pick<RollingRun, 'deploymentId'>,
  signal: AbortSignal,
): Promise<ServiceDeploymentBrief | undefined> {
  let nextToken: string | undefined;
  do {
    const page = await ecs.listServiceDeployments(
      { ...where, maxResults: RECORDS_A_PAGE, nextToken },
      { abortSignal: signal },
    );
    const found = page.serviceDeployments?.find((deployment) => isRecordOf(deployment, run.deploymentId));
    if (found !== undefined) return found;
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return undefined;
}

/** Whether a service deployment is that of a deployment of the service: its target revision ends with the same number. */
export function isRecordOf(
  { targetServiceRevisionArn }: ServiceDeploymentBrief,
  deploymentId: string,
): boolean {
  const number = deploymentId.slice(deploymentId.lastIndexOf('/') + 1);
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

/** A service deployment as AWS describes it. */
export function readRecord(arn: string, record: ServiceDeployment): ServiceDeploymentRecord {
  const { status = '', statusReason, rollback, deploymentCircuitBreaker: breaker } = record;
  return {
    ...readShift(arn, record),
    status,
    ...(statusReason === undefined ? {} : { statusReason }),
    ...(rollback?.reason === undefined ? {} : { rollbackReason: rollback.reason }),
    ...(breaker?.failureCount === undefined ? {} : { failureCount: breaker.failureCount }),
    ...(breaker?.threshold === undefined ? {} : { threshold: breaker.threshold }),
    ...(record.finishedAt === undefined ? {} : { finishedAt: record.finishedAt.getTime() }),
  };
}

function readShift(
  arn: string,
  {
    lifecycleStage,
    lifecycleHookDetails,
    alarms,
    deploymentConfiguration: configuration = {},
    ...record
  }: ServiceDeployment,
): Shift {
  const { strategy = 'ROLLING', bakeTimeInMinutes: bakeMinutes } = configuration;
  const production = readWeights(record, (revision) => revision.requestedProductionTrafficWeight);
  const test = readWeights(record, (revision) => revision.requestedTestTrafficWeight);
  return {
    arn,
    ...(lifecycleStage === undefined ? {} : { lifecycleStage }),
    ...(production === undefined ? {} : { production }),
    ...(test === undefined ? {} : { test }),
    ...(lifecycleHookDetails === undefined
      ? {}
      : {
          hooks: lifecycleHookDetails.map((hook) => readHook(hook, configuration.lifecycleHooks ?? [])),
        }),
    ...(alarms?.status === undefined
      ? {}
      : { alarms: { status: alarms.status, triggered: alarms.triggeredAlarmNames ?? [] } }),
    ...(bakeMinutes === undefined || !isNativeStrategy(strategy) ? {} : { bakeMinutes }),
  };
}

function readWeights(
  { targetServiceRevision: target, sourceServiceRevisions: sources = [] }: ServiceDeployment,
  weightOf: (revision: ServiceRevisionSummary) => number | undefined,
): readonly Weight[] | undefined {
  const percent = target && weightOf(target);
  if (percent === undefined) return undefined;
  const old = sources.reduce((sum, source) => sum + (weightOf(source) ?? 0), 0);
  return [
    { role: 'new', percent },
    ...(sources.length === 0 ? [] : [{ role: 'old', percent: old } as const]),
  ];
}

function readHook(hook: DeploymentLifecycleHookDetail, configured: readonly DeploymentLifecycleHook[]): Hook {
  const stage = onlyStageOf(hook, configured);
  return {
    id: hook.hookId ?? '',
    type: hook.targetType ?? 'AWS_LAMBDA',
    ...(hook.targetArn === undefined ? {} : { target: hook.targetArn }),
    status: hook.status ?? '',
    ...(stage === undefined ? {} : { stage }),
    ...(hook.expiresAt === undefined ? {} : { expiresAt: hook.expiresAt.toISOString() }),
    ...(hook.timeoutAction === undefined ? {} : { timeoutAction: hook.timeoutAction }),
  };
}

/** AWS tells no stage of a hook; its configuration does, unless several stages have this target. */
function onlyStageOf(
  { targetType = 'AWS_LAMBDA', targetArn }: DeploymentLifecycleHookDetail,
  configured: readonly DeploymentLifecycleHook[],
): string | undefined {
  const stages = configured.flatMap(({ targetType: type = 'AWS_LAMBDA', hookTargetArn, lifecycleStages }) =>
    type === targetType && hookTargetArn === targetArn ? (lifecycleStages ?? []) : [],
  );
  return new Set(stages).size === 1 ? stages[0] : undefined;
}
