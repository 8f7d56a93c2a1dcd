import type { ContainerDefinition, RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';
import type { Path } from '../inputs/document.ts';

/** What a rule found wrong with a task definition. */
export interface Finding {
  readonly message: string;
  readonly remedy: string;
  /** Where it is shown. */
  readonly path: Path;
  /** Members whose absence is the finding: nothing is said when they are there but could not be read. */
  readonly needs?: readonly Path[];
}

/** One rule of AWS's over a task definition whose members and types are right. */
export type Rule = (definition: RegisterTaskDefinitionCommandInput) => readonly Finding[];

/** A container with the path to it. */
export interface PlacedContainer {
  readonly container: ContainerDefinition;
  readonly path: Path;
  readonly name: string;
}

/** The containers of a definition, each with its path; a container that has no name yet has an empty one. */
export function containersOf(definition: RegisterTaskDefinitionCommandInput): readonly PlacedContainer[] {
  return (definition.containerDefinitions ?? []).map((container, index) => ({
    container,
    path: ['containerDefinitions', index],
    name: container.name ?? '',
  }));
}

/** The entries that say what an earlier one said already, each with the first that said it. */
export function repetitions<T>(
  entries: readonly T[],
  keyOf: (entry: T) => string | undefined,
): readonly (readonly [T, T])[] {
  const firsts = new Map<string, T>();
  return entries.flatMap((entry) => {
    const key = keyOf(entry);
    if (key === undefined || key === '') return [];
    const first = firsts.get(key);
    if (first !== undefined) return [[entry, first] as const];
    firsts.set(key, entry);
    return [];
  });
}
