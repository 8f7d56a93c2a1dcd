import type { ContainerDefinition } from '@aws-sdk/client-ecs';
import { imageReference } from '../images/reference.ts';
import { primary } from '../service/service.ts';
import type { CurrentState } from './current.ts';
import { deploymentReasons } from './ecs/settings.ts';
import type { Reason } from './reason.ts';
import type { Situation } from './situation.ts';
import { volumeReasons } from './volume.ts';

export function settingsThatDiffer({ request: { settings }, current: { service } }: Situation): Reason[] {
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
  return [
    ...reasons,
    ...volumeReasons(settings.volume, service),
    ...deploymentReasons(settings.deployment, service),
  ];
}

export function countThatDiffers({ request: { settings }, current: { service } }: Situation): Reason[] {
  const to = settings.desiredCount;
  return to === undefined || to === service.desiredCount
    ? []
    : [{ kind: 'count', from: service.desiredCount, to }];
}

// The same revision counts as running only when AWS says that its deployment ended well, and its tasks run.
export function notSettled({ service, codeDeploy, succeeded }: CurrentState): Reason[] {
  const serving = primary(service);
  const state =
    serving === undefined
      ? 'absent'
      : 'stability' in serving
        ? serving.stability
        : (serving.rolloutState ?? 'unknown');
  const isSucceeded = succeeded !== undefined && serving?.id === succeeded;
  const isSettled = state === 'COMPLETED' || state === 'STEADY_STATE' || isSucceeded;
  if (serving === undefined || !isSettled) return [{ kind: 'not-settled', state }];
  // COMPLETED says how the deployment ended, not what runs today.
  const { runningCount } = serving;
  if (runningCount < service.desiredCount) {
    return [{ kind: 'not-settled', state: `${runningCount} of ${service.desiredCount} tasks running` }];
  }
  // A task set that only waits to be terminated gets no traffic any more.
  const isLeftOver = codeDeploy?.active?.onlyTerminates === true;
  const isBeside = !isLeftOver && service.taskSets.some(({ status }) => status === 'ACTIVE');
  if (isBeside) return [{ kind: 'not-settled', state: 'beside another task set' }];
  const other = service.deployments.find(
    ({ id, rolloutState }) => rolloutState === 'IN_PROGRESS' && id !== succeeded,
  );
  return other === undefined ? [] : [{ kind: 'not-settled', state: `beside ${other.id}` }];
}

// Users of a moving tag would otherwise deploy nothing and see green.
export function movedTags(containers: readonly ContainerDefinition[], current: CurrentState): Reason[] {
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
