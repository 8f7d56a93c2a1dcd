import type { Parsed } from './problem.ts';

/** What one input means: its documentation and how its text becomes a value. */
export interface InputSpec<T, Given extends boolean = boolean> {
  /** Markdown, full sentences: the only documentation of this input. */
  readonly description: string;
  /** The type as the README table names it. */
  readonly type: string;
  /** The text used when none is given; it is read like one that was. */
  readonly default?: string;
  readonly required: boolean;
  /** True when a value is always there: the input is required or has a default. */
  readonly given: Given;
  /** Reads a text that is not empty. Problems carry no input name: the caller adds it. */
  readonly read: (text: string) => Parsed<T>;
}

export type InputSchema = Readonly<Record<string, InputSpec<unknown>>>;

/** The typed values of a schema; an input that was not given is undefined. */
export type InputValues<S extends InputSchema> = {
  readonly [K in keyof S]: S[K] extends InputSpec<infer T, infer Given>
    ? Given extends true
      ? T
      : T | undefined
    : never;
};

/** The one source of an action's action.yml, README tables and parser. */
export interface ActionSpec<S extends InputSchema = InputSchema> {
  /** Folder below actions/ and name of the stub in dist/. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputs: S;
  readonly outputs: Readonly<Record<string, string>>;
  /** True when the action has a post step, dist/post.js. */
  readonly hasPost?: boolean;
  /** The outputs of a step that did nothing since what it was given is wrong, but for `reason`. */
  readonly refusedOutputs?: Readonly<Record<string, string>>;
  /** Inputs that other deployers know: refused with what to use instead. */
  readonly refused?: Readonly<Record<string, string>>;
  /** Inputs of other deployers that are taken and do nothing: a notice says why. */
  readonly pointless?: Readonly<Record<string, string>>;
}
