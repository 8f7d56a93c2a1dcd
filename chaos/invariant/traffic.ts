import { isFirst } from '../setting.ts';
import type { Seen } from './seen.ts';

/** Nothing is started while all the production traffic goes to a group in which nothing serves, and tasks are elsewhere. */
export function startsNothingOverDeadTraffic({ attempt, run }: Seen): string | undefined {
  if (attempt.step === 'post' || !isFirst(attempt.service) || !isKnown(run)) return undefined;
  const { primary } = attempt.calls[0]?.before ?? attempt.before;
  const isDead = primary?.traffic === 0 && primary.startedAt.length > 0 && primary.isComplete;
  const start = attempt.calls.find(({ started }) => started.length > 0);
  return isDead && start !== undefined
    ? `${primary.deployment} has no traffic, and ${start.started.join(', ')} was started`
    : undefined;
}

/** Whether the rule was reset before anything, and its weights can be read. */
const isKnown = ({ scenario: { service, deny, faults, configuration }, othersDid }: Seen['run']): boolean =>
  service.strategy === 'rolling' &&
  (configuration?.strategy ?? service.native?.strategy ?? 'ROLLING') !== 'ROLLING' &&
  deny.length === 0 &&
  faults.length === 0 &&
  othersDid.every(({ does }) => does.kind === 'reset-rule');
