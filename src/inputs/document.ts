import { parseJson } from './json.ts';
import type { ObjectNode } from './node.ts';
import { positionsIn } from './position.ts';
import { type Location, type Parsed, parsed, type Problem, refused } from './problem.ts';
import { parseYaml } from './yaml.ts';

export type * from './node.ts';
export { locate, pathText, valueOf } from './node.ts';

/** Longer files are refused unread: a task definition may have 65,536 bytes. */
export const longestDocument = 1_000_000;

/**
 * Reads JSON, JSONC or YAML into one tree in which every key and value knows its line and column.
 * The file's name decides for `.json` and `.jsonc`; any other text that begins with a brace or a
 * bracket is tried as JSON first. All problems of the notation are reported together; never throws.
 */
export function parseDocument(text: string, file: string): Parsed<ObjectNode> {
  const tree = parseTree(text, file);
  if (!tree.ok) return tree;
  if (tree.value.kind === 'object') return parsed(tree.value);
  return refused({
    message: `The file must hold an object with named members, not ${nouns[tree.value.kind]}.`,
    remedy: 'Begin with names and values: "name": "value" in JSON, name: value in YAML.',
    location: tree.value.at,
  });
}

/** The same for a text that may hold any value. */
export function parseTree(text: string, file: string): ReturnType<typeof parseYaml> {
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const unreadable = checkText(content, file);
  return unreadable === undefined ? parseNotation(content, file) : refused(unreadable);
}

const nouns = {
  list: 'a list',
  text: 'a text',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
} as const;

function parseNotation(text: string, file: string): ReturnType<typeof parseYaml> {
  const mustBeJson = /\.jsonc?$/i.test(file);
  if (!mustBeJson && !/^\s*(?:[[{]|\/[/*])/.test(text)) return parseYaml(text, file);
  const json = parseJson(text, file);
  if (json.ok || mustBeJson) return json;
  // Braces also begin YAML in flow style: what is valid there is accepted, else JSON's problems are shown.
  const yaml = parseYaml(text, file);
  return yaml.ok ? yaml : json;
}

function checkText(text: string, file: string): Problem | undefined {
  if (text.trim() === '') {
    return { message: 'The file is empty.', remedy: 'Write the definition into it.', location: start(file) };
  }
  const strange = /[\0\uFFFD]/.exec(text);
  if (strange !== null) {
    return {
      message: 'The file is not UTF-8 text.',
      remedy: 'Save it as UTF-8 (UTF-16 and binary files are not read).',
      location: positionsIn(text, file)(strange.index),
    };
  }
  if (text.length <= longestDocument) return undefined;
  return {
    message: `The file has ${text.length} characters; at most ${longestDocument} are read.`,
    remedy: 'Check that this is the right file.',
    location: start(file),
  };
}

function start(file: string): Location {
  return { file, line: 1, column: 1 };
}
