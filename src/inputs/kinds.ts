import { parseTree } from './document.ts';
import type { DocumentNode } from './node.ts';
import { type Parsed, type Problem, parsed, refused } from './problem.ts';
import type { InputSpec } from './schema.ts';

interface Options {
  readonly description: string;
}
type Optional = Options & { readonly required?: undefined; readonly default?: undefined };
type Required = Options & { readonly required: true; readonly default?: undefined };
type Defaulted = Options & { readonly required?: undefined; readonly default: string };
type AnyOptions = Optional | Required | Defaulted;
/** Whether a value is always there, read off the options. */
type Given<O extends AnyOptions> = O extends Required | Defaulted ? true : false;

/** Any text. */
export const text = <O extends AnyOptions>(options: O): InputSpec<string, Given<O>> =>
  spec('text', options, (given) => parsed(given.trim()));

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

/** NAME=VALUE, one a line. Values are taken as they are: no quotes, no expansion. */
export const pairs = <O extends AnyOptions>(options: O): InputSpec<ReadonlyMap<string, string>, Given<O>> =>
  spec('lines of NAME=VALUE', options, (given) => {
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
  });

/** A YAML or JSON mapping of names to texts; numbers and booleans are taken as they are written. */
export const mapping = <O extends AnyOptions>(options: O): InputSpec<ReadonlyMap<string, string>, Given<O>> =>
  spec('YAML or JSON mapping', options, (given) => {
    const document = parseTree(given, 'input');
    if (!document.ok) return refused(...document.problems.map(withoutFile));
    return readMapping(document.value);
  });

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
    if (value.kind === 'text') values.set(key, value.value);
    else if (value.kind === 'number') values.set(key, value.source);
    else if (value.kind === 'boolean') values.set(key, String(value.value));
    else {
      problems.push({
        message: `The value of ${key} is not a text.`,
        remedy: `Write "${key}: text" on one line.`,
      });
    }
  }
  return problems.length > 0 ? refused(...problems) : parsed(values);
}

/** A problem inside an input's text has a line of that text, but no file. */
function withoutFile({ location, ...problem }: Problem): Problem {
  if (location?.line === undefined) return problem;
  return { ...problem, message: `Line ${location.line}: ${problem.message}` };
}

function spec<T, O extends AnyOptions>(
  type: string,
  options: O,
  read: (text: string) => Parsed<T>,
): InputSpec<T, Given<O>>;
function spec<T>(type: string, options: AnyOptions, read: (text: string) => Parsed<T>): InputSpec<T> {
  const byDefault = options.default;
  const required = options.required ?? false;
  return {
    type,
    description: options.description,
    required,
    ...(byDefault === undefined ? {} : { default: byDefault }),
    given: required || byDefault !== undefined,
    read,
  };
}
