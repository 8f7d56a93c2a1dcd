import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';

const tests = resolve(import.meta.dirname);
const fixtures = join(tests, 'support/recordings');

interface Row {
  readonly file: string;
  readonly name: string;
  /** Why one of the two uses is not there; empty where both are. */
  readonly lacks: string;
}

/** The table of README.md: `file`, `name`, what it is, where it comes from, what it lacks. */
const rows: readonly Row[] = [
  ...readFileSync(join(fixtures, 'README.md'), 'utf8').matchAll(
    /^\| `(\S+\.ts)` +\| `(\w+)` +\|[^|]*\|[^|]*\|([^|]*)\|$/gm,
  ),
].map(([, file = '', name = '', lacks = '']) => ({ file, name, lacks: lacks.trim() }));

const exported: readonly string[] = readdirSync(fixtures)
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) =>
    [...readFileSync(join(fixtures, file), 'utf8').matchAll(/^export const (\w+)/gm)].map(
      ([, name = '']) => `${file}: ${name}`,
    ),
  );

const sources = readdirSync(tests, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts') && file !== basename(import.meta.filename))
  .map((file) => ({
    isConformance: file.startsWith('sandbox/conformance/'),
    isOfSandbox: file.startsWith('sandbox/'),
    text: readFileSync(join(tests, file), 'utf8'),
  }));

const uses = ({ file, name }: Row) => {
  const using = sources.filter(
    ({ text }) => text.includes(`recordings/${file}'`) && new RegExp(`\\b${name}\\b`).test(text),
  );
  return {
    history: using.some(({ isOfSandbox }) => !isOfSandbox),
    conformance: using.some(({ isConformance }) => isConformance),
  };
};

test('the table has every fixture, and no other', () => {
  expect(rows.map(({ file, name }) => `${file}: ${name}`).sort()).toEqual([...exported].sort());
});

test.each(rows)(
  '$file: $name is read by the toolkit and compared with the sandbox, or the table says why not',
  (row) => {
    const expected = { history: true, conformance: true };
    if (row.lacks.startsWith('history only:')) expected.conformance = false;
    if (row.lacks.startsWith('conformance only:')) expected.history = false;
    expect(uses(row)).toEqual(expected);
  },
);
