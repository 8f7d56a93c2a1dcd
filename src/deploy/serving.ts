import {
  type Deployment,
  serving,
  servingBeside,
  type ServiceState,
  type TaskSet,
} from '../service/service.ts';
import type { Weight } from './timeline.ts';

/** A service, and the service deployment that is under way on it, where its strategy shifts traffic. */
export interface Served {
  readonly service: ServiceState;
  readonly record?: { readonly production?: readonly Weight[] };
}

/**
 * What serves, by a look at one deployment. Where ECS shifts the traffic, both revisions run for long: until the new
 * one has some of the production traffic the old one serves.
 */
export function servingIn(
  { service, record }: Served,
  deploymentId: string,
): Deployment | TaskSet | undefined {
  const share = record?.production?.find(({ role }) => role === 'new')?.percent;
  return (share === 0 ? servingBeside(service, deploymentId) : undefined) ?? serving(service);
}

/** A service, and the deployment by which its traffic is being shifted, where one is. */
interface ServedNow extends Pick<Served, 'service'> {
  readonly shifting?: { readonly deploymentId: string } & Pick<Served, 'record'>;
}

/** What serves before this run changes anything. */
export const servingNow = ({ service, shifting }: ServedNow): Deployment | TaskSet | undefined =>
  shifting === undefined ? serving(service) : servingIn({ service, ...shifting }, shifting.deploymentId);
