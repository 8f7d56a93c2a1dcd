import type { Facts, Outcome, Verdict } from '../deploy/outcome.ts';
import type { Problem } from '../inputs/problem.ts';
import { revisionName } from '../service/service.ts';
import { problemLine } from './annotations.ts';
import { causeSentence, stoppedSentence } from './cause.ts';
import { denialRemedy } from './failure.ts';
import { withFullStop } from './full-stop.ts';

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
    : diagnosis.causes.map(({ cause, count, tasks }) => stoppedSentence(cause, count, tasks));
