/** What happened at a moment, in seconds. */
export interface Moment {
  readonly seconds: number;
  readonly text: string;
}

interface Event {
  readonly createdAt?: Date | undefined;
  readonly message?: string | undefined;
}

/** Events of a service or the like after a moment, oldest first. */
export function momentsAfter(
  start: Date | undefined,
  events: readonly Event[] | undefined,
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

/** A text without the names and ids that differ from service to service and from task to task. */
export const formOf = (text: string): string =>
  text
    .replaceAll(/\(service [^,)]+/g, '(service S')
    .replaceAll(/\(task [0-9a-f]{32}\)/g, '(task T)')
    .replaceAll(/\(target-group [^)]+\)/g, '(target-group G)')
    .replaceAll(/\(port \d+\)/g, '(port P)')
    .replaceAll(/ecs-svc\/\d+/g, 'ecs-svc/N');

/** The texts of two timelines, and by how many seconds a step of them differs at the worst. */
export function compareTimelines(recorded: readonly Moment[], happened: readonly Moment[]) {
  const texts = (moments: readonly Moment[]) => moments.map(({ text }) => formOf(text));
  const steps = (moments: readonly Moment[]) =>
    moments.map(({ seconds }, index) => seconds - (moments[index - 1]?.seconds ?? 0));
  return {
    recorded: texts(recorded),
    happened: texts(happened),
    worstStep: worstOf(steps(recorded), steps(happened)),
  };
}

/** By how many seconds two lists of moments differ at the worst; infinite where their lengths differ. */
export function worstOf(recorded: readonly number[], happened: readonly number[]): number {
  if (recorded.length !== happened.length) return Infinity;
  return Math.max(...recorded.map((seconds, index) => Math.abs(seconds - (happened[index] ?? Infinity))));
}
