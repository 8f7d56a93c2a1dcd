import { readdirSync, readFileSync, statSync, existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { actions } from '../scripts/actions.ts';

const root = resolve(import.meta.dirname, '..');
const MEBIBYTE = 1024 * 1024;

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

test.each(actions.map(({ name }) => name))('%s runs a committed stub on node24', (name) => {
  const folder = join(root, 'actions', name);
  const document: unknown = parse(readFileSync(join(folder, 'action.yml'), 'utf8'));

  expect(document).toMatchObject({
    runs: { using: 'node24', main: `../../dist/${name}.js`, post: '../../dist/post.js' },
  });
  expect(existsSync(join(root, 'dist', `${name}.js`))).toBe(true);
});

test('dist stays within 7 MB', () => {
  const bytes = filesIn('dist').reduce((sum, file) => sum + statSync(file).size, 0);

  expect(bytes).toBeLessThan(7 * MEBIBYTE);
});

test('the bundle names no path of the machine that built it', () => {
  const telling = filesIn('dist').filter((file) => readFileSync(file, 'utf8').includes(root));

  expect(telling).toEqual([]);
});

test('every relative link in the documentation leads somewhere', () => {
  const pages = [
    ...readdirSync(root).filter((name) => name.endsWith('.md')),
    ...['docs', 'actions', 'sandbox', 'examples'].flatMap((folder) =>
      filesIn(folder)
        .filter((name) => name.endsWith('.md'))
        .map((name) => name.slice(root.length + 1)),
    ),
  ];
  const broken = pages.flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
      .map(([, link = '']) => join(dirname(page), link))
      .filter((target) => !existsSync(join(root, target)))
      .map((target) => `${page}: ${target}`),
  );

  expect(broken).toEqual([]);
});
