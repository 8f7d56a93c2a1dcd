import type { TimelineEvent } from '../deploy/timeline.ts';
import { regionOf } from '../service/service.ts';
import { clock } from './clock.ts';

/** A stage of a service deployment that began. */
export function stageLine(
  { stage, passed, minutes }: Extract<TimelineEvent, { kind: 'stage' }>,
  after: number,
): string {
  const since = passed.length === 0 ? '' : ` (${passed.join(', ')} passed)`;
  const until =
    minutes === undefined ? '' : `: ${minutes} minutes, until about ${clock(after + minutes * 60_000)}`;
  return `stage ${stage}${until}${since}`;
}

/** A pause says how to end it: nobody else does. */
export function hookLines({
  hook: { id, target, status, expiresAt, timeoutAction },
  serviceDeployment,
  stage,
}: Extract<TimelineEvent, { kind: 'hook' }>): readonly string[] {
  const at = stage === undefined ? '' : ` at ${stage}`;
  const name = target === undefined ? `pause ${id}` : `hook ${target.slice(target.lastIndexOf(':') + 1)}`;
  if (status !== 'AWAITING_ACTION') {
    return [`${status === 'FAILED' || status === 'TIMED_OUT' ? '✗ ' : ''}${name}${at}: ${status}`];
  }
  const otherwise =
    expiresAt === undefined
      ? ''
      : `; at ${expiresAt} AWS goes on with ${timeoutAction ?? 'ROLLBACK'} by itself`;
  const { goOn, rollBack } = continueCommands(serviceDeployment, id);
  return [
    `${name}${at}: AWAITING_ACTION, so a person must decide${otherwise}`,
    `  go on:     ${goOn}`,
    `  roll back: ${rollBack}`,
  ];
}

/** How to end a pause by hand (ContinueServiceDeployment). */
export function continueCommands(
  serviceDeployment: string,
  hookId: string,
): { readonly goOn: string; readonly rollBack: string } {
  const call = `aws ecs continue-service-deployment --service-deployment-arn ${serviceDeployment} --hook-id ${hookId} --region ${regionOf(serviceDeployment)} --action`;
  return { goOn: `${call} CONTINUE`, rollBack: `${call} ROLLBACK` };
}
