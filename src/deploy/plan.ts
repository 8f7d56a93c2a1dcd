import type { ContainerDefinition, RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';
import type { Problem } from '../inputs/problem.ts';
import { type Change, diffTaskDefinitions } from '../task-definition/diff.ts';
import { imageReference } from '../images/reference.ts';
import { primary, revisionName } from '../service/service.ts';
import { checkSituation } from './checks.ts';
import type { Revision } from '../task-definition/revision.ts';
import type { CurrentState } from './current.ts';
import type { DeployRequest } from './request.ts';
import { volumeReasons } from './volume.ts';
import { isDescriptionOfRun, isOfRun, TAG_PREFIX } from './run.ts';

/** What is to be done, decided before anything is changed. */
export type Plan =
  | { readonly kind: 'refuse'; readonly problems: readonly Problem[] }
  /** The service already runs what was asked for. */
  | { readonly kind: 'unchanged'; readonly taskDefinition: string }
  | JoinPlan
  | DeployPlan;

/** An earlier attempt of this run started the deployment: watch it. */
export interface JoinPlan {
  readonly kind: 'join';
  readonly taskDefinition: string;
  readonly deploymentId: string;
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

export type Reason =
  | { readonly kind: 'changed'; readonly changes: readonly Change[] }
  | { readonly kind: 'first' }
  | { readonly kind: 'not-settled'; readonly state: string }
  | { readonly kind: 'forced' }
  | { readonly kind: 'count'; readonly from: number; readonly to: number }
  | { readonly kind: 'setting'; readonly name: string; readonly from: string; readonly to: string }
  | { readonly kind: 'tag-moved'; readonly container: string; readonly image: string }
  | {
      readonly kind: 'tag-unproven';
      readonly container: string;
      readonly image: string;
      readonly why: string;
    };

/** Decides over what is asked for and what is there. Pure: every branch is a unit test. */
export function planDeployment(request: DeployRequest, current: CurrentState): Plan {
  const definition = askedDefinition(request, current);
  const containers = definition?.containerDefinitions ?? [];
  const problems = checkSituation({ request, current, containers });
  if (problems.length > 0) return { kind: 'refuse', problems };

  const changes = changesToRunning(request, current);
  const inTheWay = deploymentInProgress(current);
  if (inTheWay !== undefined) return planAround(inTheWay, { request, current, changes });
  return planStart({ request, current, changes, containers });
}

interface Planning {
  readonly request: DeployRequest;
  readonly current: CurrentState;
  /** Against the running revision; undefined when nothing runs that could be compared. */
  readonly changes: readonly Change[] | undefined;
}

function askedDefinition(
  { revision }: DeployRequest,
  { asked }: CurrentState,
): { readonly containerDefinitions?: readonly ContainerDefinition[] | undefined } | undefined {
  return revision.kind === 'file' ? revision.definition : asked?.definition;
}

function changesToRunning(
  { revision }: DeployRequest,
  { running, asked }: CurrentState,
): readonly Change[] | undefined {
  if (running === undefined) return undefined;
  if (revision.kind === 'file') return changesTo(running, revision.definition);
  // Another revision with the same content is still another revision: the one that was named is deployed.
  return asked?.arn === running.arn
    ? []
    : [
        {
          path: 'revision',
          kind: 'changed',
          before: revisionName(running.arn),
          after: asked === undefined ? '' : revisionName(asked.arn),
        },
      ];
}

/** What differs between a registered revision and a file; tags of ours say who registered it and do not count. */
export function changesTo(
  revision: Revision,
  definition: RegisterTaskDefinitionCommandInput,
): readonly Change[] {
  const { tags: wanted, ...asked } = definition;
  const registered = [...revision.tags]
    .filter(([key]) => !key.startsWith(TAG_PREFIX))
    .map(([key, value]) => ({ key, value }));
  const own = (wanted ?? []).filter(({ key }) => key?.startsWith(TAG_PREFIX) !== true);
  return diffTaskDefinitions(
    { ...revision.definition, tags: sortedTags(registered) },
    { ...asked, tags: sortedTags(own) },
  );
}

const sortedTags = (
  tags: readonly { key?: string | undefined; value?: string | undefined }[],
): { key: string; value: string }[] =>
  tags
    .map(({ key, value }) => ({ key: key ?? '', value: value ?? '' }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));

interface InProgress {
  readonly id: string;
  readonly taskDefinition?: string;
  readonly isOfRun: (request: DeployRequest) => boolean;
  readonly remedy: string;
  /** Set when all traffic is shifted and only the old task set's end is awaited. */
  readonly endable?: { readonly minutesLeft?: number };
}

function deploymentInProgress(current: CurrentState): InProgress | undefined {
  const { service, codeDeploy, running } = current;
  if (service.controller === 'CODE_DEPLOY') {
    const active = codeDeploy?.active;
    if (active === undefined) return undefined;
    return {
      id: active.id,
      ...(active.taskDefinition === undefined ? {} : { taskDefinition: active.taskDefinition }),
      isOfRun: ({ run }) => isDescriptionOfRun(active.description, run),
      remedy: active.onlyTerminates
        ? 'Wait, or set end-previous-wait to true, which ends that wait first.'
        : 'Wait for it, or stop it, then run this job again.',
      ...(active.onlyTerminates
        ? { endable: active.minutesLeft === undefined ? {} : { minutesLeft: active.minutesLeft } }
        : {}),
    };
  }
  const moving = service.deployments.find(
    ({ status, rolloutState }) => status === 'PRIMARY' && rolloutState === 'IN_PROGRESS',
  );
  if (moving === undefined) return undefined;
  return {
    id: moving.id,
    taskDefinition: moving.taskDefinition,
    // ECS does not say who started a deployment; it is known only where that run registered the revision.
    isOfRun: ({ run }) => running?.arn === moving.taskDefinition && isOfRun(running.tags, run),
    remedy: 'Wait for it to end, or stop it, then run this job again.',
  };
}

function planAround(inTheWay: InProgress, { request, current, changes }: Planning): Plan {
  const { service } = current;
  if (
    inTheWay.isOfRun(request) &&
    inTheWay.taskDefinition !== undefined &&
    isSameRevision(inTheWay.taskDefinition, { request, current, changes })
  ) {
    return { kind: 'join', taskDefinition: inTheWay.taskDefinition, deploymentId: inTheWay.id };
  }
  if (inTheWay.endable !== undefined && request.codeDeploy.endPreviousWait) {
    const plan = planStart({
      request,
      current,
      changes,
      containers: askedDefinition(request, current)?.containerDefinitions ?? [],
    });
    return plan.kind === 'deploy' ? { ...plan, endWaitOf: inTheWay.id } : plan;
  }
  const left = inTheWay.endable?.minutesLeft;
  const state =
    inTheWay.endable === undefined
      ? 'is in progress'
      : `has shifted all traffic and waits${left === undefined ? '' : ` ${Math.ceil(left)} more minutes`} to terminate the old task set`;
  const what = inTheWay.taskDefinition === undefined ? '' : ` of ${revisionName(inTheWay.taskDefinition)}`;
  return {
    kind: 'refuse',
    problems: [
      {
        message: `The deployment ${inTheWay.id}${what} ${state} on the service ${service.name}.`,
        remedy: inTheWay.remedy,
        input: 'service',
      },
    ],
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

function planStart(planning: Planning & { readonly containers: readonly ContainerDefinition[] }): Plan {
  const { current, changes, containers } = planning;
  const { service, running } = current;
  const isSame = changes?.length === 0;
  const contentReasons: Reason[] =
    changes === undefined ? [{ kind: 'first' }] : isSame ? [] : [{ kind: 'changed', changes }];
  const settingReasons = settingsThatDiffer(planning);
  const sameReasons = isSame ? [...notSettled(current), ...movedTags(containers, current)] : [];
  const countReasons = countThatDiffers(planning);
  const reasons = [...contentReasons, ...settingReasons, ...sameReasons, ...countReasons];
  if (reasons.length === 0)
    return { kind: 'unchanged', taskDefinition: running?.arn ?? service.taskDefinition };

  const countOnly = reasons.length === countReasons.length;
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

function settingsThatDiffer({ request: { settings }, current: { service } }: Planning): Reason[] {
  const reasons: Reason[] = settings.forceNewDeployment === true ? [{ kind: 'forced' }] : [];
  if (settings.propagateTags !== undefined && settings.propagateTags !== service.propagateTags) {
    reasons.push({
      kind: 'setting',
      name: 'propagate-tags',
      from: service.propagateTags,
      to: settings.propagateTags,
    });
  }
  if (settings.managedTags !== undefined && settings.managedTags !== service.managedTags) {
    const [from, to] = [String(service.managedTags), String(settings.managedTags)];
    reasons.push({ kind: 'setting', name: 'enable-ecs-managed-tags', from, to });
  }
  return [...reasons, ...volumeReasons(settings.volume, service)];
}

function countThatDiffers({ request: { settings }, current: { service } }: Planning): Reason[] {
  const to = settings.desiredCount;
  return to === undefined || to === service.desiredCount
    ? []
    : [{ kind: 'count', from: service.desiredCount, to }];
}

// The same revision counts as running only when AWS says that its deployment ended well.
function notSettled({ service }: CurrentState): Reason[] {
  const serving = primary(service);
  const state =
    serving === undefined
      ? 'absent'
      : 'stability' in serving
        ? serving.stability
        : (serving.rolloutState ?? 'unknown');
  const isSettled = state === 'COMPLETED' || state === 'STEADY_STATE';
  if (!isSettled) return [{ kind: 'not-settled', state }];
  const isBeside = service.taskSets.some(({ status }) => status === 'ACTIVE');
  if (isBeside) return [{ kind: 'not-settled', state: 'beside another task set' }];
  const other = service.deployments.find(({ rolloutState }) => rolloutState === 'IN_PROGRESS');
  return other === undefined ? [] : [{ kind: 'not-settled', state: `beside ${other.id}` }];
}

// Users of a moving tag would otherwise deploy nothing and see green.
function movedTags(containers: readonly ContainerDefinition[], current: CurrentState): Reason[] {
  return containers.flatMap(({ name = '', image = '', versionConsistency }): Reason[] => {
    if (imageReference(image).digest !== undefined) return [];
    const unproven = (why: string): Reason[] => [{ kind: 'tag-unproven', container: name, image, why }];
    if (versionConsistency === 'disabled') return unproven('its versionConsistency is disabled');
    const registry = current.images.get(image);
    if (registry?.state !== 'known') {
      return unproven(registry?.state === 'unknown' ? registry.why : 'the registry does not have it');
    }
    const running = current.runningDigests?.get(name);
    // With a count of 0 no task runs another image; the tag is resolved when the first one starts.
    if (current.service.desiredCount === 0 && running === undefined && current.runningDigests !== undefined)
      return [];
    if (running === undefined || running.length === 0) return unproven('no running task tells its digest');
    if (running.includes(undefined)) return unproven('a running task does not tell its digest');
    const expected = new Set([registry.digest, ...registry.children]);
    return running.every((digest) => digest !== undefined && expected.has(digest))
      ? []
      : [{ kind: 'tag-moved', container: name, image }];
  });
}
