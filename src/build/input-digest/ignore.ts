/** One pattern of a .dockerignore file. */
export interface IgnoreRule {
  readonly pattern: RegExp;
  /** The text before its first wildcard, up to a slash: only below it can the pattern match. */
  readonly root: string;
  /** It begins with `!`: what it matches is sent after all. */
  readonly isException: boolean;
}

/** A pattern that Docker would refuse, with its line. */
export interface IgnoreProblem {
  readonly line: number;
  readonly text: string;
}

/**
 * Reads a .dockerignore file as Docker does (docs.docker.com, "Build context": the rules of Go's filepath.Match and
 * `**`): one pattern a line, relative to the context, with or without a slash before it; a line that begins with `#`
 * is a comment; blanks around a pattern mean nothing.
 */
export function parseIgnore(text: string): {
  readonly rules: readonly IgnoreRule[];
  readonly problems: readonly IgnoreProblem[];
} {
  const rules: IgnoreRule[] = [];
  const problems: IgnoreProblem[] = [];
  for (const [index, line] of text.replace(/^\uFEFF/, '').split('\n').entries()) {
    if (line.startsWith('#')) continue;
    const trimmed = line.trim();
    const isException = trimmed.startsWith('!');
    const path = cleaned((isException ? trimmed.slice(1) : trimmed).trim());
    if (path === undefined) continue;
    const pattern = compiled(path);
    if (pattern === undefined) problems.push({ line: index + 1, text: trimmed });
    else rules.push({ pattern, root: rootOf(path), isException });
  }
  return { rules, problems };
}

/** Whether a path is left out: the last pattern decides that matches it or a folder it is in. */
export function isIgnored(path: string, rules: readonly IgnoreRule[]): boolean {
  const last = rules.findLast(({ pattern }) => selfAndFolders(path).some((part) => pattern.test(part)));
  return last !== undefined && !last.isException;
}

/** Whether an exception could still match something below a folder that is left out. */
export const hasExceptionsBelow = (folder: string, rules: readonly IgnoreRule[]): boolean =>
  rules.some(
    ({ isException, root }) =>
      isException && (root === '' || `${root}/`.startsWith(`${folder}/`) || `${folder}/`.startsWith(`${root}/`)),
  );

function selfAndFolders(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** The path without `.`, `..` and double slashes, as filepath.Clean has it, and without the slash before it. */
function cleaned(path: string): string | undefined {
  if (path === '') return undefined;
  const isRooted = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (!isRooted) parts.push(part);
  }
  return parts.length === 0 ? (isRooted ? undefined : '.') : parts.join('/');
}

function rootOf(path: string): string {
  const wildcard = path.search(/[*?[\\]/);
  if (wildcard < 0) return path;
  const slash = path.lastIndexOf('/', wildcard);
  return slash < 0 ? '' : path.slice(0, slash);
}

/** The pattern as a regular expression; undefined for one that is malformed. */
function compiled(path: string): RegExp | undefined {
  try {
    return new RegExp(`^${source(path)}$`, 'su');
  } catch {
    return undefined;
  }
}

function source(path: string): string {
  let result = '';
  for (let rest = path; rest !== ''; ) {
    const [token, text] = nextToken(rest);
    result += text;
    rest = rest.slice(token.length);
  }
  return result;
}

/** The first token of a pattern, and what it is in a regular expression. */
function nextToken(rest: string): readonly [string, string] {
  const stars = /^\*\*+\/?/.exec(rest)?.[0];
  // `**` is any number of folders, none among them; at the end it is everything.
  if (stars !== undefined) return [stars, stars.length === rest.length ? '.*' : '(?:.*/)?'];
  const set = /^\[(\^?)((?:\\.|[^\]\\])+)\]/su.exec(rest);
  if (set !== null) return [set[0], `[${set[1] ?? ''}${inSet(set[2] ?? '')}]`];
  const escaped = /^\\(.)/su.exec(rest);
  if (escaped !== null) return [escaped[0], literal(escaped[1] ?? '')];
  const [character = ''] = rest;
  switch (character) {
    case '*':
      return [character, '[^/]*'];
    case '?':
      return [character, '[^/]'];
    case '[':
    case '\\':
      throw new SyntaxError('A set that is not closed, or a backslash at the end.');
    default:
      return [character, literal(character)];
  }
}

const literal = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&');

// A hyphen keeps its meaning as a range.
const inSet = (text: string): string => text.replace(/\\?([[\]&~^|])/gu, '\\$1');
