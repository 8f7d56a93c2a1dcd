import fc from 'fast-check';
import { parseIgnore } from '../../src/build/input-digest/ignore.ts';

/** A folder to build from. */
export interface ContextTree {
  /** The text of its .dockerignore. */
  readonly ignore: string | Buffer;
  /** Paths of files; one that ends with a slash is a folder. */
  readonly paths: readonly string[];
}

const SEGMENTS = [
  'a',
  'b',
  'ab',
  'a.b',
  'x.md',
  'y.md',
  '日',
  'a b',
  '!a',
  '#a',
  '[a]',
  'a*',
  'a\\b',
  '^a',
  'a\nb',
];
const PIECES = [
  ...['*', '**', '***', '?', '*.md', 'a*', 'a?', '*b', '**a', 'a**', 'a**b', '[ab]', '[^a]*', '[a-c]', '[*]'],
  ...['\\*', '\\a', '\\[a]', '\\d', '^*', '.', '..', ''],
];

const segment = fc.constantFrom(...SEGMENTS);
const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join('/'));
const piece = fc.oneof(
  { weight: 2, arbitrary: segment },
  { weight: 3, arbitrary: fc.constantFrom(...PIECES) },
);

/** A pattern that Docker takes, with what may stand around it. */
const pattern = fc
  .tuple(
    fc.constantFrom('', '', '', '!', '!', '! ', '/', '!/', './'),
    fc.array(piece, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('', '', '', '/', '  ', '\r', '\t'),
  )
  .map(([before, pieces, after]) => before + pieces.join('/') + after)
  .filter((line) => !line.includes('\n') && parseIgnore(line).problems.length === 0);

/** Small trees of few names, so that patterns meet them. */
export const contextTree: fc.Arbitrary<ContextTree> = fc
  .record({
    ignore: fc
      .tuple(fc.constantFrom('', '\uFEFF'), fc.array(pattern, { maxLength: 5 }))
      .map(([mark, lines]) => mark + lines.join('\n')),
    paths: fc.uniqueArray(path, { minLength: 1, maxLength: 14 }),
  })
  .map(({ ignore, paths }) => ({
    ignore,
    paths: paths.filter((one) => !paths.some((other) => other.startsWith(`${one}/`))),
  }));
