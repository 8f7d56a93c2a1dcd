import type { Timeline } from './recordings/timelines.ts';

/** What happened at a moment, in seconds. */
export interface Moment {
  readonly seconds: number;
  readonly text: string;
}

/** Events of a service or the like after a moment, oldest first. */
export function momentsAfter(
  start: Date | undefined,
  events:
    readonly { readonly createdAt?: Date | undefined; readonly message?: string | undefined }[] | undefined,
): readonly Moment[] {
  const origin = start?.getTime() ?? Number.NaN;
  return (events ?? [])
    .filter(({ createdAt }) => (createdAt?.getTime() ?? 0) >= origin)
    .map(({ createdAt, message = '' }) => ({
      seconds: ((createdAt?.getTime() ?? 0) - origin) / 1000,
      text: message,
    }))
    .reverse();
}

/** A recorded timeline beside what happened: the same texts in the same order, and by how much a step differs. */
export function compareTimelines(recorded: Timeline, happened: readonly Moment[]) {
  const steps = (seconds: readonly number[]) =>
    seconds.map((second, index) => second - (seconds[index - 1] ?? 0));
  return {
    texts: happened.map(({ text }, index) =>
      recorded[index]?.[1].test(text) === true ? 'as recorded' : text,
    ),
    worstStep: worstOf(
      steps(recorded.map(([seconds]) => seconds)),
      steps(happened.map(({ seconds }) => seconds)),
    ),
  };
}

/** By how many seconds two lists of moments differ at the worst; infinite where their lengths differ. */
export function worstOf(recorded: readonly number[], happened: readonly number[]): number {
  if (recorded.length !== happened.length) return Infinity;
  return Math.max(...recorded.map((seconds, index) => Math.abs(seconds - (happened[index] ?? Infinity))));
}
