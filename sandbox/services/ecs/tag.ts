import type { ListTagsForResourceRequest, Tag, TagResourceRequest } from '@aws-sdk/client-ecs';
import type { Context } from '../../operation.ts';
import type { World } from '../../world.ts';
import { ecsErrors } from './errors.ts';

/** TagResource: later values win. */
export function tagResource(input: TagResourceRequest, { world }: Context): object {
  const resource = taggedResource(world, input.resourceArn ?? '');
  const given = input.tags ?? [];
  const kept = resource.tags.filter(({ key }) => !given.some((tag) => tag.key === key));
  resource.tags = [...kept, ...given];
  return {};
}

/** ListTagsForResource. */
export const listTagsForResource = (input: ListTagsForResourceRequest, { world }: Context): object => ({
  tags: taggedResource(world, input.resourceArn ?? '').tags,
});

function taggedResource(world: World, arn: string): { tags: Tag[] } {
  const { clusters, services, taskDefinitions } = world.ecs;
  const resource = [...clusters, ...services, ...taskDefinitions].find((candidate) => candidate.arn === arn);
  // [?] AWS's words.
  if (resource === undefined) throw ecsErrors.invalid('The specified resource was not found.');
  return resource;
}
