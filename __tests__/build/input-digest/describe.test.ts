import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeSource, type SourceContext } from '../../../src/build/input-digest/describe.ts';
import type { Source } from '../../../src/build/input-digest/source.ts';
import { UserError } from '../../../src/inputs/problem.ts';
import { buildOptions, imageSpec } from '../../support/build-request.ts';

const workspace = mkdtempSync(join(tmpdir(), 'source-'));
writeFileSync(join(workspace, 'Dockerfile'), 'FROM scratch');
afterAll(() => rmSync(workspace, { recursive: true }));

async function sourceOf(
  image: Parameters<typeof imageSpec>[0],
  environment: SourceContext['environment'] = {},
): Promise<Source> {
  const { signal } = new AbortController();
  const source = await describeSource(imageSpec(image), { options: buildOptions, environment, workspace, signal });
  if (!source.ok) throw new UserError(source.problems);
  return source.value;
}

test('a default platform of the environment counts where none is named', async () => {
  const digestOf = async (platforms: readonly string[], DOCKER_DEFAULT_PLATFORM?: string): Promise<string> =>
    (await sourceOf({ platforms }, { DOCKER_DEFAULT_PLATFORM })).digest;
  const digests = [digestOf([]), digestOf([], 'linux/s390x'), digestOf(['linux/s390x'])];
  expect(new Set(await Promise.all(digests)).size).toBe(3);
  expect(await digestOf(['linux/amd64'], 'linux/s390x')).toBe(await digestOf(['linux/amd64']));
});

test.each([
  ['https://user:token@example.com/a.git', true],
  ['git@example.com:a.git', true],
  ['docker-image://ruby', false],
  ['.', false],
])('whether the build context %s is told to be fetched: %s, without its URL', async (source, isTold) => {
  const { unseen } = await sourceOf({ buildContexts: new Map([['lib', source]]) });
  expect(unseen).toEqual(
    isTold ? ['The build context lib is fetched when it is built: its changes are not seen.'] : [],
  );
});

test('a folder of the checkout may begin with two dots', async () => {
  mkdirSync(join(workspace, '..build'));
  writeFileSync(join(workspace, '..build/Dockerfile'), 'FROM scratch');
  expect((await sourceOf({ file: '..build/Dockerfile' })).dockerfile).toBe(join(workspace, '..build/Dockerfile'));
});

describe('a Dockerfile that is a link', () => {
  const folder = join(workspace, 'links');
  mkdirSync(join(folder, 'in'), { recursive: true });
  for (const path of ['in/real', 'outside']) writeFileSync(join(folder, path), 'FROM scratch');
  symlinkSync('real', join(folder, 'in/down'));
  symlinkSync('down', join(folder, 'in/chain'));
  symlinkSync('../outside', join(folder, 'in/up'));
  symlinkSync(join(folder, 'in/real'), join(folder, 'in/absolute'));
  symlinkSync('in', join(folder, 'folder'));

  test.each(['in/down', 'in/chain', 'folder/down'])('is read in its folder: %s', async (path) => {
    expect((await sourceOf({ file: `links/${path}` })).dockerfile).toBe(join(folder, path));
  });

  test.each(['in/up', 'in/absolute'])('is refused where the builder does not follow it: %s', async (path) => {
    await expect(sourceOf({ file: `links/${path}` })).rejects.toThrow(
      `The Dockerfile links/${path} is a link that the builder cannot follow`,
    );
  });
});
