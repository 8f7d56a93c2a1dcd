import type { Cause, CauseGroup } from '../deploy/cause.ts';
import type { Facts, Outcome, Verdict } from '../deploy/outcome.ts';
import type { Count, TimelineEntry, TimelineEvent } from '../deploy/timeline.ts';
import type { Problem } from '../inputs/problem.ts';
import { revisionName } from '../service/service.ts';
import { problemLine } from './annotations.ts';
import { denialRemedy } from './failure.ts';
import { clock } from './clock.ts';
import { withFullStop } from './full-stop.ts';
import { hookLines, stageLine } from './shift.ts';

/** The one sentence that says how a deployment ended, for log, annotation, summary and output. */
export function outcomeSentence(outcome: Outcome): string {
  const { verdict, service, taskDefinition } = outcome;
  const revision = taskDefinition === undefined ? 'the task definition' : revisionName(taskDefinition);
  const sentence = ruleSentence(verdict, { service, revision, outcome });
  const causes = verdict.status === 'deployed' ? [] : causeSentences(outcome).slice(0, 2);
  return [
    sentence,
    ...stabilitySentence(verdict),
    ...causes,
    ...stopSentence(outcome),
    ...servingSentence(outcome),
    ...registeredSentence(verdict.facts),
    ...lookSentence(outcome),
  ].join(' ');
}

interface Words {
  readonly service: string;
  readonly revision: string;
  readonly outcome: Outcome;
}

function ruleSentence({ rule, facts }: Verdict, { service, revision, outcome }: Words): string {
  const id = outcome.handle?.id ?? 'the deployment';
  switch (rule) {
    case 'refused':
    case 'start-refused':
      return `${service} was not deployed. ${problemsSentence(outcome.problems)}`;
    case 'already-running':
      return `${service} already runs ${revision}: nothing was sent.${nothingRan(facts)}`;
    case 'restored-by-stop':
      return `${service} runs ${revision}: the deployment that was under way was stopped and rolled back to it.${nothingRan(facts)}`;
    case 'restored-by-rollback':
      return `${service} runs ${revision}: a rollback to it was under way and was waited for; nothing was sent.${nothingRan(facts)}`;
    case 'plan-only':
      return `Dry run: nothing was changed on ${service}. The log says what would be.`;
    case 'not-waiting':
      return `${facts.countOnly === true ? `The count of ${service} is set` : `${revision} was started on ${service} as ${id}`}. Nothing is proven: this run was asked not to wait.`;
    case 'count-reached':
      return `${service} already ran ${revision}; its count is as asked.${nothingRan(facts)}`;
    case 'no-deployment-started':
      return `ECS started no deployment on ${service}: it still serves ${servedName(facts)}.`;
    case 'completed':
    case 'terminated-blue':
      return `${service} runs ${revision}.${nothingRan(facts)}`;
    case 'traffic-shifted':
      return `${service} runs ${revision}: all traffic is shifted.${nothingRan(facts)}${rollbackWindow(facts)}`;
    case 'service-deployment-rolled-back':
    case 'previous-restored':
    case 'codedeploy-rolled-back':
      return `${revision} ${isWithdrawn(outcome) ? `was rolled back on ${service}` : `failed on ${service} and was rolled back`}.${awsReason(facts)}${failedEvent(facts)}`;
    case 'rollback-failed':
    case 'own-rollback-failed':
    case 'codedeploy-rollback-failed':
      return `${revision} failed on ${service}, and so did the rollback.${awsReason(facts)}${failedEvent(facts)}`;
    case 'service-deployment-stopped':
      return `The deployment ${id} of ${revision} on ${service} was stopped and nothing was restored.${awsReason(facts)}`;
    case 'failed-in-place':
    case 'codedeploy-ended':
      return `${revision} failed on ${service} and nothing was rolled back.${awsReason(facts)}${failedEvent(facts)}`;
    case 'left-failing':
      return `${revision} fails on ${service} and is left as it is, as asked: ECS goes on with ${id}.`;
    case 'not-stable':
      return `${revision} was complete on ${service}, but its tasks did not stay up.`;
    case 'service-deployment-replaced':
    case 'replaced':
    case 'task-set-replaced':
      return `Another deployment took over ${service} before ${revision} was done: ${facts.primary?.id ?? 'its id is not known'}${facts.commit === undefined ? '' : ` of commit ${facts.commit}`}.`;
    case 'wrong-image':
      return `${service} runs ${revision}, but not the image that it names by digest${facts.awsReason === undefined ? '' : ` (${facts.awsReason})`}.`;
    case 'limit-passed':
      if (facts.unproven !== undefined) {
        return `${revision} is complete on ${service}, but in ${facts.minutes ?? 0} minutes its tasks were never up for ${facts.unproven} seconds.`;
      }
      return `${revision} was not done on ${service} after ${facts.minutes ?? 0} minutes.${facts.rollingBack === true || facts.stopped === true ? ' AWS is rolling it back.' : ' AWS goes on with it.'}`;
    case 'signal':
      return cancelledSentence(facts, { service, revision, outcome });
    case 'lost-sight':
      return `What became of ${revision} on ${service} is not known: ${withFullStop(facts.awsReason ?? 'AWS can no longer be asked')}${allowance(facts)}`;
  }
}

function cancelledSentence(facts: Facts, { service, revision, outcome }: Words): string {
  const { handle } = outcome;
  if (handle !== undefined) {
    if (facts.unproven !== undefined && facts.stopped !== true) {
      return `This run was cancelled; ECS calls ${handle.id} of ${revision} on ${service} complete, but its tasks had yet to be up for ${facts.unproven} seconds.`;
    }
    const goesOn =
      facts.stopped === true ? `AWS is rolling back ${handle.id}` : `AWS goes on with ${handle.id}`;
    return `This run was cancelled; ${goesOn} of ${revision} on ${service}.`;
  }
  return facts.wasSent === true
    ? `This run was cancelled while it started ${revision} on ${service}: whether that happened is not known.`
    : `This run was cancelled before anything was started on ${service}.`;
}

/** Whether this run ended the deployment though none of its tasks had failed: it was cancelled. */
const isWithdrawn = ({ verdict, causes }: Outcome): boolean =>
  verdict.facts.stopped === true && causes.length === 0;

/** What would let a watch go on that ended for want of a permission. */
function allowance({ awsReason: reason = '' }: Facts): string {
  const remedy = denialRemedy(reason);
  return remedy === undefined ? '' : ` ${remedy}`;
}

/** How to look by hand at what goes on unseen; the last sentence, so that the command ends where it ends. */
function lookSentence({ verdict: { rule }, region, cluster, service, handle }: Outcome): readonly string[] {
  const isUnseen = rule === 'lost-sight' || (rule === 'signal' && handle !== undefined);
  if (!isUnseen) return [];
  const command =
    handle?.kind === 'codedeploy'
      ? `aws deploy get-deployment --deployment-id ${handle.id}`
      : `aws ecs describe-services --cluster ${cluster} --services ${service}`;
  return [`Look with \`${command} --region ${region}\`.`];
}

function servingSentence({ verdict, runningTaskDefinition, servingTasks }: Outcome): readonly string[] {
  switch (verdict.status) {
    case 'rolled-back':
    case 'failed':
    case 'superseded':
    case 'timed-out':
    case 'cancelled':
    case 'unknown':
      return runningTaskDefinition === undefined || verdict.rule === 'no-deployment-started'
        ? []
        : [
            servingTasks === 0
              ? `No task serves: the service is set to ${revisionName(runningTaskDefinition)}.`
              : `${revisionName(runningTaskDefinition)} is what serves now.`,
          ];
    case 'deployed':
    case 'unchanged':
    case 'started':
    case 'paused':
      return [];
  }
}

const stabilitySentence = ({ rule, facts: { stableFor: seconds } }: Verdict): readonly string[] =>
  seconds === undefined || rule === 'not-stable'
    ? []
    : [`ECS called it complete, but its tasks crashed before they were up for ${seconds} seconds.`];

const registeredSentence = ({ registered }: Facts): readonly string[] =>
  registered === undefined
    ? []
    : [`${revisionName(registered)} was registered and stays; the next run uses it.`];

/** What this run did to end the deployment. */
function stopSentence(outcome: Outcome): readonly string[] {
  const { status, facts } = outcome.verdict;
  const { stopped, notStopped, stopAction, unanswered, leftAsItIs } = facts;
  if (status === 'deployed') return [];
  if (unanswered !== undefined) return [`${unanswered} was sent; whether it had an effect is not known.`];
  if (notStopped !== undefined) {
    return [
      `This run could not stop the deployment${stopAction === undefined ? '' : ` (${stopAction})`}: ${withFullStop(notStopped)}${allowance({ awsReason: notStopped })}`,
    ];
  }
  if (stopped !== true) return [];
  const why = status === 'cancelled' || isWithdrawn(outcome) ? '' : ' because of that';
  return [
    leftAsItIs === true
      ? `This run stopped the deployment${why}, without a rollback, as asked.`
      : `This run stopped the deployment${why}, and asked for a rollback.`,
  ];
}

const problemsSentence = (problems: readonly Problem[]): string => {
  const [first, ...others] = problems;
  if (first === undefined) return '';
  const more = others.length === 0 ? '' : ` (${others.length} more problem${others.length === 1 ? '' : 's'})`;
  return `${problemLine(first)}${more}`;
};

// Where this run stopped it, AWS's words name a user.
const awsReason = ({ awsReason: reason, awsCode, stopped }: Facts): string =>
  reason === undefined || (stopped === true && awsCode === 'MANUAL_STOP')
    ? ''
    : ` AWS says: ${awsCode === undefined ? '' : `${awsCode}: `}${withFullStop(reason)}`;

const failedEvent = ({ lifecycleEvent: event }: Facts): string =>
  event === undefined
    ? ''
    : ` The lifecycle event ${event.name} failed${event.message === undefined ? '' : `: ${event.message}`}.`;

const nothingRan = ({ nothingRan: nothing }: Facts): string =>
  nothing === true ? ' Its desiredCount is 0: no task ran, so nothing is proven about the image.' : '';

const rollbackWindow = ({ rollbackWindowMinutes: minutes }: Facts): string =>
  minutes === undefined || minutes === 0
    ? ''
    : ` For at most ${minutes} more minutes, until the old task set is terminated, an alarm can still roll it back.`;

const servedName = ({ primary }: Facts): string =>
  primary === undefined ? 'what it served before' : revisionName(primary.taskDefinition);

// A diagnosis has read the logs and the events: it knows better.
const causeSentences = ({ causes, diagnosis }: Outcome): readonly string[] =>
  diagnosis === undefined
    ? causes.map(causeSentence)
    : diagnosis.causes.map(({ cause, count, tasks }) => stopSentenceOf(cause, count, tasks));

/** Why tasks of a deployment stopped, with every exit code. */
export const causeSentence = ({ cause, tasks }: CauseGroup): string =>
  stopSentenceOf(cause, tasks.length, tasks);

function stopSentenceOf(cause: Cause, count: number, tasks: readonly { readonly id: string }[]): string {
  const words = causeWords(cause);
  if (count === 0) return withFullStop(`No task was started: ${words}`);
  const ids = tasks.slice(0, 3).map(({ id }) => id);
  const more = count > ids.length ? ', …' : '';
  return `${count === 1 ? '1 task' : `${count} tasks`} stopped: ${words} (task ${ids.join(', ')}${more}).`;
}

/** A cause in words, with the text of AWS. */
export function causeWords(cause: Cause): string {
  const { container, exitCode, awsText } = cause;
  const who = container === undefined ? 'a container' : `container ${container}`;
  const code = exitCode === undefined ? '' : ` with exit code ${exitCode}`;
  switch (cause.kind) {
    case 'exited':
      return `${who} ended${code}. ${awsText}`;
    case 'out-of-memory':
      return `${who} was killed for want of memory${code}. ${awsText}`;
    case 'container-health':
      return `the health check of ${who} failed. ${awsText}`;
    case 'load-balancer-health':
      return `the load balancer's health check failed. ${awsText}`;
    case 'image-missing':
      return `the image cannot be pulled: it is not there, or this task may not read it. ${awsText}`;
    case 'wrong-architecture':
      return `the image is not for this architecture. ${awsText}`;
    case 'registry-unreachable':
      return `the registry cannot be reached from the task's network. ${awsText}`;
    case 'registry-denied':
      return `the execution role may not pull from the registry. ${awsText}`;
    case 'layers-unreachable':
      return `the registry answers, but the image's layers cannot be reached from the task's network. ${awsText}`;
    case 'secret-missing':
      return `a secret cannot be read. ${awsText}`;
    case 'secret-denied':
      return `the execution role may not read a secret. ${awsText}`;
    case 'secret-unreachable':
      return `the service that keeps a secret cannot be reached from the task's network. ${awsText}`;
    case 'log-group-missing':
      return `the log group does not exist. ${awsText}`;
    case 'log-group-unreachable':
      return `CloudWatch Logs cannot be reached from the task's network; whether the log group exists is not known. ${awsText}`;
    case 'no-capacity':
      return `there is no capacity for the task. ${awsText}`;
    case 'account-limit':
      return `a limit of the account is reached. ${awsText}`;
    case 'not-started':
      return `the task could not start. ${awsText}`;
    case 'other':
      return awsText;
  }
}

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
