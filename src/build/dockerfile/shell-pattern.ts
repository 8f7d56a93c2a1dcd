/** `${NAME#PATTERN}`, and with `##` as much as the pattern can take; undefined for a pattern that BuildKit refuses. */
export function withoutStart(value: string, written: string): string | undefined {
  const { pattern, isGreedy } = readGreed(written, '#');
  const source = sourceOf(pattern, isGreedy);
  return source === undefined ? undefined : value.replace(new RegExp(`^${source}`, 'u'), '');
}

/** `${NAME%PATTERN}`, and with `%%` as much as the pattern can take. */
export function withoutEnd(value: string, written: string): string | undefined {
  const { pattern, isGreedy } = readGreed(written, '%');
  const source = sourceOf(turned(pattern.match(TOKENS) ?? []), isGreedy);
  // Turned round, the shortest end is the shortest start.
  return source === undefined
    ? undefined
    : turned(Array.from(turned(Array.from(value)).replace(new RegExp(`^${source}`, 'u'), '')));
}

/** `${NAME/PATTERN/OTHER}`, and with `//` each of them. */
export function replaced(
  value: string,
  pattern: string,
  { by, isEach }: { readonly by: string; readonly isEach: boolean },
): string | undefined {
  const source = sourceOf(pattern, true);
  return source === undefined ? undefined : value.replace(new RegExp(source, isEach ? 'gu' : 'u'), () => by);
}

const TOKENS = /\\.|./gsu;

const turned = (parts: readonly string[]): string => parts.toReversed().join('');

const readGreed = (written: string, sign: string): { readonly pattern: string; readonly isGreedy: boolean } =>
  written.startsWith(sign) ? { pattern: written.slice(1), isGreedy: true } : { pattern: written, isGreedy: false };

/** A pattern of a shell, without sets, as the source of a regular expression (shell/lex.go, `convertShellPatternToRegex`). */
function sourceOf(pattern: string, isGreedy: boolean): string | undefined {
  const parts = (pattern.match(TOKENS) ?? []).map((token) => {
    if (token === '*') return isGreedy ? '[^\\n]*' : '[^\\n]*?';
    if (token === '?') return '[^\\n]';
    if (token === '\\}' || token === '\\/') return literal(token.slice(1));
    if (token.startsWith('\\')) return /^\\[*?\\]$/.test(token) ? token : undefined;
    return literal(token);
  });
  return parts.every((part) => part !== undefined) ? parts.join('') : undefined;
}

const literal = (character: string): string => character.replace(/[-\\^$.*+?()[\]{}|/]/u, '\\$&');
