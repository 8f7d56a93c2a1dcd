import { trimmed } from '../blank.ts';
import { type PathMatch, readPattern } from './ignore-pattern.ts';

/** One pattern of a .dockerignore file. */
export interface IgnoreRule {
  readonly matches: PathMatch;
  /** It begins with `!`: what it matches is sent after all. */
  readonly isException: boolean;
  /** Where everything is that it can match; undefined where its wildcards leave that open. */
  readonly place: string | undefined;
}

/** A pattern that Docker would refuse, with its line. */
export interface IgnoreProblem {
  readonly line: number;
  readonly text: string;
}

/**
 * Reads a .dockerignore file as Docker does (github.com/moby/patternmatcher, `ignorefile.ReadAll` and `New`): one
 * pattern a line, relative to the context, with or without a slash before it; a line that begins with `#` is a
 * comment; blanks around a pattern mean nothing.
 */
export function parseIgnore(text: string): {
  readonly rules: readonly IgnoreRule[];
  readonly problems: readonly IgnoreProblem[];
} {
  const rules: IgnoreRule[] = [];
  const problems: IgnoreProblem[] = [];
  for (const [index, line] of text.replace(/^\uFEFF/, '').split('\n').entries()) {
    if (line.startsWith('#') || trimmed(line) === '') continue;
    const rule = ruleOf(trimmed(line));
    if (rule === undefined) problems.push({ line: index + 1, text: trimmed(line) });
    else if (rule !== 'nothing') rules.push(rule);
  }
  return { rules, problems };
}

/** Docker trims and cleans twice: `/!a` is an exception, too, and `/ a` means `a`. */
function ruleOf(line: string): IgnoreRule | 'nothing' | undefined {
  const isNegated = line.startsWith('!');
  const path = isNegated ? trimmed(line.slice(1)) : line;
  const relative = path === '' ? '' : cleaned(path).replace(/^\/(?=.)/s, '');
  const again = trimmed(isNegated ? `!${relative}` : relative);
  if (again === '') return 'nothing';
  const whole = cleaned(again);
  if (whole === '!') return undefined;
  const isException = whole.startsWith('!');
  const pattern = isException ? whole.slice(1) : whole;
  const matches = readPattern(pattern);
  return matches === undefined ? undefined : { matches, isException, place: placeOf(pattern) };
}

/** Whether a path is left out, and which rules match it or a folder it is in, as far as that was asked. */
export interface IgnoreMatch {
  readonly isIgnored: boolean;
  readonly byRule: readonly boolean[];
}

/**
 * Goes through the rules in their order; `parent` is what came of the folder the path is in (patternmatcher,
 * `MatchesUsingParentResults`). A rule that could not change anything is not asked, so that it does not count for what
 * is in a folder either: after `*.md` the exception `!docs` brings `docs/a.md` back only if it stands for all in it.
 */
export function matchPath(path: string, rules: readonly IgnoreRule[], parent?: IgnoreMatch): IgnoreMatch {
  let isIgnored = false;
  const byRule = rules.map(({ matches, isException }, index) => {
    const isMatched = parent?.byRule[index] === true || (isException === isIgnored && matches(path));
    if (isMatched) isIgnored = !isException;
    return isMatched;
  });
  return { isIgnored, byRule };
}

/** Whether an exception could match something in a folder that is left out: only then Docker looks into it. */
export function isEntered(folder: string, rules: readonly IgnoreRule[]): boolean {
  return rules.some(
    ({ isException, place }) =>
      isException && (place === undefined || `${place}/`.startsWith(`${folder}/`)),
  );
}

/** The pattern without `/*` or `/**` at its end; undefined where other wildcards remain (fsutil, `NewFilterFS`). */
function placeOf(pattern: string): string | undefined {
  const place = pattern.replace(/\/\*\*$/, '').replace(/\/\*$/, '');
  return /[*[\]?^\\]/.test(place) ? undefined : place;
}

/** The path without `.`, `..` and double slashes (filepath.Clean). */
function cleaned(path: string): string {
  const isRooted = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (!isRooted) parts.push(part);
  }
  return `${isRooted ? '/' : ''}${parts.join('/')}` || '.';
}
