import type { Problem } from '../inputs/problem.ts';

// The runner keeps ten errors a step; the last is the one that says how the step ended.
const MOST = 9;

/** The problems that become annotations on lines of files; the rest are named in the log. */
export function annotated(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ location }) => location !== undefined).slice(0, MOST);
}

/** A problem on one line: its place in a file, its input unless the message names that, what is wrong, what to do. */
export function problemLine({ message, remedy, location, input }: Problem): string {
  const place =
    location === undefined
      ? ''
      : `${[location.file, location.line, location.column].filter((part) => part !== undefined).join(':')}: `;
  const source = input === undefined || message.includes(input) ? '' : `${input}: `;
  return `${place}${source}${message} ${remedy}`;
}
