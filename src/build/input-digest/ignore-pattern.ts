/** Whether a pattern matches a path: that path alone, not what is in it. */
export type PathMatch = (path: string) => boolean;

/**
 * Reads one pattern, cleaned, as Docker's matcher does (github.com/moby/patternmatcher, `Pattern.compile`; the rules
 * of Go's filepath.Match and `**`); undefined for one that Docker refuses. Some of it nobody would guess and an image
 * depends on all the same: `**foo` matches every path that ends with `foo`, and `foo**` every one that begins so.
 */
export function readPattern(pattern: string): PathMatch | undefined {
  if (!WELL_FORMED.test(pattern)) return undefined;
  const { kind, source } = read(pattern);
  switch (kind) {
    case 'exact':
      return (path) => path === pattern;
    case 'prefix': {
      const prefix = pattern.slice(0, -DOUBLE_STAR);
      return (path) => path.startsWith(prefix);
    }
    case 'suffix': {
      const suffix = pattern.slice(DOUBLE_STAR);
      return (path) => path.endsWith(suffix) || (suffix.startsWith('/') && path === suffix.slice(1));
    }
    case 'expression': {
      const expression = expressionOf(source);
      return expression === undefined ? undefined : (path) => expression.test(path);
    }
  }
}

const DOUBLE_STAR = '**'.length;

/** What filepath.Match calls a pattern: sets are closed and not empty, and a backslash has something behind it. */
const WELL_FORMED = /^(?:[^[\\]|\\.|\[(?:\^|(?!\^))(?:(?:\\.|[^\]\\-])(?:-(?:\\.|[^\]\\-]))?)+\])*$/su;

interface Reading {
  readonly kind: 'exact' | 'prefix' | 'suffix' | 'expression';
  /** A regular expression of Go. */
  readonly source: string;
}

/** Token by token, sets too, in which `*` and `?` mean what they mean outside: so does Docker. */
function read(pattern: string): Reading {
  let kind: Reading['kind'] = 'exact';
  let source = '';
  for (let rest = pattern; rest !== ''; ) {
    const token: string = TOKEN.exec(rest)?.[0] ?? rest;
    const isFirst = rest === pattern;
    rest = rest.slice(token.length);
    if (token.startsWith('**')) {
      source += rest === '' ? '.*' : '(.*/)?';
      kind = isFirst ? 'suffix' : rest === '' && kind === 'exact' ? 'prefix' : 'expression';
      continue;
    }
    source += SOURCES.get(token) ?? (ESCAPED.test(token) ? `\\${token}` : token);
    if (/^[*?\\[\]]/.test(token)) kind = 'expression';
  }
  return { kind, source };
}

const TOKEN = /^(?:\*\*\/?|\\.|.)/su;
const SOURCES: ReadonlyMap<string, string> = new Map([
  ['*', '[^/]*'],
  ['?', '[^/]'],
]);
const ESCAPED = /^[.+()|{}$]$/;

/** A regular expression of Go as one of ECMAScript, from start to end; undefined where Go has none. */
function expressionOf(source: string): RegExp | undefined {
  const parts: string[] = [];
  for (let rest = source; rest !== ''; ) {
    const [token = ''] = /^(?:\[\^?\]?(?:\\.|[^\]\\])*\]|\\.|.)/su.exec(rest) ?? [];
    const part = token.length > 1 && token.startsWith('[') ? setOf(token) : translated(token);
    if (part === undefined) return undefined;
    parts.push(part);
    rest = rest.slice(token.length);
  }
  try {
    return new RegExp(`^${parts.join('')}$`, 'u');
  } catch {
    return undefined;
  }
}

function translated(token: string): string | undefined {
  if (token.startsWith('\\')) return escapeOf(token, OUTSIDE);
  switch (token) {
    case '.':
      return '[^\\n]';
    case '(':
      return '(?:';
    case ')':
    case '?':
    case '*':
    case '^':
      return token;
    default:
      return literal(token);
  }
}

/** A set; undefined for one with a named class, such as `[[:digit:]]`. */
function setOf(token: string): string | undefined {
  const [, sign = '', content = ''] = /^\[(\^?)(.*)\]$/su.exec(token) ?? [];
  if (content.includes('[:')) return undefined;
  const parts = content
    .match(/\\.|./gsu)
    ?.map((part) => (part.startsWith('\\') ? escapeOf(part, INSIDE) : part === '-' ? part : literal(part)));
  return parts?.every((part) => part !== undefined) === true ? `[${sign}${parts.join('')}]` : undefined;
}

/** What a letter behind a backslash means to Go's regexp/syntax, as ECMAScript says it. */
const INSIDE: ReadonlyMap<string, string> = new Map([
  ...Array.from('dDwWfnrtv', (letter) => [letter, `\\${letter}`] as const),
  ['a', '\\x07'],
  ['s', '\\t\\n\\f\\r '],
]);
const OUTSIDE: ReadonlyMap<string, string> = new Map([
  ...INSIDE,
  ['s', '[\\t\\n\\f\\r ]'],
  ['S', '[^\\t\\n\\f\\r ]'],
  ['A', '^'],
  ['z', '$'],
  ['b', '\\b'],
  ['B', '\\B'],
]);

function escapeOf(token: string, letters: ReadonlyMap<string, string>): string | undefined {
  const character = token.slice(1);
  if (/^[A-Za-z0-9\u0080-\u{10ffff}]/u.test(character)) return letters.get(character);
  return literal(character);
}

const literal = (character: string): string => character.replace(/[-\\^$.*+?()[\]{}|/]/u, '\\$&');
