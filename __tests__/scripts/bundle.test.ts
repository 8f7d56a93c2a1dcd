import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const linesOf = (name: string): readonly string[] => {
  const folder = join('node_modules/@actions', name, 'lib');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'))
    .map((line) => line.trim());
};

test('undici, which the bundle leaves out, makes the agent of a dispatcher alone', () => {
  const naming = linesOf('http-client').filter((line) => /undici|\bProxyAgent\b/.test(line));
  expect(naming).toEqual([
    "import { ProxyAgent } from 'undici';",
    expect.stringMatching(/^proxyAgent = new ProxyAgent\(/),
  ]);
});

test('@actions/core asks for no dispatcher', () => {
  expect(linesOf('core').filter((line) => line.includes('Dispatcher'))).toEqual([]);
});
