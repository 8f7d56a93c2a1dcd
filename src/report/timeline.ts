import type { Count, TimelineEntry, TimelineEvent } from '../deploy/timeline.ts';
import { revisionName } from '../service/service.ts';
import { causeSentence } from './cause.ts';
import { clock } from './clock.ts';
import { hookLines, stageLine } from './shift.ts';

/** Lines of the log for one entry of the timeline, each with the time since the start. */
export function timelineLines({ after, event }: TimelineEntry): readonly string[] {
  return eventLines(event, after).map((line) => `${clock(after)}  ${line}`);
}

/** What happened so many milliseconds after the start, in words; a failure begins with a cross. */
export function eventLines(event: TimelineEvent, after = 0): readonly string[] {
  switch (event.kind) {
    case 'counts':
      return [event.lines.map(countWords).join('  ·  ')];
    case 'service-event':
      return [`${event.message}${event.times === undefined ? '' : ` (${event.times}×)`}`];
    case 'rollout':
      return [
        `${event.state === 'FAILED' ? '✗ ' : ''}${event.id} ${event.state}${event.reason === undefined ? '' : `: ${event.reason}`}`,
      ];
    case 'service-deployment':
      return [serviceDeploymentLine(event)];
    case 'codedeploy-status':
      return [
        `${isEnd(event.status) ? '✗ ' : ''}${event.id} ${event.status}${event.status === 'Ready' ? ': waiting for a person to reroute the traffic' : ''}${event.reason === undefined ? '' : `: ${event.reason}`}`,
      ];
    case 'rollback-started':
      return [`✗ CodeDeploy rolls back with deployment ${event.id}: watching it to its end.`];
    case 'lifecycle-event':
      return [lifecycleLine(event)];
    case 'traffic':
      return [
        `${event.of === undefined ? '' : `${event.of} `}traffic: ${event.weights.map(({ role, percent }) => `${role} ${percent}%`).join(', ')}`,
      ];
    case 'stage':
      return [stageLine(event, after)];
    case 'hook':
      return hookLines(event);
    case 'alarms':
      return [
        event.triggered.length > 0
          ? `✗ alarm ${event.triggered.join(', ')} went off`
          : `alarms: ${event.status}`,
      ];
    case 'cause':
      return [`✗ ${causeSentence(event.group)}`];
    case 'stopping':
      return [
        `✗ ${event.restores ? 'Stopping the deployment with a rollback' : 'Stopping the deployment without a rollback, as asked'} (${event.action}): it cannot succeed. ${causeSentence(event.group)}`,
      ];
    case 'stop-failed':
      return [
        event.isAskedAgain
          ? `${event.action ?? 'The call'} was not answered (${event.reason}): asking again.`
          : `✗ The deployment could not be stopped${event.action === undefined ? '' : ` (${event.action})`}: ${event.reason}`,
      ];
    case 'unknown-word':
      return [`This version does not know the ${event.of} ${event.word}: watching on.`];
    case 'draining':
      return [
        `${event.count} old task${event.count === 1 ? ' is' : 's are'} stopping${event.seconds === 0 ? '' : `, for ${event.seconds} s so far`}`,
      ];
    case 'settling':
      return [`ECS calls it complete: its tasks must be up for ${event.seconds} s without a crash`];
    case 'throttled':
      return ['AWS asks to slow down (throttling): looking less often.'];
    case 'unreachable':
      return [`AWS did not answer (${event.reason}): trying again.`];
  }
}

const isEnd = (status: string): boolean => status === 'Failed' || status === 'Stopped';

const countWords = ({ role, taskDefinition, running, desired, pending }: Count): string =>
  `${role} ${revisionName(taskDefinition)}: ${running} of ${desired} running${pending > 0 ? `, ${pending} pending` : ''}`;

function serviceDeploymentLine({
  status,
  reason,
  stage,
}: Extract<TimelineEvent, { kind: 'service-deployment' }>): string {
  const isBad = status.startsWith('ROLLBACK') || status === 'STOPPED';
  const where = stage === undefined ? '' : ` (${stage})`;
  return `${isBad ? '✗ ' : ''}service deployment ${status}${where}${reason === undefined ? '' : `: ${reason}`}`;
}

function lifecycleLine({
  name,
  status,
  seconds,
  message,
}: Extract<TimelineEvent, { kind: 'lifecycle-event' }>): string {
  const took = seconds === undefined ? '' : ` in ${seconds} s`;
  return `${status === 'Failed' ? '✗ ' : ''}${name}: ${status}${took}${message === undefined ? '' : `: ${message}`}`;
}
