import type { Outcome, Status } from '../../src/deploy/outcome.ts';
import { RIVAL } from '../request.ts';
import type { Attempt, Done, Run } from '../run.ts';
import { digestOf, imageOf } from '../setting.ts';
import type { Serving, Truth } from '../truth.ts';

/** One attempt with all that an invariant may ask. */
export interface Seen {
  readonly run: Run;
  readonly attempt: Attempt;
  /** Absent where it ended without. */
  readonly outcome: Outcome | undefined;
  readonly status: Status | undefined;
  /** The deployment that this attempt started or took up. */
  readonly own: string | undefined;
  /** What was so before that deployment was started. */
  readonly basis: Truth;
  /** True where somebody has changed what a rollback has to return to right after it was pressed. */
  readonly isBlurred: boolean;
  /** What was so at any moment that the last two looks may have seen. */
  readonly lately: readonly Truth[];
}

/** Gathers it. */
export function seenOf(all: Run, attempt: Attempt): Seen {
  const run = { ...all, othersDid: [...all.othersDid, ...rivalsDid(all, attempt)] };
  const outcome = attempt.end.kind === 'outcome' ? attempt.end.outcome : undefined;
  // What it took up may be followed by a deployment that returns to what was before.
  const own = outcome?.handle?.id ?? (attempt.step === 'main' ? startedBy(attempt)[0] : undefined);
  const start = run.attempts
    .filter(({ step, service }) => step === 'main' && service === attempt.service)
    .flatMap(({ calls }) => calls)
    .find(({ started }) => started.some((id) => id === own));
  return {
    run,
    attempt,
    outcome,
    status: outcome?.verdict.status,
    own,
    basis: start?.before ?? mainOf(run, attempt).before,
    isBlurred: isBlurred(all, attempt),
    lately: lately(run, attempt),
  };
}

function isBlurred({ scenario, othersDid }: Run, { startedAt, endedAt, calls, isUnclear }: Attempt): boolean {
  const start = calls.find(({ started }) => started.length > 0)?.at ?? endedAt;
  return (
    scenario.rollback !== undefined &&
    (isUnclear === true ||
      scenario.faults.some(({ kind }) => kind === 'stale' || kind === 'delay' || kind === 'hang') ||
      othersDid.some(
        ({ at, does }) =>
          at >= startedAt && at <= start && ['deploy', 'force', 'stop', 'continue'].includes(does.kind),
      ))
  );
}

/** What another job of ours did beside this one is for this one what somebody else did. */
const rivalsDid = ({ attempts }: Run, { job }: Attempt): readonly Done[] =>
  attempts
    .filter((other) => other.job !== job && (other.job === RIVAL || job === RIVAL))
    .flatMap(({ calls, tag }) =>
      calls.flatMap(({ at, name, hadEffect, started }): readonly Done[] => {
        if (started.length > 0) return [{ at, does: { kind: 'deploy', tag } }];
        return hadEffect && /:Stop/.test(name) ? [{ at, does: { kind: 'stop', rollback: true } }] : [];
      }),
    );

export const startedBy = ({ calls }: Attempt): readonly string[] => calls.flatMap(({ started }) => started);

function lately({ scenario }: Run, { pauses, trail, startedAt }: Attempt): readonly Truth[] {
  const staleness = Math.max(
    0,
    ...scenario.faults.filter(({ kind }) => kind === 'stale').map(({ seconds }) => seconds * 1_000),
  );
  const since = (pauses.at(-3) ?? startedAt) - staleness;
  const before = trail.filter(({ at }) => at < since).slice(-1);
  return staleness === 0
    ? trail.filter(({ at }) => at >= since)
    : [...before, ...trail.filter(({ at }) => at >= since)];
}

/** Whether the deployment serves, whole, with the image that was asked for. */
export function serves({ primary }: Truth, own: string | undefined, seen: Seen): boolean {
  const { run } = seen;
  return (
    primary !== undefined &&
    primary.deployment === own &&
    primary.isComplete &&
    hasTheTraffic(primary, run) &&
    isWhole(primary, run) &&
    runsTheAsked(primary, seen)
  );
}

/** Whether all the production traffic reaches it, but for what somebody has done to the rule. */
export const hasTheTraffic = ({ traffic }: Serving, { othersDid }: Run): boolean =>
  traffic === undefined || traffic === 100 || othersDid.some(({ does }) => does.kind === 'reset-rule');

/** Whether all its tasks run, but for those that somebody has just stopped by hand. */
export function isWhole({ tasks, desiredCount }: Serving, { othersDid }: Run): boolean {
  const stopped = othersDid.filter(({ does }) => does.kind === 'stop-task');
  return tasks.length + stopped.length >= desiredCount;
}

export function runsTheAsked({ images, tasks }: Serving, { attempt, isBlurred }: Seen): boolean {
  if (isBlurred) return true;
  const { service, tag } = attempt;
  const image = imageOf(service, tag);
  const digest = digestOf(tag);
  return (
    images.every((used) => used === image || used.endsWith(`@${digest}`)) &&
    tasks.every((digests) => digests.every((used) => used === digest))
  );
}
/** The post step that came after a main step. */
export const postOf = ({ attempts }: Run, { job, service }: Attempt): Attempt | undefined =>
  attempts.find((other) => other.step === 'post' && other.job === job && other.service === service);

/** The main step that an attempt is of. */
const mainOf = ({ attempts }: Run, attempt: Attempt): Attempt =>
  attempts.find(
    ({ step, job, service }) => step === 'main' && job === attempt.job && service === attempt.service,
  ) ?? attempt;
