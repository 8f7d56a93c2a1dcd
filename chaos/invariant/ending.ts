import { seconds } from './words.ts';
import type { Seen } from './seen.ts';

export function endsByItself({ attempt }: Seen): string | undefined {
  return attempt.end.kind === 'stuck' ? 'nothing is left that could wake it' : undefined;
}

export function throwsNothing({ attempt: { end } }: Seen): string | undefined {
  return end.kind === 'thrown' ? end.error : undefined;
}

export const MINUTE = 60_000;
/** How long may be waited before a start: 10 minutes for a steady service, 5 for the end of a wait. */
export const BEFORE_THE_START = 16 * MINUTE;
export const POST_MINUTES = 2;

export function endsWithinItsLimit({ run: { scenario }, attempt }: Seen): string | undefined {
  const { faults, pace, request } = scenario;
  // A pause that had begun, calls that got no answer for 20 seconds or a late one, and slowing down.
  const lost = faults.reduce(
    (sum, { kind, times, seconds }) =>
      sum + (kind === 'hang' ? 20 : kind === 'delay' ? seconds : 0) * Math.min(times, 100),
    0,
  );
  const margin = (35 * pace + 30 + lost) * 1_000;
  const start = attempt.calls.find(({ started }) => started.length > 0);
  const isPost = attempt.step === 'post';
  const minutes = isPost ? POST_MINUTES : request.waitMinutes;
  // Waiting for what is in the way has a limit as long.
  const before = BEFORE_THE_START + request.waitMinutes * MINUTE;
  const from = isPost ? attempt.startedAt : (start?.at ?? attempt.startedAt + before);
  const limit = from + minutes * MINUTE + margin;
  return attempt.endedAt <= limit
    ? undefined
    : `it ended ${seconds(attempt.endedAt - limit)} after its limit of ${minutes} minutes and ${seconds(margin)} of margin`;
}
