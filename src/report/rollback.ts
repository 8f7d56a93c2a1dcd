import type { History, Past } from '../rollback/history.ts';
import { leavingSince } from '../rollback/history.ts';
import { revisionName } from '../service/service.ts';

export interface Returning {
  readonly history: History;
  readonly to: Past;
  /** The commit that a revision was registered from, where its tags tell. */
  readonly commitOf: (taskDefinition: string) => string | undefined;
}

/** From which revision a rollback goes to which, for the log. */
export function returnLines({ history, to, commitOf }: Returning): readonly string[] {
  const { leaving } = history;
  const name = (taskDefinition: string): string => {
    const commit = commitOf(taskDefinition);
    return `${revisionName(taskDefinition)}${commit === undefined ? '' : ` of commit ${commit}`}`;
  };
  const since = leavingSince(history);
  const returning = [
    `from ${leaving === undefined ? 'what failed' : name(leaving)}`,
    `back to ${name(to.taskDefinition)}, by what is under way already: nothing further back is returned to`,
  ];
  if (history.returning !== undefined) return returning;
  return [
    leaving === undefined
      ? 'from a deployment that has not begun yet'
      : `from ${name(leaving)}${since === undefined ? '' : `, which serves since ${since}`}`,
    `back to ${name(to.taskDefinition)}, ${to.at === undefined ? 'which served before' : `which was deployed at ${to.at}`}`,
  ];
}

/**
 * What must not be overlooked: the service was returned once already, by a rollback of AWS or of somebody else, and goes
 * further back. Undefined where it was not.
 */
export function furtherBackWarning({
  history: { leaving, returnedFrom },
  to,
}: Pick<Returning, 'history' | 'to'>): string | undefined {
  if (leaving === undefined || returnedFrom === undefined) return undefined;
  const [left, from, back] = [leaving, returnedFrom, to.taskDefinition].map(revisionName);
  return `${left} serves since the service was returned from ${from}: this rollback goes one further back, from ${left} to ${back}.`;
}
