import { type Parsed, type Problem, parsed, refused } from './problem.ts';
import type { InputSpec } from './schema.ts';
import { type AnyOptions, type Given, spec } from './spec.ts';

/** Any text. */
export const text = <O extends AnyOptions>(options: O): InputSpec<string, Given<O>> =>
  spec('text', options, (given) => parsed(given.trim()));

/** Names, each once. */
export const names = <O extends AnyOptions>(options: O): InputSpec<readonly string[], Given<O>> =>
  spec('names, one a line or separated by commas', options, (given) => {
    const found = given
      .split(/[,\r\n]/)
      .map((name) => name.trim())
      .filter((name) => name !== '');
    const again = found.find((name, index) => found.indexOf(name) !== index);
    if (again !== undefined) {
      return refused({ message: `${again} is named twice.`, remedy: 'Name each once.' });
    }
    return found.length > 0
      ? parsed(found)
      : refused({ message: 'It names nothing.', remedy: 'Write one name a line.' });
  });

/** A whole number in decimal digits, within bounds. */
export const integer = <O extends AnyOptions & { readonly min: number; readonly max: number }>(
  options: O,
): InputSpec<number, Given<O>> =>
  spec(`whole number, ${options.min} to ${options.max}`, options, (given) => {
    const digits = given.trim();
    const value = /^(?:\d+|-[1-9]\d*)$/.test(digits) ? Number(digits) : Number.NaN;
    return value >= options.min && value <= options.max
      ? parsed(value)
      : refused({
          message: `"${given.trim()}" is not a whole number from ${options.min} to ${options.max}.`,
          remedy: 'Write it in digits, without unit or decimal point.',
        });
  });

/** A number with at most one decimal place, within bounds. */
export const tenths = <O extends AnyOptions & { readonly min: number; readonly max: number }>(
  options: O,
): InputSpec<number, Given<O>> =>
  spec(`number, ${options.min} to ${options.max}`, options, (given) => {
    const digits = given.trim();
    const value = /^\d+(?:\.\d)?$/.test(digits) ? Number(digits) : Number.NaN;
    return value >= options.min && value <= options.max
      ? parsed(value)
      : refused({
          message: `"${digits}" is not a number from ${options.min} to ${options.max} with at most one decimal place.`,
          remedy: 'Write it in digits, without unit, such as 12.5.',
        });
  });

const BOOLEANS = new Map([
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
]);

/** true or false, in the spellings of the YAML 1.2 core schema that \@actions/core accepts too. */
export const flag = <O extends AnyOptions>(options: O): InputSpec<boolean, Given<O>> =>
  spec('true or false', options, (given) => {
    const value = BOOLEANS.get(given.trim());
    return value === undefined
      ? refused({ message: `"${given.trim()}" is neither true nor false.`, remedy: 'Write true or false.' })
      : parsed(value);
  });

/** One of a few words. */
export const choice = <const W extends string, O extends AnyOptions>(
  words: readonly W[],
  options: O,
): InputSpec<W, Given<O>> =>
  spec(words.map((word) => `\`${word}\``).join(', '), options, (given) => {
    const value = words.find((word) => word === given.trim());
    return value === undefined
      ? refused({
          message: `"${given.trim()}" is not one of the possible values.`,
          remedy: `Use ${words.join(' or ')}.`,
        })
      : parsed(value);
  });

/** A text that `read` makes something of. */
export const checked = <T, O extends AnyOptions>(
  read: (text: string) => Parsed<T>,
  options: O,
): InputSpec<T, Given<O>> => spec('text', options, (given) => read(given.trim()));

/** What a text must look like. */
export interface Form {
  /** As it is named to the user, such as `the ARN of an IAM role`. */
  readonly what: string;
  readonly pattern: RegExp;
  /** One that is right, to be shown. */
  readonly example: string;
}

/** A text of one form. */
export const formed = <O extends AnyOptions>(form: Form, options: O): InputSpec<string, Given<O>> =>
  spec('text', options, (given) => {
    const value = given.trim();
    if (form.pattern.test(value)) return parsed(value);
    return refused({
      message: `${JSON.stringify(value.slice(0, longestShown))} is not ${form.what}.`,
      remedy: `Write it as in ${form.example}.`,
    });
  });

/** Texts of one form, one a line. */
export const formedLines = <O extends AnyOptions>(
  form: Form,
  options: O,
): InputSpec<readonly string[], Given<O>> =>
  spec('lines', options, (given) => {
    const lines = given.split(/\r?\n/).map((line) => line.trim());
    const problems = lines.flatMap((line, index) =>
      line === '' || form.pattern.test(line)
        ? []
        : [
            {
              message: `Line ${index + 1} is not ${form.what}.`,
              remedy: `Write one a line, as in ${form.example}.`,
            },
          ],
    );
    return problems.length > 0 ? refused(...problems) : parsed(lines.filter((line) => line !== ''));
  });

const longestShown = 200;

/** NAME=VALUE, one a line. Values are taken as they are: no quotes, no expansion. */
export const pairs = <O extends AnyOptions>(options: O): InputSpec<ReadonlyMap<string, string>, Given<O>> =>
  spec('lines of NAME=VALUE', options, readPairs);

/** The same where a value names something: it has no blanks around it and is not empty. */
export const references = <O extends AnyOptions>(
  options: O,
): InputSpec<ReadonlyMap<string, string>, Given<O>> =>
  spec('lines of NAME=VALUE', options, (given) => {
    const read = readPairs(given);
    if (!read.ok) return read;
    const values = new Map([...read.value].map(([name, value]) => [name, value.trim()]));
    const empty = [...values].filter(([, value]) => value === '');
    if (empty.length === 0) return parsed(values);
    return refused(
      ...empty.map(([name]) => ({
        message: `${name} has nothing behind the equals sign.`,
        remedy: 'Write what it refers to, or remove the line.',
      })),
    );
  });

function readPairs(given: string): Parsed<ReadonlyMap<string, string>> {
  const values = new Map<string, string>();
  const problems: Problem[] = [];
  for (const [index, line] of given.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const cut = line.indexOf('=');
    const name = line.slice(0, cut).trim();
    if (cut < 0 || name === '') {
      // The text is not repeated: it may hold a secret.
      problems.push({
        message: `Line ${index + 1} is not NAME=VALUE.`,
        remedy: 'Write one NAME=VALUE a line.',
      });
    } else if (values.has(name)) {
      problems.push({
        message: `${name} is given twice (line ${index + 1}).`,
        remedy: 'Keep one of them.',
      });
    } else {
      values.set(name, line.slice(cut + 1));
    }
  }
  return problems.length > 0 ? refused(...problems) : parsed(values);
}
