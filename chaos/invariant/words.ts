import type { Attempt, Call } from '../run.ts';

export const seconds = (milliseconds: number): string => `${Math.round(milliseconds / 1_000)} s`;

export const callText = ({ name, status, started }: Call): string =>
  `${name} (status ${status}${started.length === 0 ? '' : `, started ${started.join(', ')}`})`;

/** What serves at the end of an attempt. */
export function servingText({ trail }: Attempt): string {
  const { primary } = trail.at(-1) ?? {};
  if (primary === undefined) return 'nothing serves';
  const { deployment, images, tasks, desiredCount, isComplete } = primary;
  return `${deployment} serves with ${images.join(', ')}: ${tasks.length} of ${desiredCount} tasks, ${isComplete ? 'complete' : 'not complete'}`;
}
