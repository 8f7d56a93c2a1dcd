import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';

const root = resolve(import.meta.dirname, '..');

/** How often each file appears, as `file: times`, sorted. */
function tally(files: readonly string[]): readonly string[] {
  const times = new Map<string, number>();
  for (const file of files) times.set(file, (times.get(file) ?? 0) + 1);
  return [...times].map(([file, count]) => `${file}: ${count}`).sort();
}

/** The file of every `[?]` in the sources; one in backticks explains the mark. */
function marked(): readonly string[] {
  return ['src', 'sandbox'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name}`)
      .flatMap((file) => {
        const marks = readFileSync(join(root, file), 'utf8').replaceAll('`[?]`', '').split('[?]').length - 1;
        return Array.from({ length: marks }, () => file);
      }),
  );
}

const listed = (): readonly string[] =>
  [...readFileSync(join(root, 'docs/sandbox.md'), 'utf8').matchAll(/^\| ((?:src|sandbox)\/\S+)/gm)].map(
    ([, file = '']) => file,
  );

test('docs/sandbox.md has a line for every [?] of a file, and none for what is no longer assumed', () => {
  expect(tally(listed())).toEqual(tally(marked()));
});
