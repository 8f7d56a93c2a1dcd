import type { DocumentNode, ObjectNode, Path } from '../inputs/document.ts';
import { pathText } from '../inputs/document.ts';
import { nearest } from '../inputs/nearest.ts';
import type { Problem } from '../inputs/problem.ts';

/** A node where it stands in an AppSpec. `node` is undefined where the file has nothing, or null. */
export interface Place {
  readonly node: DocumentNode | undefined;
  readonly path: Path;
  readonly problems: Problem[];
}

/**
 * The members of an object by their right names, whatever case the file writes them in; what the file
 * leaves out has no node. Unknown and repeated members are problems.
 */
export function membersIn<Name extends string>(
  object: ObjectNode,
  names: readonly Name[],
  { path, problems }: Pick<Place, 'path' | 'problems'>,
): (name: Name) => Place {
  const found = new Map<string, { readonly node: DocumentNode; readonly key: string }>();
  for (const { key, keyAt, value } of object.members) {
    const name = names.find((known) => known.toLowerCase() === key.toLowerCase());
    const first = name === undefined ? undefined : found.get(name);
    if (name === undefined) {
      problems.push({
        ...unknownMember(pathText([...path, key]), nearest(key, names), names),
        location: keyAt,
      });
    } else if (first === undefined) {
      found.set(name, { node: value, key });
    } else {
      const message = `${pathText([...path, key])} says again what ${first.key} says.`;
      problems.push({ message, remedy: 'Keep one of the two.', location: keyAt });
    }
  }
  return (name) => {
    const node = found.get(name)?.node;
    return { node: node?.kind === 'null' ? undefined : node, path: [...path, name], problems };
  };
}

function unknownMember(name: string, meant: string | undefined, names: readonly string[]): Problem {
  return {
    message: `${name} is no member of an AppSpec for ECS.`,
    remedy: meant === undefined ? `Remove it; known here: ${names.join(', ')}.` : `Did you mean ${meant}?`,
  };
}
