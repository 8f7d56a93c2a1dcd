import type { Successor } from '../diagnosis/diagnosis.ts';
import { withFullStop } from './full-stop.ts';

/** What took over, and whose it is, as lines of the log. */
export function successorLines(successor: Successor | undefined): readonly string[] {
  if (successor === undefined) return [];
  const { id, revision, commit, run, registeredBy, description } = successor;
  const whose = [
    ...(commit === undefined ? [] : [`of commit ${commit}`]),
    ...(run === undefined ? [] : [`registered by run ${run.id} of ${run.repository}`]),
    ...(registeredBy === undefined ? [] : [`registered by ${registeredBy}`]),
  ];
  return [
    `✗ It was superseded by ${id} of ${revision}${whose.length === 0 ? '' : ` (${whose.join(', ')})`}.`,
    ...(description === undefined ? [] : [`  CodeDeploy says of it: ${withFullStop(description)}`]),
  ];
}

/** What to do about having been superseded. */
export const successorStep = ({ id }: Successor): string =>
  `Nothing, if ${id} is meant to serve; else deploy again once it has ended. A \`concurrency\` group for the service keeps workflow runs from crossing.`;
