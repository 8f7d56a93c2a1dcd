import type {
  DescribeServiceDeploymentsRequest,
  DescribeServiceRevisionsRequest,
  ListServiceDeploymentsRequest,
  StopServiceDeploymentRequest,
} from '@aws-sdk/client-ecs';
import { AwsError } from '../../aws-error.ts';
import type { Context } from '../../operation.ts';
import { seconds } from '../../wire/json11.ts';
import type { World } from '../../world.ts';
import { lookUp } from '../ecr/state.ts';
import { revisionArn } from './arn.ts';
import { breakerThreshold } from './failure.ts';
import { clusterOf, findTaskDefinition, serviceOf } from './find.ts';
import { page } from './page.ts';
import { abort, rollBackOnRequest } from './rollback.ts';
import { viewConfiguration, viewRevisionCounts } from './service-view.ts';
import type { Service, ServiceDeployment, ServiceRevision } from './state.ts';

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
      match === undefined ? [] : [viewRevision(world, match.service, match.revision)],
    ),
    failures: missing(found),
  };
}

/** StopServiceDeployment: ABORT leaves things as they are, ROLLBACK (the default) returns to what was. */
export function stopServiceDeployment(input: StopServiceDeploymentRequest, { world }: Context): object {
  const arn = input.serviceDeploymentArn ?? '';
  const match = findRecord(world, arn);
  // [?] AWS's words for both refusals.
  if (match === undefined) {
    throw new AwsError('ServiceDeploymentNotFoundException', 'Service deployment not found.');
  }
  if (match.record.status !== 'IN_PROGRESS') {
    throw new AwsError('ConflictException', 'The service deployment is not in progress.');
  }
  if (input.stopType === 'ABORT') abort(world, match.record);
  else rollBackOnRequest(world, match.service, match.record);
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
    startedAt: seconds(record.startedAt),
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
    startedAt: seconds(record.startedAt),
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
    deploymentCircuitBreaker: { ...record.breaker, threshold: breakerThreshold(service) },
    alarms: { status: 'DISABLED' },
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

function viewRevision(world: World, service: Service, revision: ServiceRevision): object {
  const { taskDefinition, launchType, capacityProviderStrategy, networkConfiguration, loadBalancers } =
    revision.settings;
  const containers = findTaskDefinition(world, taskDefinition)?.content.containerDefinitions ?? [];
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
    containerImages: containers.map(({ name, image = '' }) => {
      const found = lookUp(world.ecr, image);
      return {
        containerName: name,
        ...(found.kind === 'found' ? { imageDigest: found.digest } : {}),
        image,
      };
    }),
    guardDutyEnabled: false,
    serviceConnectConfiguration: revision.settings.serviceConnectConfiguration ?? { enabled: false },
    createdAt: seconds(revision.createdAt),
  };
}
