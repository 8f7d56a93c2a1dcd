import type { Parsed } from './problem.ts';
import type { InputSpec } from './schema.ts';

interface Options {
  readonly description: string;
}
type Optional = Options & { readonly required?: undefined; readonly default?: undefined };
type Required = Options & { readonly required: true; readonly default?: undefined };
type Defaulted = Options & { readonly required?: undefined; readonly default: string };
/** What every kind of input is given. */
export type AnyOptions = Optional | Required | Defaulted;
/** Whether a value is always there, read off the options. */
export type Given<O extends AnyOptions> = O extends Required | Defaulted ? true : false;

/** The spec of an input from its options and its reader. */
export function spec<T, O extends AnyOptions>(
  type: string,
  options: O,
  read: (text: string) => Parsed<T>,
): InputSpec<T, Given<O>>;
export function spec<T>(type: string, options: AnyOptions, read: (text: string) => Parsed<T>): InputSpec<T> {
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
