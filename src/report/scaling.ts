import {
  isAnythingSuspended,
  SUSPENDED_FROM,
  type SuspendedState,
  type Suspension,
} from '../scaling/suspension.ts';
import { denialRemedy } from './failure.ts';
import { withFullStop } from './full-stop.ts';

/** What is said about the suspending of scaling. */
export const scalingWords = {
  none: (service: string): string =>
    `suspend-scaling: ${service} is no scalable target of Application Auto Scaling, so there is nothing to suspend.`,
  suspended: (resourceId: string, state: SuspendedState): string =>
    `Scaling of ${resourceId} is suspended until this step ends: ${words(state)}.`,
  left: ({ resourceId, before }: Suspension): string =>
    `An earlier run has left scaling of ${resourceId} suspended, and noted what was before: this run restores it at its end (${words(before)}).`,
  restored: ({ resourceId, before }: Suspension): string =>
    `Scaling of ${resourceId} is as it was before: ${words(before)}.`,
  gone: ({ resourceId }: Suspension): string =>
    `${resourceId} is no scalable target any more: there is nothing to restore.`,
  stillTagged: ({ resourceId }: Suspension, reason: string): string =>
    `Scaling of ${resourceId} is restored, but the tag ${SUSPENDED_FROM} on its scalable target could not be taken away: ${withFullStop(reason)} Remove it: a later run would take what it says for what is to be restored.${remedyOf(reason)}`,
  notRestored: (suspension: Suspension, reason: string): string =>
    `Scaling of ${suspension.resourceId} could not be restored: ${withFullStop(reason)} The post step of this job tries again, and so does the next run. By hand: \`${command(suspension)}\`.${remedyOf(reason)}`,
} as const;

function remedyOf(reason: string): string {
  const remedy = denialRemedy(reason);
  return remedy === undefined ? '' : ` ${remedy}`;
}

function words(state: SuspendedState): string {
  const parts = [
    ...(state.in ? ['scaling in'] : []),
    ...(state.out ? ['scaling out'] : []),
    ...(state.scheduled ? ['scheduled scaling'] : []),
  ];
  return isAnythingSuspended(state) ? `${parts.join(', ')} suspended` : 'nothing suspended';
}

const command = ({ region, resourceId, before }: Suspension): string =>
  `aws application-autoscaling register-scalable-target --service-namespace ecs --resource-id ${resourceId} --scalable-dimension ecs:service:DesiredCount --suspended-state DynamicScalingInSuspended=${before.in},DynamicScalingOutSuspended=${before.out},ScheduledScalingSuspended=${before.scheduled} --region ${region}`;
