import type { RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';
import { type Change, diffTaskDefinitions } from '../task-definition/diff.ts';
import type { Revision } from '../task-definition/revision.ts';
import { revisionName } from '../service/service.ts';
import type { CurrentState } from './current.ts';
import type { DeployRequest } from './request.ts';
import { TAG_PREFIX } from './run.ts';

/** What the revision asked for changes in the running one; undefined when nothing runs that could be compared. */
export function changesToRunning(
  { revision }: DeployRequest,
  { running, asked }: CurrentState,
): readonly Change[] | undefined {
  if (running === undefined) return undefined;
  if (revision.kind === 'file') return changesTo(running, revision.definition);
  // Another revision with the same content is still another revision: the one that was named is deployed.
  return asked?.arn === running.arn
    ? []
    : [
        {
          path: 'revision',
          kind: 'changed',
          before: revisionName(running.arn),
          after: asked === undefined ? '' : revisionName(asked.arn),
        },
      ];
}

/** What differs between a registered revision and a file; tags of ours say who registered it and do not count. */
export function changesTo(
  revision: Revision,
  definition: RegisterTaskDefinitionCommandInput,
): readonly Change[] {
  const { tags: wanted, ...asked } = definition;
  const registered = [...revision.tags]
    .filter(([key]) => !key.startsWith(TAG_PREFIX))
    .map(([key, value]) => ({ key, value }));
  const own = (wanted ?? []).filter(({ key }) => key?.startsWith(TAG_PREFIX) !== true);
  return diffTaskDefinitions(
    { ...revision.definition, tags: sortedTags(registered) },
    { ...asked, tags: sortedTags(own) },
  );
}

const sortedTags = (
  tags: readonly { key?: string | undefined; value?: string | undefined }[],
): { key: string; value: string }[] =>
  tags
    .map(({ key, value }) => ({ key: key ?? '', value: value ?? '' }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
