import type { ContainerDefinition, RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';
import type { Problem } from '../inputs/problem.ts';
import { revisionName, type ServiceState } from '../service/service.ts';
import type { Change } from '../task-definition/diff.ts';
import { changesTo, changesToRunning } from './changes.ts';
import { checkSituation } from './checks.ts';
import type { CurrentState } from './current.ts';
import type { DeployRequest } from './request.ts';
import { isRoomForAnother } from './ecs/checks.ts';
import { deploymentInProgress, type InProgress } from './in-progress.ts';
import { countThatDiffers, movedTags, notSettled, settingsThatDiffer } from './difference.ts';
import type { Reason } from './reason.ts';
import type { Situation } from './situation.ts';

/** What is to be done, decided before anything is changed. */
export type Plan =
  | { readonly kind: 'refuse'; readonly problems: readonly Problem[] }
  /** The service already runs what was asked for. */
  | { readonly kind: 'unchanged'; readonly taskDefinition: string }
  | JoinPlan
  | ClearPlan
  | DeployPlan;

/** A deployment of the same revision is under way: watch it. */
export interface JoinPlan {
  readonly kind: 'join';
  readonly taskDefinition: string;
  readonly deploymentId: string;
  /** True when an earlier attempt of this run started it. */
  readonly isOfRun: boolean;
}

/** Another deployment must end first; then everything is read and planned anew. */
export interface ClearPlan {
  readonly kind: 'clear';
  readonly inTheWay: InProgress;
  /** True to stop it with a rollback, false to wait for its end. */
  readonly stops: boolean;
}

export interface DeployPlan {
  readonly kind: 'deploy';
  readonly revision:
    | { readonly kind: 'register'; readonly definition: RegisterTaskDefinitionCommandInput }
    | { readonly kind: 'use'; readonly arn: string };
  /** Why there is something to deploy; at least one. */
  readonly reasons: readonly Reason[];
  /** True when the service runs this revision already, so that ECS must be told to start anew. */
  readonly force: boolean;
  /** True when only the count differs: ECS starts no deployment for it. */
  readonly countOnly: boolean;
  /** The CodeDeploy deployment whose termination wait is to be ended first. */
  readonly endWaitOf?: string;
}

/** Decides over what is asked for and what is there. Pure: every branch is a unit test. */
export function planDeployment(request: DeployRequest, current: CurrentState): Plan {
  const definition = askedDefinition(request, current);
  const containers = definition?.containerDefinitions ?? [];
  const problems = checkSituation({ request, current, containers });
  const planning = { request, current, containers, changes: changesToRunning(request, current) };
  const inTheWay = current.service.status === 'ACTIVE' ? deploymentInProgress(current) : undefined;
  const plan = inTheWay === undefined ? planStart(planning) : planAround(inTheWay, planning);
  if (problems.length === 0) return plan;
  // What is in the way is told with everything else that has to be mended.
  const more = plan.kind === 'refuse' ? plan.problems : [];
  return { kind: 'refuse', problems: [...problems, ...more] };
}

interface Planning extends Situation {
  /** Against the running revision; undefined when nothing runs that could be compared. */
  readonly changes: readonly Change[] | undefined;
}

function askedDefinition(
  { revision }: DeployRequest,
  { asked }: CurrentState,
): { readonly containerDefinitions?: readonly ContainerDefinition[] | undefined } | undefined {
  return revision.kind === 'file' ? revision.definition : asked?.definition;
}

function planAround(inTheWay: InProgress, planning: Planning): Plan {
  const { request, current } = planning;
  const { service } = current;
  const { whenInProgress } = request.control;
  const isOfRun = inTheWay.isOfRun(request);
  // Somebody returns to it already: to stop that would bring back what is to be left.
  const isSameReturn =
    request.action === 'rollback' && whenInProgress === 'replace' && inTheWay.endable === undefined;
  if (
    (isOfRun || whenInProgress === 'join' || isSameReturn) &&
    inTheWay.taskDefinition !== undefined &&
    isSameRevision(inTheWay.taskDefinition, planning)
  ) {
    // Its deployment ended on another day: what AWS tells of that is not how the rollback ends.
    if (inTheWay.isRollback) return { kind: 'clear', inTheWay, stops: false };
    const { taskDefinition, id: deploymentId } = inTheWay;
    const notApplied = inputsNotApplied(planning);
    return notApplied.length === 0
      ? { kind: 'join', taskDefinition, deploymentId, isOfRun }
      : { kind: 'refuse', problems: [notJoined(inTheWay, { service, notApplied, isOfRun })] };
  }
  if (inTheWay.endable !== undefined && whenInProgress === 'replace' && isBeside(planning)) {
    return { kind: 'clear', inTheWay, stops: true };
  }
  // What has shifted its traffic is done: to replace it is to end its wait, not to shift back.
  if (
    inTheWay.endable !== undefined &&
    (request.codeDeploy.endPreviousWait || whenInProgress === 'replace')
  ) {
    const plan = planStart(planning);
    return plan.kind === 'deploy' ? { ...plan, endWaitOf: inTheWay.id } : plan;
  }
  if (whenInProgress === 'wait' || whenInProgress === 'replace') {
    return { kind: 'clear', inTheWay, stops: whenInProgress === 'replace' && !inTheWay.isRollback };
  }
  const left = inTheWay.endable?.minutesLeft;
  const state =
    inTheWay.endable === undefined
      ? 'is in progress'
      : `has shifted all traffic and waits${left === undefined ? '' : ` at most ${Math.ceil(left)} more minutes`} to terminate the old task set`;
  const what = inTheWay.taskDefinition === undefined ? '' : ` of ${revisionName(inTheWay.taskDefinition)}`;
  return {
    kind: 'refuse',
    problems: [
      {
        message: `The deployment ${inTheWay.id}${what} ${state} on the service ${service.name}.`,
        remedy:
          whenInProgress === 'join'
            ? `It deploys another revision than this run, so that it cannot be joined. ${inTheWay.remedy}`
            : inTheWay.remedy,
        input: 'service',
      },
    ],
  };
}

/** Whether the old task set, which only waits to be terminated, runs what is asked for: a rollback is quicker. */
const isBeside = ({ request: { revision }, current: { asked, service } }: Planning): boolean =>
  revision.kind === 'registered' &&
  service.taskSets.some(
    ({ status, taskDefinition, runningCount }) =>
      status === 'ACTIVE' && taskDefinition === asked?.arn && runningCount > 0,
  );

/**
 * Names of inputs that ask for what a deployment that is under way already cannot bring. AppSpec and
 * deployment configuration are not among them: an attempt of the same run has the same ones.
 */
function inputsNotApplied(planning: Planning): readonly string[] {
  return [...settingsThatDiffer(planning), ...countThatDiffers(planning)].flatMap((reason) => {
    if (reason.kind === 'count') return ['desired-count'];
    // force-new-deployment asks for new tasks: this deployment, which this run started, brings them.
    return reason.kind === 'setting' ? [reason.name] : [];
  });
}

function notJoined(
  { id }: InProgress,
  {
    service,
    notApplied,
    isOfRun,
  }: { readonly service: ServiceState; readonly notApplied: readonly string[]; readonly isOfRun: boolean },
): Problem {
  const who = isOfRun
    ? `This run started the deployment ${id} on the service ${service.name} before, and it is in progress`
    : `The deployment ${id} of the same revision is in progress on the service ${service.name}`;
  return {
    message: `${who}; what else is asked for cannot be applied to it: ${notApplied.join(', ')}.`,
    remedy: 'Wait for it to end, then run this job again.',
    input: 'service',
  };
}

function isSameRevision(taskDefinition: string, { request, current, changes }: Planning): boolean {
  if (request.revision.kind === 'registered') return current.asked?.arn === taskDefinition;
  if (current.running?.arn === taskDefinition) return changes?.length === 0;
  return (
    current.newest?.arn === taskDefinition &&
    changesTo(current.newest, request.revision.definition).length === 0
  );
}

function planStart(planning: Planning): Plan {
  const { current, changes, containers } = planning;
  const { service, running } = current;
  const isSame = changes?.length === 0;
  const contentReasons: Reason[] =
    changes === undefined ? [{ kind: 'first' }] : isSame ? [] : [{ kind: 'changed', changes }];
  const settingReasons = settingsThatDiffer(planning);
  // What a rollback returns to is the revision, whatever its tags have come to name.
  const tagReasons = planning.request.action === 'rollback' ? [] : movedTags(containers, current);
  const sameReasons = isSame ? [...notSettled(current), ...tagReasons] : [];
  const countReasons = countThatDiffers(planning);
  const reasons = [...contentReasons, ...settingReasons, ...sameReasons, ...countReasons];
  if (reasons.length === 0)
    return { kind: 'unchanged', taskDefinition: running?.arn ?? service.taskDefinition };

  const countOnly = reasons.length === countReasons.length;
  const problems = countOnly ? [] : isRoomForAnother(planning);
  if (problems.length > 0) return { kind: 'refuse', problems };
  return {
    kind: 'deploy',
    revision: revisionToDeploy(planning),
    reasons,
    force: service.controller === 'ECS' && isSame && !countOnly,
    countOnly,
  };
}

function revisionToDeploy({ request: { revision }, current, changes }: Planning): DeployPlan['revision'] {
  const { running, newest, asked } = current;
  if (revision.kind === 'registered') return { kind: 'use', arn: asked?.arn ?? revision.reference };
  if (changes?.length === 0 && running !== undefined) return { kind: 'use', arn: running.arn };
  if (newest !== undefined && changesTo(newest, revision.definition).length === 0) {
    return { kind: 'use', arn: newest.arn };
  }
  return { kind: 'register', definition: revision.definition };
}
