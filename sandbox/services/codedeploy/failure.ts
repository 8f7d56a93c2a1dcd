import type { AutoRollbackEvent, ErrorCode } from '@aws-sdk/client-codedeploy';
import type { World } from '../../world.ts';
import { isLive } from './find.ts';
import { later } from './happening.ts';
import type { Deployment } from './state.ts';
import { viewTaskSets } from './target.ts';

/** [?] From the end of a deployment to the creation of its rollback. */
const rollbackAfter = 4000;

/** Ends a deployment as Failed. */
export function fail(
  world: World,
  deployment: Deployment,
  error: { readonly code: ErrorCode; readonly message: string },
): void {
  const rollBack = rollsBackOn(deployment, 'DEPLOYMENT_FAILURE');
  breakOff(world, deployment, { status: 'Failed', error, rollBack });
}

/** Ends a deployment because of an alarm: AWS says Stopped, not Failed. */
export function stopOnAlarm(world: World, deployment: Deployment, alarm: string): void {
  const message =
    'One or more alarms have been activated according to the Amazon CloudWatch metrics you selected, ' +
    `and the affected deployments have been stopped. Activated alarms: <${alarm}>`;
  const rollBack = rollsBackOn(deployment, 'DEPLOYMENT_STOP_ON_ALARM');
  breakOff(world, deployment, { status: 'Stopped', error: { code: 'ALARM_ACTIVE', message }, rollBack });
}

/** Ends a deployment because somebody asked for it. */
export function stopOnRequest(world: World, deployment: Deployment, rollBack: boolean): void {
  // [?] The words; the code is documented.
  const error = { code: 'MANUAL_STOP', message: 'The deployment was stopped by a user.' } as const;
  breakOff(world, deployment, { status: 'Stopped', error, rollBack });
}

/** Whether a deployment is rolled back by itself at such an end. A rollback never is. */
export function rollsBackOn({ creator, settings }: Deployment, event: AutoRollbackEvent): boolean {
  const { enabled = false, events = [] } = settings.autoRollbackConfiguration;
  return creator === 'user' && enabled && events.includes(event);
}

/** The lifecycle event that is under way fails, the rest are skipped, and nothing more is done to the service. */
function breakOff(
  world: World,
  deployment: Deployment,
  end: {
    readonly status: 'Failed' | 'Stopped';
    readonly error: NonNullable<Deployment['error']>;
    readonly rollBack: boolean;
  },
): void {
  if (!isLive(deployment)) return;
  for (const event of deployment.events) {
    if (event.status === 'InProgress') {
      event.status = 'Failed';
      event.endedAt = world.now;
    }
    if (event.status === 'Pending') event.status = 'Skipped';
  }
  deployment.lastTaskSets = viewTaskSets(world, deployment);
  deployment.status = end.status;
  deployment.error = end.error;
  deployment.completedAt = world.now;
  deployment.updatedAt = world.now;
  delete deployment.wait;
  if (!end.rollBack) return;
  deployment.rollbackDue = true;
  later(world, deployment, rollbackAfter, { kind: 'roll-back' });
}
