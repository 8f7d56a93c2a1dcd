import { type Deployment, serving, servingBeside, type TaskSet } from '../service/service.ts';
import type { Look } from './watch.ts';

/**
 * What serves, by a look at one deployment. Where ECS shifts the traffic, both revisions run for long: until the new
 * one has some of the production traffic the old one serves.
 */
export function servingIn({ service, record }: Look, deploymentId: string): Deployment | TaskSet | undefined {
  const share = record?.production?.find(({ role }) => role === 'new')?.percent;
  return (share === 0 ? servingBeside(service, deploymentId) : undefined) ?? serving(service);
}
