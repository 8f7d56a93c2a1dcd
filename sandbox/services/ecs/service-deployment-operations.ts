import type {
  DescribeServiceDeploymentsRequest,
  DescribeServiceRevisionsRequest,
  ListServiceDeploymentsRequest,
  StopServiceDeploymentRequest,
} from '@aws-sdk/client-ecs';
import type { Context } from '../../operation.ts';
import { seconds } from '../../wire/json11.ts';
import type { World } from '../../world.ts';
import { revisionArn } from './arn.ts';
import { ecsErrors } from './errors.ts';
import { breakerThreshold } from './failure.ts';
import { clusterOf, serviceOf } from './find.ts';
import { page } from './page.ts';
import { requestRollback } from './rollback.ts';
import { viewConfiguration, viewRevisionCounts } from './service-view.ts';
import type { Service, ServiceDeployment, ServiceDeploymentStatus, ServiceRevision } from './state.ts';

/** ListServiceDeployments: newest first; a new record comes into the list some seconds late. */
export function listServiceDeployments(input: ListServiceDeploymentsRequest, { world }: Context): object {
  const service = serviceOf(world, clusterOf(world, input.cluster), input.service ?? '');
  const { status } = input;
  const records = service.records.filter(
    (record) => record.visibleAt <= world.now && (status === undefined || status.includes(record.status)),
  );
  const { items, rest } = page(records, input);
  return { serviceDeployments: items.map((record) => viewBrief(service, record)), ...rest };
}

/** DescribeServiceDeployments, by ARN. */
export function describeServiceDeployments(
  input: DescribeServiceDeploymentsRequest,
  { world }: Context,
): object {
  const found = (input.serviceDeploymentArns ?? []).map((arn) => ({ arn, match: findRecord(world, arn) }));
  return {
    serviceDeployments: found.flatMap(({ match }) =>
      match === undefined ? [] : [viewRecord(world, match.service, match.record)],
    ),
    failures: missing(found),
  };
}

/** DescribeServiceRevisions, by ARN. */
export function describeServiceRevisions(input: DescribeServiceRevisionsRequest, { world }: Context): object {
  const all = world.ecs.services.flatMap((service) =>
    service.revisions.map((revision) => ({ service, revision })),
  );
  const found = (input.serviceRevisionArns ?? []).map((arn) => ({
    arn,
    match: all.find(({ revision }) => revision.arn === arn),
  }));
  return {
    serviceRevisions: found.flatMap(({ match }) =>
      match === undefined ? [] : [viewRevision(match.service, match.revision)],
    ),
    failures: missing(found),
  };
}

/** What StopServiceDeployment does in each state: developer guide, "Stopping Amazon ECS service deployments". */
const onStop: Readonly<Record<ServiceDeploymentStatus, 'roll-back' | 'go-on' | 'refuse'>> = {
  PENDING: 'roll-back',
  IN_PROGRESS: 'roll-back',
  STOP_REQUESTED: 'go-on',
  ROLLBACK_REQUESTED: 'go-on',
  ROLLBACK_IN_PROGRESS: 'go-on',
  SUCCESSFUL: 'refuse',
  STOPPED: 'refuse',
  ROLLBACK_SUCCESSFUL: 'refuse',
  ROLLBACK_FAILED: 'refuse',
};

/** StopServiceDeployment: returns to what was, whether the service is configured for rollbacks or not. */
export function stopServiceDeployment(input: StopServiceDeploymentRequest, { world }: Context): object {
  const arn = input.serviceDeploymentArn ?? '';
  // API reference: the enumeration has ABORT, "the valid values are ROLLBACK".
  if (input.stopType !== undefined && input.stopType !== 'ROLLBACK') throw ecsErrors.stopType(input.stopType);
  const match = findRecord(world, arn);
  if (match === undefined) throw ecsErrors.serviceDeploymentNotFound();
  const { service, record } = match;
  switch (onStop[record.status]) {
    case 'roll-back':
      requestRollback(world, service, record);
      break;
    case 'go-on':
      break;
    case 'refuse':
      throw ecsErrors.serviceDeploymentOver(record.status);
  }
  return { serviceDeploymentArn: arn };
}

function findRecord(world: World, arn: string) {
  return world.ecs.services
    .flatMap((service) => service.records.map((record) => ({ service, record })))
    .find(({ record }) => record.arn === arn);
}

const missing = (found: readonly { readonly arn: string; readonly match: unknown }[]): readonly object[] =>
  found.filter(({ match }) => match === undefined).map(({ arn }) => ({ arn, reason: 'MISSING' }));

function viewBrief(service: Service, record: ServiceDeployment): object {
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

function viewRecord(world: World, service: Service, record: ServiceDeployment): object {
  return {
    serviceDeploymentArn: record.arn,
    serviceArn: service.arn,
    clusterArn: service.clusterArn,
    createdAt: seconds(record.createdAt),
    ...(record.startedAt === undefined ? {} : { startedAt: seconds(record.startedAt) }),
    updatedAt: seconds(record.updatedAt),
    ...(record.finishedAt === undefined ? {} : { finishedAt: seconds(record.finishedAt) }),
    ...(record.stoppedAt === undefined ? {} : { stoppedAt: seconds(record.stoppedAt) }),
    sourceServiceRevisions: record.sourceDeploymentIds.map((id) => viewSummary(world, service, id)),
    targetServiceRevision: viewSummary(world, service, record.deploymentId),
    status: record.status,
    ...(record.statusReason === undefined ? {} : { statusReason: record.statusReason }),
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
      ...viewConfiguration(service),
      alarms: { alarmNames: [], rollback: false, enable: false },
    },
    ...(record.status === 'PENDING'
      ? {}
      : {
          deploymentCircuitBreaker: { ...record.breaker, threshold: breakerThreshold(service) },
          alarms: { status: 'DISABLED' },
        }),
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

function viewRevision(service: Service, revision: ServiceRevision): object {
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
