import type { DescribedService } from '../service/describe.ts';
import type { ServiceState } from '../service/service.ts';

/** What was watched is gone, or cannot be read any more: its end will not be known. */
export class LostSight extends Error {
  override readonly name = 'LostSight';
}

/**
 * The service while there is one. Throws a LostSight when it is gone or being deleted: then its count is 0,
 * and its deployment looks as if it had ended well.
 */
export function serviceInSight(described: DescribedService): ServiceState {
  if (!described.found) throw new LostSight(`ECS does not list the service any more (${described.reason}).`);
  const { service } = described;
  if (service.status === 'DRAINING' || service.status === 'INACTIVE')
    throw new LostSight(`The service is ${service.status}: it was deleted during the deployment.`);
  return service;
}
