import { type DocumentNode, type Path, pathText } from '../inputs/document.ts';
import { nearest } from '../inputs/nearest.ts';
import { type Parsed, parsed, refused } from '../inputs/problem.ts';
import { enumerations } from './values.ts';

/** A place for a single value: its path, and `Shape.member` by which its enumeration is known. */
export interface ScalarPlace {
  readonly path: Path;
  readonly member: string;
}

type ScalarKind = 'string' | 'integer' | 'boolean' | 'timestamp';

/**
 * Reads a text, a whole number of 32 bits, or a boolean, strictly: nothing is converted, but for a text
 * that was one placeholder. No message repeats a value, unless it is one of an enumeration: it may be secret.
 */
export function readScalar(node: DocumentNode, kind: ScalarKind, place: ScalarPlace): Parsed<unknown> {
  switch (kind) {
    case 'string':
    case 'timestamp':
      return node.kind === 'text'
        ? checkEnumeration(node.value, node, place)
        : wrongKind(node, 'a text', place);
    case 'integer':
      return readInteger(node, place);
    case 'boolean':
      return readBoolean(node, place);
  }
}

const largest = 2 ** 31 - 1;

function readInteger(node: DocumentNode, place: ScalarPlace): Parsed<number> {
  const number = numberIn(node);
  if (number === undefined) return wrongKind(node, 'a whole number', place);
  if (Number.isInteger(number) && Math.abs(number) <= largest) return parsed(number);
  return refused({
    message: `${pathText(place.path)} must be a whole number of at most ${largest}.`,
    remedy: 'Write a whole number that is not so large.',
    location: node.at,
  });
}

function numberIn(node: DocumentNode): number | undefined {
  if (node.kind === 'number') return node.value;
  if (node.kind === 'text' && node.placeholder === true && isWhole(node.value)) return Number(node.value);
  return undefined;
}

function readBoolean(node: DocumentNode, place: ScalarPlace): Parsed<boolean> {
  if (node.kind === 'boolean') return parsed(node.value);
  if (node.kind === 'text' && node.placeholder === true && isTruth(node.value))
    return parsed(node.value === 'true');
  return wrongKind(node, 'true or false', place);
}

function checkEnumeration(value: string, node: DocumentNode, place: ScalarPlace): Parsed<string> {
  const values = enumerations.get(place.member);
  if (values?.includes(value) ?? true) return parsed(value);
  const known = values ?? [];
  const meant = nearest(value, known);
  return refused({
    message: `${pathText(place.path)} cannot be ${JSON.stringify(value.slice(0, 60))}.`,
    remedy: `${meant === undefined ? '' : `Did you mean ${meant}? `}Known values: ${known.join(', ')}.`,
    location: node.at,
  });
}

function wrongKind(node: DocumentNode, wanted: string, { path }: ScalarPlace): Parsed<never> {
  return refused({
    message: `${pathText(path)} must be ${wanted}, not ${found(node)}.`,
    remedy: remedy(node, wanted),
    location: node.at,
  });
}

function found(node: DocumentNode): string {
  switch (node.kind) {
    case 'object':
      return 'an object';
    case 'list':
      return 'a list';
    case 'text':
      return node.placeholder === true ? 'what its placeholder gives' : 'a text';
    case 'number':
      return 'a number';
    case 'boolean':
      return 'a boolean';
    case 'null':
      return 'null';
  }
}

function remedy(node: DocumentNode, wanted: string): string {
  if (wanted === 'a text' && (node.kind === 'number' || node.kind === 'boolean')) return 'Put it in quotes.';
  if (node.kind === 'text' && node.placeholder === true) return `Give the placeholder ${wanted}.`;
  const needsNoQuotes =
    node.kind === 'text' && (wanted === 'a whole number' ? isWhole(node.value) : isTruth(node.value));
  return needsNoQuotes ? 'Write it without quotes.' : `Write ${wanted} here.`;
}

function isWhole(text: string): boolean {
  return /^-?(?:0|[1-9]\d{0,15})$/.test(text);
}

function isTruth(text: string): boolean {
  return text === 'true' || text === 'false';
}
