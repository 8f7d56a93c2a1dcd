import type { Tag } from '@aws-sdk/client-ecs';
import { revisionName } from '../service/service.ts';

/** Who deploys: the workflow run, as GitHub names it. */
export interface RunIdentity {
  /** OWNER/NAME. */
  readonly repository?: string;
  readonly commit?: string;
  readonly runId?: string;
  readonly runAttempt?: string;
}

export const TAG_PREFIX = 'ecs-deploy-toolkit:';

/** Tags that say which run registered a revision (not who deployed it last). */
export function runTags(run: RunIdentity): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  const add = (name: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') tags.set(TAG_PREFIX + name, value);
  };
  add('repository', run.repository);
  add('commit', run.commit);
  add('run-id', run.runId);
  add('run-attempt', run.runAttempt);
  return tags;
}

const TAG_LIMIT = 50;

/** The user's tags and ours beside them; ours give way to the limit of 50, and never overrule. */
export function withRunTags(
  tags: readonly Tag[],
  run: RunIdentity,
): { readonly tags: readonly Tag[]; readonly leftOut: boolean } {
  const given = new Set(tags.map(({ key }) => key));
  const ours = [...runTags(run)].filter(([key]) => !given.has(key)).map(([key, value]) => ({ key, value }));
  if (tags.length + ours.length > TAG_LIMIT) return { tags, leftOut: true };
  return { tags: [...tags, ...ours], leftOut: false };
}

/** Whether a revision with these tags was registered by this run, in any attempt. */
export function isOfRun(tags: ReadonlyMap<string, string>, run: RunIdentity): boolean {
  if (run.repository === undefined || run.runId === undefined) return false;
  return (
    tags.get(`${TAG_PREFIX}repository`) === run.repository && tags.get(`${TAG_PREFIX}run-id`) === run.runId
  );
}

const DESCRIPTION =
  /^ecs-deploy-toolkit (\S+) run (\S+) attempt (\S+) commit (\S+)(?: revision (\S+))?(?:: |$)/;
const DESCRIPTION_LIMIT = 512;
/** A family may have 255 characters: the end of a long name, with its number, tells revisions apart. */
const REVISION_LIMIT = 100;

/**
 * The description of a CodeDeploy deployment: who deploys what, then the user's own words. It is how
 * a deployment is known as ours: jobs of one run differ by the revision, an ARN or `family:revision`.
 * The user's words are checked for length before (see its limit).
 */
export function runDescription(run: RunIdentity, taskDefinition: string, words: string | undefined): string {
  const of = (value: string | undefined): string => (value === undefined || value === '' ? '-' : value);
  const who = `ecs-deploy-toolkit ${of(run.repository)} run ${of(run.runId)} attempt ${of(run.runAttempt)} commit ${of(run.commit)} revision ${revisionName(taskDefinition).slice(-REVISION_LIMIT)}`;
  return words === undefined ? who : `${who}: ${words}`;
}

/** How many characters the user's own words may have beside ours. */
export function wordsLimit(run: RunIdentity): number {
  return DESCRIPTION_LIMIT - runDescription(run, 'r'.repeat(REVISION_LIMIT), '').length;
}

/** Whether a deployment with this description was started by this run, in any attempt. */
export function isDescriptionOfRun(description: string, run: RunIdentity): boolean {
  const [, repository, runId] = DESCRIPTION.exec(description) ?? [];
  return run.runId !== undefined && repository === run.repository && runId === run.runId;
}
