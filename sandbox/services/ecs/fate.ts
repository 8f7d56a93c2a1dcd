import type { World } from '../../world.ts';
import { lookUp, tagOf } from '../ecr/state.ts';
import type { Fate, TaskDefinition } from './state.ts';

/**
 * What will become of a task of this revision. An image that the sandbox's registry ought to have and does not
 * have cannot be pulled; a tag that starts with `fault-…` asks for that fault; else the task runs.
 */
export function fateOf(world: World, definition: TaskDefinition): Fate {
  const fates = (definition.content.containerDefinitions ?? []).map(({ name = '', image = '' }) =>
    fateOfContainer(world, name, image),
  );
  return (
    gravest.map((kind) => fates.find((fate) => fate.kind === kind)).find((fate) => fate !== undefined) ?? {
      kind: 'runs',
    }
  );
}

const gravest = [
  'unpullable',
  'crash',
  'out-of-memory',
  'unhealthy',
  'slow',
] as const satisfies readonly Fate['kind'][];

function fateOfContainer(world: World, container: string, image: string): Fate {
  const tag = tagOf(image) ?? '';
  if (tag.startsWith('fault-unpullable') || lookUp(world.ecr, image).kind === 'missing') {
    return { kind: 'unpullable', reason: pullError(image) };
  }
  if (tag.startsWith('fault-crash')) return { kind: 'crash', container };
  if (tag.startsWith('fault-oom')) return { kind: 'out-of-memory', container };
  if (tag.startsWith('fault-unhealthy')) return { kind: 'unhealthy' };
  if (tag.startsWith('fault-slow')) return { kind: 'slow' };
  return { kind: 'runs' };
}

/** Fargate 1.4's stoppedReason for a tag that is not in the registry. */
const pullError = (image: string): string =>
  'CannotPullContainerError: pull image manifest has been retried 1 time(s): ' +
  `failed to resolve ref ${image}: ${image}: not found`;
