import type { ContainerDefinition } from '@aws-sdk/client-ecs';
import type { CurrentState } from '../deploy/current.ts';
import { isEndless } from '../deploy/in-progress.ts';
import type { Plan } from '../deploy/plan.ts';
import type { Reason } from '../deploy/reason.ts';
import type { DeployRequest } from '../deploy/request.ts';
import { workerNotices } from '../deploy/worker.ts';
import {
  type Deployment,
  revisionName,
  type ServiceState,
  serving,
  type TaskSet,
} from '../service/service.ts';
import type { Change } from '../task-definition/diff.ts';
import { problemLine } from './annotations.ts';

export interface Planned {
  readonly request: DeployRequest;
  readonly current: CurrentState;
  readonly plan: Plan;
}

/** What is asked for: where it comes from and which images it names. */
export function definitionLines({ revision }: DeployRequest, { asked }: CurrentState): readonly string[] {
  const definition = revision.kind === 'file' ? revision.definition : asked?.definition;
  const source = revision.kind === 'file' ? revision.locate([]).file : revision.reference;
  return [
    `${source}: family ${definition?.family ?? ''}`,
    ...(definition?.containerDefinitions ?? []).map(
      ({ name, image }) => `container ${name ?? ''}: ${image ?? ''}`,
    ),
  ];
}

/** What is to be known of the images of a rollback, whose age is its risk. */
export function imageWarnings(
  { action, revision }: Pick<DeployRequest, 'action' | 'revision'>,
  { images }: Pick<CurrentState, 'images'>,
): readonly string[] {
  if (action !== 'rollback' || revision.kind === 'file') return [];
  return [...images].flatMap(([image, found]) => {
    // What is denied is told with the line of the policy, where it is read.
    if (found.state === 'missing' || (found.state === 'unknown' && found.denied !== undefined)) return [];
    if (found.state === 'unknown')
      return [`Whether the image ${image} still exists is not known: ${found.why}.`];
    const then = revision.images?.get(image);
    const isSame = then === undefined || then === found.digest || found.children.includes(then);
    return isSame
      ? []
      : [
          `The tag of ${image} has moved since: it named ${then} when the revision was deployed, and names ${found.digest} now, which is what will run.`,
        ];
  });
}

/** What will be done and why, for the log. Values that may be secret are in none of the lines. */
export function planLines({ request, current, plan }: Planned): readonly string[] {
  const { service } = current;
  const served = serving(service);
  const strategy = service.controller === 'ECS' ? `, strategy ${service.strategy}` : '';
  return [
    `${service.clusterName}/${service.name}: controller ${service.controller}${strategy}, ${tasksRunning(service, served)}`,
    ...(served === undefined ? [] : [`serves ${revisionName(served.taskDefinition)}`]),
    ...(current.codeDeploy === undefined
      ? []
      : [`CodeDeploy application ${current.codeDeploy.application}, group ${current.codeDeploy.group}`]),
    ...decision(plan),
    ...(plan.kind === 'deploy' && !plan.countOnly ? endWarning(request, current) : []),
    ...(plan.kind === 'deploy' ? noticeLines(request, current) : []),
  ];
}

/** An old task set that waits to be terminated, or a deployment that drains, has tasks beside those that serve. */
function tasksRunning(
  { runningCount: all, desiredCount }: ServiceState,
  served: Deployment | TaskSet | undefined,
): string {
  const { runningCount } = served ?? { runningCount: all };
  const beside = all > runningCount ? `, ${all - runningCount} more beside them` : '';
  return `${runningCount} of ${desiredCount} tasks running${beside}`;
}

function noticeLines(request: DeployRequest, current: CurrentState): readonly string[] {
  const containers = containersOf(request, current);
  return workerNotices({ request, current, containers }).map((notice) => `warning: ${problemLine(notice)}`);
}

function containersOf({ revision }: DeployRequest, { asked }: CurrentState): readonly ContainerDefinition[] {
  const definition = revision.kind === 'file' ? revision.definition : asked?.definition;
  return definition?.containerDefinitions ?? [];
}

function decision(plan: Plan): readonly string[] {
  switch (plan.kind) {
    case 'refuse':
      return ['refused: see the problems below'];
    case 'unchanged':
      return ['nothing to do: it runs what is asked for'];
    case 'join':
      return [
        `join ${plan.deploymentId}: ${plan.isOfRun ? 'an earlier attempt of this run started it' : 'it deploys the same revision'}`,
      ];
    case 'clear':
      return [
        plan.stops
          ? `stop ${plan.inTheWay.id} with a rollback, wait for its end, then plan anew`
          : `wait for the end of ${plan.inTheWay.id}, then plan anew`,
      ];
    case 'deploy':
      return [
        ...(plan.endWaitOf === undefined ? [] : [`end the termination wait of ${plan.endWaitOf}`]),
        plan.revision.kind === 'register'
          ? `register a new revision of ${plan.revision.definition.family ?? ''}`
          : `use ${revisionName(plan.revision.arn)}, which is registered already`,
        plan.countOnly ? 'set the count; ECS starts no deployment for that' : 'start a deployment, because:',
        ...plan.reasons.flatMap(reasonLines).map((line) => `  ${line}`),
      ];
  }
}

function reasonLines(reason: Reason): readonly string[] {
  switch (reason.kind) {
    case 'changed':
      return reason.changes.map(changeLine);
    case 'first':
      return ['nothing runs that could be compared'];
    case 'not-settled':
      return [`the revision is the same, but it does not run as it should (${reason.state})`];
    case 'forced':
      return ['force-new-deployment is set'];
    case 'count':
      return [`desired-count: ${reason.from} → ${reason.to}`];
    case 'setting':
      return [`${reason.name}: ${reason.from} → ${reason.to}`];
    case 'tag-moved':
      return [
        `container ${reason.container}: the tag of ${reason.image} names another image than the one that runs`,
      ];
    case 'tag-unproven':
      return [
        `container ${reason.container}: whether ${reason.image} still is what runs is not known, since ${reason.why}`,
      ];
  }
}

/** One difference on one line; values only where the difference has them. */
export function changeLine({ path, kind, before, after }: Change): string {
  switch (kind) {
    case 'added':
      return `+ ${path}${after === undefined ? '' : `: ${after}`}`;
    case 'removed':
      return `- ${path}${before === undefined ? '' : `: ${before}`}`;
    case 'changed':
      return `~ ${path}${before === undefined || after === undefined ? '' : `: ${before} → ${after}`}`;
  }
}

// Without breaker and alarms ECS starts failing tasks again for ever: only our limit ends the watch.
function endWarning({ wait }: DeployRequest, { service }: CurrentState): readonly string[] {
  if (!isEndless(service)) return [];
  return [
    `the service has neither a deployment circuit breaker nor alarms: if tasks fail, AWS will retry for ever${wait ? ', and this run ends as timed-out' : ''}`,
  ];
}
