import { expect, test } from '@jest/globals';
import { shownLines } from '../../src/logs/line.ts';

test('the value of a variable is never shown, its name is', () => {
  const variables = [{ name: 'URL', value: 'postgres://user:word@host' }];
  expect(shownLines(['connecting to postgres://user:word@host/db'], variables)).toEqual([
    'connecting to [value of URL]/db',
  ]);
});

test('of two values that begin alike the longer one is hidden whole', () => {
  const variables = [
    { name: 'SHORT', value: 'abcdef' },
    { name: 'LONG', value: 'abcdefghi' },
  ];
  expect(shownLines(['abcdefghi abcdef'], variables)).toEqual(['[value of LONG] [value of SHORT]']);
});

test('a value that is as short as a word hides nothing', () => {
  expect(shownLines(['port 3000'], [{ name: 'PORT', value: '3000' }])).toEqual(['port 3000']);
});

test('of a record of Fluent Bit the line is shown', () => {
  const record = JSON.stringify({ container_name: 'app', log: 'boom', source: 'stderr' });
  expect(shownLines([record, '{"log":"of the program itself"}'], [])).toEqual([
    'boom',
    '{"log":"of the program itself"}',
  ]);
});

test('a long line is cut', () => {
  expect(shownLines(['x'.repeat(5_000)], [])[0]).toHaveLength(1_000);
});

test('a value is hidden in the forms in which programs print it, too', () => {
  const variables = [{ name: 'KEY', value: 'p/ss "word"' }];
  expect(shownLines(['?key=p%2Fss%20%22word%22', '{"key":"p/ss \\"word\\""}'], variables)).toEqual([
    '?key=[value of KEY]',
    '{"key":"[value of KEY]"}',
  ]);
});

test('each line of an event of several is a line of its own, and the 50 last are shown', () => {
  const trace = 'Error: boom\r\n    at main (app.js:1)\n';
  expect(shownLines(['before', trace], [])).toEqual(['before', 'Error: boom', '    at main (app.js:1)']);
  const long = Array.from({ length: 60 }, (_, index) => `line ${index + 1}`).join('\n');
  expect(shownLines(['before', long], []).at(0)).toBe('line 11');
});

test('a value of several lines is hidden whole', () => {
  const variables = [{ name: 'KEY', value: '-----BEGIN\nhunter2\n-----END' }];
  expect(shownLines(['key: -----BEGIN\nhunter2\n-----END'], variables)).toEqual(['key: [value of KEY]']);
});
