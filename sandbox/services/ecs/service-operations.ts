import type {
  DeleteServiceRequest,
  DescribeServicesRequest,
  DescribeTaskSetsRequest,
  ListServicesRequest,
} from '@aws-sdk/client-ecs';
import type { Context } from '../../operation.ts';
import { lastPart, serviceArn } from './arn.ts';
import { ecsErrors } from './errors.ts';
import { clusterOf, findService, serviceOf } from './find.ts';
import { wake } from './happening.ts';
import { page } from './page.ts';
import { describeService, viewService, viewTaskSet } from './service-view.ts';

const mostServices = 10;

/** DescribeServices: at most ten; a missing one is a failure in an answer with status 200. */
export function describeServices(input: DescribeServicesRequest, { world }: Context): object {
  const cluster = clusterOf(world, input.cluster);
  const names = input.services ?? [];
  // [?] The words of both refusals.
  if (names.length === 0) throw ecsErrors.invalid('Services cannot be empty.');
  if (names.length > mostServices) throw ecsErrors.invalid('Services must have at most 10 elements.');
  const found = names.map((name) => ({ name, service: findService(world, cluster, name) }));
  return {
    services: found.flatMap(({ service }) =>
      service === undefined ? [] : [describeService(world, service, input.include ?? [])],
    ),
    failures: found
      .filter(({ service }) => service === undefined)
      .map(({ name }) => ({
        arn: name.startsWith('arn:') ? name : serviceArn(world, lastPart(cluster.arn), name),
        reason: 'MISSING',
      })),
  };
}

/** ListServices: ten a page unless asked otherwise. */
export function listServices(input: ListServicesRequest, { world }: Context): object {
  const cluster = clusterOf(world, input.cluster);
  const services = world.ecs.services.filter(
    ({ clusterArn, status }) => clusterArn === cluster.arn && status !== 'INACTIVE',
  );
  const { items, rest } = page(services, { ...input, maxResults: input.maxResults ?? mostServices });
  return { serviceArns: items.map(({ arn }) => arn), ...rest };
}

/** DescribeTaskSets: all of the service, or those named by id or ARN. */
export function describeTaskSets(input: DescribeTaskSetsRequest, { world }: Context): object {
  const service = serviceOf(world, clusterOf(world, input.cluster), input.service ?? '');
  const wanted = input.taskSets;
  const found = service.taskSets.filter(
    ({ id, arn }) => wanted === undefined || wanted.includes(id) || wanted.includes(arn),
  );
  const missing = (wanted ?? []).filter((name) => !found.some(({ id, arn }) => id === name || arn === name));
  return {
    taskSets: found.map((taskSet) => viewTaskSet(world, service, taskSet)),
    failures: missing.map((arn) => ({ arn, reason: 'MISSING' })),
  };
}

/** DeleteService: DRAINING while its tasks stop, INACTIVE then. */
export function deleteService(input: DeleteServiceRequest, { world }: Context): object {
  const service = serviceOf(world, clusterOf(world, input.cluster), input.service ?? '');
  if (service.desiredCount > 0 && input.force !== true) {
    throw ecsErrors.invalid('The service cannot be stopped while it is scaled above 0.');
  }
  service.desiredCount = 0;
  service.status = 'DRAINING';
  wake(world, service, 1000);
  return { service: viewService(world, service) };
}
