import { seconds } from '../../wire/json11.ts';
import type { World } from '../../world.ts';
import { revisionArn } from './arn.ts';
import { breakerThreshold } from './failure.ts';
import { viewRevisionCounts } from './service-view.ts';
import type { Service, ServiceDeployment, ServiceRevision } from './state.ts';

/** An entry of ListServiceDeployments. */
export function viewBrief(service: Service, record: ServiceDeployment): object {
  return {
    serviceDeploymentArn: record.arn,
    serviceArn: service.arn,
    clusterArn: service.clusterArn,
    ...(record.startedAt === undefined ? {} : { startedAt: seconds(record.startedAt) }),
    createdAt: seconds(record.createdAt),
    ...(record.finishedAt === undefined ? {} : { finishedAt: seconds(record.finishedAt) }),
    targetServiceRevisionArn: revisionArn(service, record.deploymentId),
    status: record.status,
    ...(record.statusReason === undefined ? {} : { statusReason: record.statusReason }),
  };
}

/** An entry of DescribeServiceDeployments. */
export function viewRecord(world: World, service: Service, record: ServiceDeployment): object {
  return {
    serviceDeploymentArn: record.arn,
    serviceArn: service.arn,
    clusterArn: service.clusterArn,
    createdAt: seconds(record.createdAt),
    ...(record.startedAt === undefined ? {} : { startedAt: seconds(record.startedAt) }),
    updatedAt: seconds(record.updatedAt),
    ...(record.finishedAt === undefined ? {} : { finishedAt: seconds(record.finishedAt) }),
    ...(record.stoppedAt === undefined ? {} : { stoppedAt: seconds(record.stoppedAt) }),
    sourceServiceRevisions: record.sourceDeploymentIds.map((id) => ({
      ...viewSummary(world, service, id),
      ...viewWeights(record, service.lastCompleted?.id === id ? 'blue' : 'other'),
    })),
    targetServiceRevision: {
      ...viewSummary(world, service, record.deploymentId),
      ...viewWeights(record, 'green'),
    },
    status: record.status,
    ...(record.statusReason === undefined ? {} : { statusReason: record.statusReason }),
    ...viewStage(record),
    ...(record.rollback === undefined
      ? {}
      : {
          rollback: {
            reason: record.rollback.reason,
            startedAt: seconds(record.rollback.startedAt),
            serviceRevisionArn: revisionArn(service, record.rollback.deploymentId),
          },
        }),
    deploymentConfiguration: {
      ...record.configuration,
      alarms: record.configuration.alarms ?? { alarmNames: [], rollback: false, enable: false },
    },
    ...(record.status === 'PENDING'
      ? {}
      : {
          deploymentCircuitBreaker: { ...record.breaker, threshold: breakerThreshold(service) },
          alarms: viewAlarms(record),
        }),
  };
}

/** What a revision gets of the traffic, in percent. */
function viewWeights({ shift }: ServiceDeployment, of: 'green' | 'blue' | 'other'): object {
  const production = shift?.productionWeight;
  const test = shift?.testWeight;
  const share = { green: production ?? 0, blue: 100 - (production ?? 0), other: 0 }[of];
  return {
    ...(production === undefined ? {} : { requestedProductionTrafficWeight: share }),
    ...(test === undefined ? {} : { requestedTestTrafficWeight: of === 'green' ? test : 0 }),
  };
}

/** The lifecycle stage of a deployment that is not over, and its hooks. */
function viewStage({ shift, finishedAt }: ServiceDeployment): object {
  if (shift === undefined) return {};
  const { stage, hooks } = shift;
  return {
    ...(stage === undefined || finishedAt !== undefined ? {} : { lifecycleStage: stage }),
    ...(hooks.length === 0
      ? {}
      : {
          lifecycleHookDetails: hooks.map(({ id, targetType, target, status, expiresAt, timeoutAction }) => ({
            hookId: id,
            targetType,
            ...(target === undefined ? {} : { targetArn: target }),
            status,
            expiresAt: seconds(expiresAt),
            timeoutAction,
          })),
        }),
  };
}

function viewAlarms({ alarms: { status, triggered }, configuration }: ServiceDeployment): object {
  if (status === 'DISABLED') return { status };
  return {
    status,
    alarmNames: configuration.alarms?.alarmNames ?? [],
    ...(triggered.length === 0 ? {} : { triggeredAlarmNames: triggered }),
  };
}

function viewSummary(world: World, service: Service, deploymentId: string): object {
  const deployment = service.deployments.find(({ id }) => id === deploymentId);
  const counts =
    deployment === undefined
      ? { requestedTaskCount: 0, runningTaskCount: 0, pendingTaskCount: 0 }
      : viewRevisionCounts(world, deployment);
  return { arn: revisionArn(service, deploymentId), ...counts };
}

/** An entry of DescribeServiceRevisions. */
export function viewRevision(service: Service, revision: ServiceRevision): object {
  const { taskDefinition, launchType, capacityProviderStrategy, networkConfiguration, loadBalancers } =
    revision.settings;
  return {
    serviceRevisionArn: revision.arn,
    serviceArn: service.arn,
    clusterArn: service.clusterArn,
    taskDefinition,
    ...(launchType === undefined ? {} : { launchType }),
    ...(capacityProviderStrategy === undefined ? {} : { capacityProviderStrategy }),
    platformVersion: '1.4.0',
    platformFamily: 'Linux',
    ...(loadBalancers === undefined ? {} : { loadBalancers }),
    ...(networkConfiguration === undefined ? {} : { networkConfiguration }),
    containerImages: revision.containerImages,
    guardDutyEnabled: false,
    serviceConnectConfiguration: revision.settings.serviceConnectConfiguration ?? { enabled: false },
    createdAt: seconds(revision.createdAt),
  };
}
