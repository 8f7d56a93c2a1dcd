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
  /** The revision that what is under way returns to from there; absent where no return is under way. */
  readonly returning?: string;
  /** Where the last return came from that made the service serve what is to be left. */
  readonly returnedFrom?: string;
  /** Deployments that succeeded, newest first. */
  readonly past: readonly Past[];
}

/** What is under way on a service that has served the newest of its past. */
export interface UnderWay {
  /** The revision that is deployed; undefined where not known. */
  readonly deploying: string | undefined;
  readonly past: readonly Past[];
}

/**
 * The history of a service with a deployment under way: that is what is left, unless it deploys the very revision
 * that would be returned to from what has served. Then somebody is returning already.
 */
export function historyUnderWay({ deploying, past }: UnderWay): History {
  const [served] = past;
  const isReturn =
    deploying !== undefined &&
    served !== undefined &&
    isSame(deploying, previousRevision({ leaving: served.taskDefinition, past })?.taskDefinition);
  if (isReturn) return { leaving: served.taskDefinition, returning: deploying, past };
  return { ...(deploying === undefined ? {} : { leaving: deploying }), past };
}

/**
 * The revision to return to: what is being returned to already, else the one deployed successfully before the one
 * that is left. To deploy a revision that was deployed before is a return: what came in between was returned
 * from, and is not returned to. So one rollback after another goes further back each time. Undefined where the
 * history has none.
 */
export function previousRevision({ leaving, returning, past }: History): Past | undefined {
  if (returning !== undefined) {
    return (
      past.find(({ taskDefinition }) => isSame(taskDefinition, returning)) ?? { taskDefinition: returning }
    );
  }
  const { kept } = past.toReversed().reduce<Way>(followedBy, AT_FIRST);
  const left = leaving === undefined ? -1 : kept.findIndex((one) => isSame(one.taskDefinition, leaving));
  return left < 0 ? kept.at(-1) : kept[left - 1];
}

/** Where the service was returned from to what it serves; undefined where that was no return. */
export function returnedFrom(serving: string | undefined, past: readonly Past[]): string | undefined {
  const now = serving === undefined ? [] : [{ taskDefinition: serving }];
  return [...past.toReversed(), ...now].reduce<Way>(followedBy, AT_FIRST).from;
}

/** What a service can go back to, the newest last, and where its last return came from. */
interface Way {
  readonly kept: readonly Past[];
  readonly from?: string;
}

const AT_FIRST: Way = { kept: [] };

function followedBy(way: Way, next: Past): Way {
  const { kept } = way;
  const earlier = kept.findIndex((one) => isSame(one.taskDefinition, next.taskDefinition));
  if (earlier < 0) return { kept: [...kept, next] };
  const left = kept.at(-1)?.taskDefinition;
  // The same once more is no return, and does not undo one.
  if (earlier === kept.length - 1) return { ...way, kept: [...kept.slice(0, earlier), next] };
  return { kept: [...kept.slice(0, earlier), next], ...(left === undefined ? {} : { from: left }) };
}

/** Since when the revision that is left was deployed, as far as it succeeded. */
export const leavingSince = ({ leaving, past }: History): string | undefined =>
  past.find(({ taskDefinition }) => leaving !== undefined && isSame(taskDefinition, leaving))?.at;

/** An AppSpec may name a revision by ARN or as `family:revision`. */
const isSame = (one: string, other: string | undefined): boolean =>
  other !== undefined && nameOf(one) === nameOf(other);

const nameOf = (taskDefinition: string): string =>
  taskDefinition.includes('task-definition/') ? revisionName(taskDefinition) : taskDefinition;

export const past = (taskDefinition: string, at: Date | undefined): Past => ({
  taskDefinition,
  ...(at === undefined ? {} : { at: at.toISOString() }),
});

/** What stands beside has served last; when it was deployed is in the records, where it is in them. */
export function withBeside(beside: string | undefined, recorded: readonly Past[]): readonly Past[] {
  if (beside === undefined) return recorded;
  const known = recorded.find(({ taskDefinition }) => taskDefinition === beside);
  return [known ?? { taskDefinition: beside }, ...recorded];
}
