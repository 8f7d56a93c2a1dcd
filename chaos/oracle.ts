import { carriesOutOnCancel, leavesItToThePostStep } from './invariant/cancel.ts';
import {
  changesNothingLate,
  namesItsDeployment,
  refusedChangesNothing,
  rollsBackOnceAtMost,
  startsOneAtMost,
} from './invariant/call.ts';
import { namesTheCause } from './invariant/cause.ts';
import { isConfiguredAsAsked } from './invariant/configuration.ts';
import { staysUpForStableFor, staysUpWhenUnchanged } from './invariant/stable.ts';
import { endsByItself, endsWithinItsLimit, throwsNothing } from './invariant/ending.ts';
import { goesBackOneRevision } from './invariant/rollback.ts';
import { startsNothingOverDeadTraffic } from './invariant/traffic.ts';
import { restoresScaling } from './invariant/scaling.ts';
import { type Seen, seenOf } from './invariant/seen.ts';
import {
  deployedServes,
  rolledBackServesThePrevious,
  servingIsNotRed,
  supersededBySomebodyElse,
  unchangedSentNothing,
} from './invariant/verdict.ts';
import type { Run } from './run.ts';

/** An invariant that did not hold, and what was so instead. */
export interface Breach {
  readonly invariant: Invariant;
  /** Which step of the run, post steps included; absent where it concerns the whole run. */
  readonly attempt?: number;
  readonly found: string;
}

/** What must hold whatever happens, in the order in which it is asked. */
export const INVARIANTS = {
  'ends by itself': endsByItself,
  'throws nothing': throwsNothing,
  'ends within its limit': endsWithinItsLimit,
  'deployed is what serves': deployedServes,
  'what serves is not red': servingIsNotRed,
  'rolled-back serves what served before': rolledBackServesThePrevious,
  'superseded by somebody else': supersededBySomebodyElse,
  'unchanged sent nothing but a count': unchangedSentNothing,
  'deployed stays up for stable-for': staysUpForStableFor,
  'unchanged stays up': staysUpWhenUnchanged,
  'is configured as asked': isConfiguredAsAsked,
  'goes back one revision': goesBackOneRevision,
  'starts nothing over dead traffic': startsNothingOverDeadTraffic,
  'starts one deployment at most': startsOneAtMost,
  'rolls back once at most': rollsBackOnceAtMost,
  'refused changes nothing': refusedChangesNothing,
  'changes nothing after its end': changesNothingLate,
  'names the deployment it started': namesItsDeployment,
  'names the cause': namesTheCause,
  'leaves what it started to the post step': leavesItToThePostStep,
  'carries out on-cancel': carriesOutOnCancel,
  'restores what it suspended': restoresScaling,
} as const satisfies Readonly<Record<string, (seen: Seen) => string | undefined>>;

export type Invariant = keyof typeof INVARIANTS;

/** Asks every invariant about every attempt; the sandbox's state is the truth, not what our code says. */
export function judge(run: Run): readonly Breach[] {
  return run.attempts.flatMap((attempt, index) => {
    const seen = seenOf(run, attempt);
    return Object.entries(INVARIANTS).flatMap(([name, holds]): readonly Breach[] => {
      const found = holds(seen);
      return found === undefined || !isInvariant(name)
        ? []
        : [{ invariant: name, attempt: index + 1, found }];
    });
  });
}

const isInvariant = (name: string): name is Invariant => Object.hasOwn(INVARIANTS, name);
