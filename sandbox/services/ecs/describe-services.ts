import type { DescribeServicesRequest } from '@aws-sdk/client-ecs';
import type { Context } from '../../operation.ts';
import { lastPart, serviceArn } from './arn.ts';
import { ecsErrors } from './errors.ts';
import { clusterOf, findService } from './find.ts';
import { describeService } from './service-view.ts';

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
