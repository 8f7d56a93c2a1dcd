import { revisionName } from '../service/service.ts';

/** A revision that was deployed successfully. */
export interface Past {
  /** ARN, or `family:revision`. */
  readonly taskDefinition: string;
  /** When that deployment had ended, by AWS's clock, in ISO 8601. */
  readonly at?: string;
  /** The digest of each image then. */
  readonly images?: ReadonlyMap<string, string>;
}

/** What AWS tells of the deployments of one service. */
export interface History {
  /** The revision to be left: what the service is being set to, else what it serves; absent where not known. */
  readonly leaving?: string;
  /** Deployments that succeeded, newest first. */
  readonly past: readonly Past[];
}

/**
 * The revision to return to: the one deployed successfully before the one that is left. To deploy a revision
 * that was deployed before is a return: what came in between was returned from, and is not returned to. So
 * one rollback after another goes further back each time. Undefined where the history has none.
 */
export function previousRevision({ leaving, past }: History): Past | undefined {
  const kept = past.toReversed().reduce<readonly Past[]>(followedBy, []);
  const left = leaving === undefined ? -1 : kept.findIndex((one) => isSame(one.taskDefinition, leaving));
  return left < 0 ? kept.at(-1) : kept[left - 1];
}

function followedBy(kept: readonly Past[], next: Past): readonly Past[] {
  const earlier = kept.findIndex((one) => isSame(one.taskDefinition, next.taskDefinition));
  return [...(earlier < 0 ? kept : kept.slice(0, earlier)), next];
}

/** Since when the revision that is left was deployed, as far as it succeeded. */
export const leavingSince = ({ leaving, past }: History): string | undefined =>
  past.find(({ taskDefinition }) => leaving !== undefined && isSame(taskDefinition, leaving))?.at;

/** An AppSpec may name a revision by ARN or as `family:revision`. */
const isSame = (one: string, other: string): boolean => nameOf(one) === nameOf(other);

const nameOf = (taskDefinition: string): string =>
  taskDefinition.includes('task-definition/') ? revisionName(taskDefinition) : taskDefinition;
