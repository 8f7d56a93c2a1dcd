import { pathText } from '../inputs/document.ts';
import { nearest } from '../inputs/nearest.ts';
import type { Location } from '../inputs/problem.ts';
import { readScalar } from '../task-definition/scalar.ts';
import type { Place } from './members.ts';

/** A text that is there and not empty; else a problem. */
export function text(place: Place, parent: Location): string | undefined {
  const value = scalar(place, 'string', parent);
  if (typeof value !== 'string') return undefined;
  if (value.trim() !== '') return value;
  const message = `${pathText(place.path)} is empty.`;
  place.problems.push({ message, remedy: 'Give it a value.', location: place.node?.at ?? parent });
  return undefined;
}

/** A whole number; else a problem. */
export function wholeNumber(place: Place, parent: Location): number | undefined {
  const value = scalar(place, 'integer', parent);
  return typeof value === 'number' ? value : undefined;
}

/** A port, from 1 to 65535; else a problem. */
export function portNumber(place: Place, parent: Location): number | undefined {
  const port = wholeNumber(place, parent);
  if (port === undefined || (port >= 1 && port <= 65_535)) return port;
  const message = `${pathText(place.path)} is no port.`;
  place.problems.push({
    message,
    remedy: 'Write a number from 1 to 65535.',
    location: place.node?.at ?? parent,
  });
  return undefined;
}

/** One of some words; else a problem. */
export function oneOf(place: Place, words: readonly string[], parent: Location): string | undefined {
  const value = text(place, parent);
  if (value === undefined || words.includes(value)) return value;
  const meant = nearest(value, words);
  place.problems.push({
    message: `${pathText(place.path)} cannot be ${JSON.stringify(value)}.`,
    remedy: meant === undefined ? `Known values: ${words.join(', ')}.` : `Did you mean ${meant}?`,
    location: place.node?.at ?? parent,
  });
  return undefined;
}

function scalar({ node, path, problems }: Place, kind: 'string' | 'integer', parent: Location): unknown {
  if (node === undefined) {
    problems.push({ message: `${pathText(path)} is missing.`, remedy: 'Add it.', location: parent });
    return undefined;
  }
  const read = readScalar(node, kind, { path, member: '' });
  if (read.ok) return read.value;
  problems.push(...read.problems);
  return undefined;
}
