import type { RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';
import { revisionName } from '../service/service.ts';
import { describeRevision } from '../task-definition/describe.ts';
import { registerTaskDefinition } from '../task-definition/register.ts';
import { changesTo } from './changes.ts';
import type { Ports } from './ports.ts';
import type { DeployRequest } from './request.ts';
import { withRunTags } from './run.ts';

/** Registers the file as it is, with tags that say which run did it; returns the ARN. */
export async function registerRevision(
  definition: RegisterTaskDefinitionCommandInput,
  { request, ports }: { readonly request: DeployRequest; readonly ports: Ports },
): Promise<string> {
  const { aws, log, signal } = ports;
  const { tags, leftOut } = withRunTags(definition.tags ?? [], request.run);
  if (leftOut) {
    log.warn(
      'The tags that say which run registered the revision are left out: with them it would have over 50.',
    );
  }
  const [ecs, once] = await Promise.all([aws.ecs(), aws.ecsOnce()]);
  const arn = await registerTaskDefinition(
    {
      once,
      findEqual: async () => {
        const newest = await describeRevision(ecs, definition.family ?? '', signal);
        return newest !== undefined && changesTo(newest, definition).length === 0 ? newest.arn : undefined;
      },
    },
    tags.length === 0 ? definition : { ...definition, tags: [...tags] },
  );
  log.say(`Registered ${revisionName(arn)}.`);
  return arn;
}
