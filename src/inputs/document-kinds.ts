import { parseTree } from './document.ts';
import type { DocumentNode } from './node.ts';
import { type Parsed, type Problem, parsed, refused } from './problem.ts';
import type { InputSpec } from './schema.ts';
import { type AnyOptions, type Given, spec } from './spec.ts';

/**
 * The words of a command: a YAML or JSON list is taken item by item; a plain text is cut at its blanks. A plain
 * text with quotes is refused: a shell would keep together what they hold, and cutting there is never meant.
 */
export const words = <O extends AnyOptions>(options: O): InputSpec<readonly string[], Given<O>> =>
  spec('text, or YAML or JSON list', options, (given) => {
    const isList = /^\s*(?:\[|-\s)/.test(given);
    if (isList) return readTree(given, readWords);
    if (!/["'`]/.test(given)) return parsed(given.trim().split(/\s+/));
    return refused({
      message: 'It has quotes, which mean nothing in a plain text: it is cut at every blank.',
      remedy: 'Write it as a list, such as ["sh", "-c", "exec web --port 80"].',
    });
  });

function readWords(node: DocumentNode): Parsed<readonly string[]> {
  if (node.kind !== 'list') {
    return refused({
      message: 'It is not a list of texts.',
      remedy: 'Write a list, such as ["web", "--port", "80"].',
    });
  }
  const texts = node.items.map(writtenText);
  const problems = texts.flatMap((text, index) =>
    text === undefined
      ? [
          {
            message: `Item ${index + 1} of the list is not a text.`,
            remedy: 'Put it in quotes, or remove it.',
          },
        ]
      : [],
  );
  return problems.length > 0 ? refused(...problems) : parsed(texts.filter((text) => text !== undefined));
}

/** A YAML or JSON value that `read` makes something of. Its problems may have places: they get the input's lines. */
export const document = <T, O extends AnyOptions>(
  type: string,
  read: (node: DocumentNode) => Parsed<T>,
  options: O,
): InputSpec<T, Given<O>> => spec(type, options, (given) => readTree(given, read));

/** A YAML or JSON mapping of names to texts; numbers and booleans are taken as they are written. */
export const mapping = <O extends AnyOptions>(options: O): InputSpec<ReadonlyMap<string, string>, Given<O>> =>
  document('YAML or JSON mapping', readMapping, options);

function readTree<T>(given: string, read: (node: DocumentNode) => Parsed<T>): Parsed<T> {
  const tree = parseTree(given, 'input');
  const result = tree.ok ? read(tree.value) : tree;
  return result.ok ? result : refused(...result.problems.map(withoutFile));
}

function readMapping(node: DocumentNode): Parsed<ReadonlyMap<string, string>> {
  if (node.kind !== 'object') {
    return refused({
      message: 'It is not a mapping of names to texts.',
      remedy: 'Write one "NAME: text" a line.',
    });
  }
  const values = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { key, value } of node.members) {
    const text = writtenText(value);
    if (text !== undefined) values.set(key, text);
    else {
      problems.push({
        message: `The value of ${key} is not a text.`,
        remedy: `Write "${key}: text" on one line.`,
      });
    }
  }
  return problems.length > 0 ? refused(...problems) : parsed(values);
}

/** A text, a number or a boolean as it is written; nothing else is a text. */
function writtenText(node: DocumentNode): string | undefined {
  switch (node.kind) {
    case 'text':
      return node.value;
    case 'number':
      return node.source;
    case 'boolean':
      return String(node.value);
    case 'object':
    case 'list':
    case 'null':
      return undefined;
  }
}

/** A problem inside an input's text has a line of that text, but no file. */
function withoutFile({ location, ...problem }: Problem): Problem {
  if (location?.line === undefined) return problem;
  return { ...problem, message: `Line ${location.line}: ${problem.message}` };
}
