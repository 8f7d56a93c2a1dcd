import type { DocumentNode, ObjectNode } from '../../inputs/document.ts';
import { nearest } from '../../inputs/nearest.ts';
import { type Parsed, type Problem, parsed, refused } from '../../inputs/problem.ts';
import { IMAGE_INPUTS } from './image-inputs.ts';

/** What one entry of `images` says: for each input of an image the text that the input would have. */
export interface ImageEntry {
  readonly name: string | undefined;
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Reads the list of `images`. A list stands for lines, a mapping for lines of NAME=VALUE: what is in them is read
 * as the input of the same name is.
 */
export function readImages(node: DocumentNode): Parsed<readonly ImageEntry[]> {
  if (node.kind !== 'list' || node.items.length === 0) {
    return refused({
      message: 'It is not a list of images.',
      remedy: 'Write one mapping an image: - repository: reservation/web.',
      location: node.at,
    });
  }
  const problems: Problem[] = [];
  const entries = node.items.flatMap((item) => {
    if (item.kind === 'object') return [readEntry(item, problems)];
    problems.push({
      message: 'An image is a mapping.',
      remedy: 'Write - repository: reservation/web and what else differs from the inputs.',
      location: item.at,
    });
    return [];
  });
  return problems.length > 0 ? refused(...problems) : parsed(entries);
}

const MEMBERS = ['name', ...Object.keys(IMAGE_INPUTS)];

function readEntry(node: ObjectNode, problems: Problem[]): ImageEntry {
  const texts = new Map<string, string>();
  for (const { key, keyAt, value } of node.members) {
    const text = MEMBERS.includes(key) ? textOf(value) : undefined;
    if (text !== undefined) texts.set(key, text);
    else problems.push({ ...(MEMBERS.includes(key) ? notText(key) : unknown(key)), location: keyAt });
  }
  const name = texts.get('name');
  texts.delete('name');
  return { name, texts };
}

const notText = (key: string): Problem => ({
  message: `${key} is neither a text nor a list or mapping of texts.`,
  remedy: 'Write a text, a list of texts, or NAME: text.',
});

function unknown(key: string): Problem {
  const known = nearest(key, MEMBERS);
  return {
    message: `An image has no ${key}.`,
    remedy: known === undefined ? `It can have ${MEMBERS.join(', ')}.` : `Did you mean ${known}?`,
  };
}

function textOf(node: DocumentNode): string | undefined {
  switch (node.kind) {
    case 'text':
    case 'number':
    case 'boolean':
      return scalarText(node);
    case 'list':
      return joined(node.items.map(scalarText));
    case 'object':
      return joined(
        node.members.map(({ key, value }) => {
          const text = scalarText(value);
          return text === undefined ? undefined : `${key}=${text}`;
        }),
      );
    case 'null':
      return undefined;
  }
}

const scalarText = (node: DocumentNode): string | undefined =>
  node.kind === 'text'
    ? node.value
    : node.kind === 'number'
      ? node.source
      : node.kind === 'boolean'
        ? String(node.value)
        : undefined;

function joined(items: readonly (string | undefined)[]): string | undefined {
  const texts = items.filter((item) => item !== undefined);
  return texts.length < items.length ? undefined : texts.map(quoted).join('\n');
}

/** One item as a line of an input. */
const quoted = (item: string): string => `"${item.replaceAll('"', '""')}"`;
