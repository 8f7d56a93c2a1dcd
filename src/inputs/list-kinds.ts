import { CsvError, parse } from 'csv-parse/sync';
import { type Parsed, type Problem, parsed, refused } from './problem.ts';
import type { InputSpec } from './schema.ts';
import { type AnyOptions, type Given, spec } from './spec.ts';

/** How one item of a list becomes a value. Its problems need no line: the list adds it. */
export type ReadItem<T> = (item: string) => Parsed<T>;

/**
 * Items one a line, as docker/build-push-action takes them: a line that begins with a double quote goes on to the
 * closing one and may hold line breaks; `""` in it is a quote. Any other line is taken as it is.
 */
export const lines = <T, O extends AnyOptions>(
  read: ReadItem<T>,
  options: O,
): InputSpec<readonly T[], Given<O>> =>
  spec('lines', options, (given) => readItems(itemsOf(given, NEVER), read));

/** Items one a line or separated by commas, with the same quotes. */
export const commaList = <T, O extends AnyOptions>(
  read: ReadItem<T>,
  options: O,
): InputSpec<readonly T[], Given<O>> =>
  spec('lines or comma-separated list', options, (given) => readItems(itemsOf(given, ','), read));

/** The same where each item has an ID: each once. */
export const listOfIds = <T extends { readonly id: string }, O extends AnyOptions>(
  read: ReadItem<T>,
  options: O,
): InputSpec<readonly T[], Given<O>> =>
  spec('lines or comma-separated list', options, (given) => {
    const items = readItems(itemsOf(given, ','), read);
    if (!items.ok) return items;
    const once = eachOnce(items.value.map((item) => [item.id, item]));
    return once.ok ? items : once;
  });

/** NAME=VALUE, one a line with the same quotes; each name once. The value is taken as it is. */
export const quotedPairs = <O extends AnyOptions>(
  readName: ReadItem<string>,
  options: O,
): InputSpec<ReadonlyMap<string, string>, Given<O>> =>
  spec('lines of NAME=VALUE', options, (given) => {
    const pairs = readItems(itemsOf(given, NEVER), (item) => readPair(item, readName));
    return pairs.ok ? eachOnce(pairs.value) : pairs;
  });

interface Item {
  readonly line: number;
  readonly text: string;
}

// No input can hold it: the runner hands inputs over as environment variables.
const NEVER = '\0';

function itemsOf(given: string, delimiter: string): Parsed<readonly Item[]> {
  const items: Item[] = [];
  try {
    parse(given, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      on_record: (texts: readonly string[], { lines: line }) => {
        items.push(...texts.filter((text) => text !== '').map((text) => ({ line, text })));
        return null;
      },
    });
    return parsed(items);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refused({
      message: 'A quote at the beginning of a line is not closed, or text follows where it is.',
      remedy: 'Close it at the end of the item, double each quote inside, or begin the line without one.',
    });
  }
}

function readItems<T>(items: Parsed<readonly Item[]>, read: ReadItem<T>): Parsed<readonly T[]> {
  if (!items.ok) return items;
  const values: T[] = [];
  const problems: Problem[] = [];
  for (const { line, text } of items.value) {
    const value = read(text);
    if (value.ok) values.push(value.value);
    else
      problems.push(
        ...value.problems.map((problem) => ({ ...problem, message: `Line ${line}: ${problem.message}` })),
      );
  }
  return problems.length > 0 ? refused(...problems) : parsed(values);
}

function readPair(item: string, readName: ReadItem<string>): Parsed<readonly [string, string]> {
  const cut = item.indexOf('=');
  if (cut <= 0) {
    // The text is not repeated: it may hold a secret.
    return refused({ message: 'It is not NAME=VALUE.', remedy: 'Write one NAME=VALUE a line.' });
  }
  const name = readName(item.slice(0, cut));
  return name.ok ? parsed([name.value, item.slice(cut + 1)]) : name;
}

function eachOnce<T>(pairs: readonly (readonly [string, T])[]): Parsed<ReadonlyMap<string, T>> {
  const names = pairs.map(([name]) => name);
  const again = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
  if (again.length === 0) return parsed(new Map(pairs));
  return refused(
    ...again.map((name) => ({ message: `${name} is given twice.`, remedy: 'Keep one of them.' })),
  );
}
