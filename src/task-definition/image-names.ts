import type { ContainerDefinition } from '@aws-sdk/client-ecs';
import { nearest, suggestion } from '../inputs/nearest.ts';
import { type DocumentNode, valueOf } from '../inputs/node.ts';
import type { Problem } from '../inputs/problem.ts';

/** What the entries of the input `images` that are for nothing in this file mean. */
export interface ImageNames {
  /** Nobody can have meant them so. */
  readonly problems: readonly Problem[];
  /** They are for the files of other services: one build makes the images of all. */
  readonly notices: readonly Problem[];
}

/**
 * Sorts the names of `images` that neither a container nor a placeholder of the file has. Beside names that it has
 * they are those of other services, unless one is nearly the name of a container that is given no image: then it is
 * a slip, which would leave that container with the image of the file.
 */
export function readImageNames(
  containers: readonly ContainerDefinition[],
  images: ReadonlyMap<string, string>,
  placeholders: ReadonlySet<string>,
): ImageNames {
  const names = containers.map(({ name = '' }) => name);
  const strange = [...images.keys()].filter(
    (name) => !names.includes(name) && !placeholders.has(`images.${name}`),
  );
  if (strange.length === images.size) {
    return { problems: strange.map((name) => noContainer(name, names)), notices: [] };
  }
  const values = new Set(images.values());
  const open = containers
    .filter(({ name = '', image = '' }) => !images.has(name) && !values.has(image))
    .map(({ name = '' }) => name);
  const slips = strange.filter((name) => nearest(name, open) !== undefined);
  const others = strange.filter((name) => !slips.includes(name));
  return {
    problems: slips.map((name) => noContainer(name, open)),
    notices: others.length === 0 ? [] : [leftOut(others)],
  };
}

/**
 * What the placeholder `image` stands for where the images come by name: the one that is for a container of this
 * file. Undefined where there is none, or several.
 */
export function imageByName(document: DocumentNode, images: ReadonlyMap<string, string>): string | undefined {
  const names = itemsOf(member(member(document, 'taskDefinition') ?? document, 'containerDefinitions')).map(
    (container) => member(container, 'name'),
  );
  const [own, ...others] = names.flatMap((name) =>
    name?.kind === 'text' ? (images.get(name.value) ?? []) : [],
  );
  return others.length === 0 ? own : undefined;
}

const member = (node: DocumentNode, key: string): DocumentNode | undefined =>
  node.kind === 'object' ? valueOf(node, key) : undefined;

const itemsOf = (node: DocumentNode | undefined): readonly DocumentNode[] =>
  node?.kind === 'list' ? node.items : [];

const noContainer = (name: string, names: readonly string[]): Problem => ({
  message: `The task definition has no container ${name}.`,
  remedy: suggestion(name, names, `Its containers: ${names.join(', ')}.`),
  input: 'images',
});

const leftOut = (names: readonly string[]): Problem => ({
  message: `No container of the task definition is called ${names.join(' or ')}: left out of images.`,
  remedy: 'Nothing needs to be done where they are the images of other services.',
  input: 'images',
});
