import type { DocumentNode } from '../../src/inputs/document.ts';
import type { Parsed, Problem } from '../../src/inputs/problem.ts';

/** The value, or a failure that shows the problems. */
export function valueOrFail<T>(result: Parsed<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.problems.map(({ message }) => message).join('\n'));
}

/** The problems, or none when there is a value. */
export function problemsOf(result: Parsed<unknown>): readonly Problem[] {
  return result.ok ? [] : result.problems;
}

/** The tree as plain JSON, without its places. */
export function plain(node: DocumentNode): unknown {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.members.map(({ key, value }) => [key, plain(value)]));
    case 'list':
      return node.items.map(plain);
    case 'null':
      return null;
    case 'text':
    case 'number':
    case 'boolean':
      return node.value;
  }
}
