/** Where a problem is. Lines and columns count from 1, as editors and GitHub annotations do. */
export interface Location {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** One thing that is wrong with what the user gave: what, where, and what to do about it. */
export interface Problem {
  /** What is wrong, as a full sentence that names the thing. */
  readonly message: string;
  /** What to do about it, as an instruction. */
  readonly remedy: string;
  readonly location?: Location;
  /** The action input it came through, by its name in the workflow. */
  readonly input?: string;
}

/** A value, or everything that is wrong with its source: all problems of one input at once. */
export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

export const parsed = <T>(value: T): Parsed<T> => ({ ok: true, value });

export const refused = (...problems: readonly Problem[]): Parsed<never> => ({ ok: false, problems });

/** An error its reader can act on: shown without a stack. Anything else that is thrown is a bug. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly problems: readonly Problem[];

  constructor(problems: Problem | readonly Problem[]) {
    const all: readonly Problem[] = 'message' in problems ? [problems] : problems;
    super(all.map(({ message, remedy }) => `${message} ${remedy}`).join('\n'));
    this.problems = all;
  }
}
