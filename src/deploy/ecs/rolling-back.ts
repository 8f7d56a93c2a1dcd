import type { ServiceDeploymentBrief } from '@aws-sdk/client-ecs';
import type { Deployment, ServiceState } from '../../service/service.ts';
import { recordPhase } from './rules.ts';

/** Whether ECS returns to a deployment: then it is PRIMARY again, and its reason says so. */
export const isReturnedTo = ({ status, rolloutState, rolloutStateReason }: Deployment): boolean =>
  status === 'PRIMARY' &&
  rolloutState === 'IN_PROGRESS' &&
  rolloutStateReason?.includes('rolling back') === true;

/** Whether a deployment of the service is being rolled back: by its reason, or by a record that came this far. */
export const isRollingBack = (
  { deployments }: ServiceState,
  records: readonly Pick<ServiceDeploymentBrief, 'status'>[],
): boolean =>
  deployments.some(isReturnedTo) ||
  records.some(({ status = '' }) => recordPhase({ status }) === 'rolling-back');
