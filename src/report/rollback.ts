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
  return [
    leaving === undefined
      ? 'from a deployment that has not begun yet'
      : `from ${name(leaving)}${since === undefined ? '' : `, which serves since ${since}`}`,
    `back to ${name(to.taskDefinition)}, ${to.at === undefined ? 'which served before' : `which was deployed at ${to.at}`}`,
  ];
}
