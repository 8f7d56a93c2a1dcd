import { readdirSync, readFileSync, statSync, existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import ts from 'typescript';
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

test('no file of src is needed by what it imports, not even for a type', () => {
  const imports = new Map(
    filesIn('src').map((file) => [
      file,
      ts
        .preProcessFile(readFileSync(file, 'utf8'))
        .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
        .map(({ fileName }) => resolve(dirname(file), fileName)),
    ]),
  );
  const done = new Set<string>();
  const circleFrom = (file: string, way: readonly string[]): readonly string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return [];
    const circle = (imports.get(file) ?? []).flatMap((next) => circleFrom(next, [...way, file]));
    done.add(file);
    return circle;
  };

  expect(imports.size).toBeGreaterThan(200);
  expect([...imports.keys()].flatMap((file) => circleFrom(file, []))).toEqual([]);
});
