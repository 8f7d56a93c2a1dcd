import { afterAll, expect, test } from '@jest/globals';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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

test('a Dockerfile counts byte for byte, though no text is in its bytes', async () => {
  const digestOf = async (byte: number): Promise<string> => {
    writeFileSync(join(workspace, 'bytes'), Buffer.concat([Buffer.from('FROM scratch\nENV A='), Buffer.of(byte)]));
    return (await sourceOf({ file: 'bytes', context: '..build' })).digest;
  };
  expect(await digestOf(0xff)).not.toBe(await digestOf(0xfe));
});

test('permissions that git does not keep count', async () => {
  const { digest } = await sourceOf({});
  chmodSync(join(workspace, 'Dockerfile'), 0o600);
  expect((await sourceOf({})).digest).not.toBe(digest);
  chmodSync(join(workspace, 'Dockerfile'), 0o644);
  expect((await sourceOf({})).digest).toBe(digest);
});

test.each([
  ['ADD https://a/1 /', 'named:3 takes https://a/1, which is fetched when it is built: its changes are not seen.'],
  ['FROM a:$TARGETARCH', 'named:3 takes a:$TARGETARCH, which only the builder can name: its changes are not seen.'],
])('what no hash sees is said with its line: %s', async (line, sentence) => {
  writeFileSync(join(workspace, 'named'), `# syntax=docker/dockerfile:1\nFROM scratch\n${line}\n`);
  expect(await sourceOf({ file: 'named', context: '..build' })).toMatchObject({
    bases: ['docker/dockerfile:1'],
    unseen: [sentence],
  });
});

test('a frontend of somebody else is said, and may know any stage', async () => {
  writeFileSync(join(workspace, 'foreign'), '// syntax=example/packs\n');
  expect(await sourceOf({ file: 'foreign', context: '..build', target: 'web' })).toMatchObject({
    bases: ['example/packs'],
    unseen: [
      "foreign:1 has it read by example/packs, which is none of Docker's frontends: of what that takes, only the context is sure to be seen.",
    ],
  });
});

const problemsFor = async (...given: Parameters<typeof sourceOf>): Promise<readonly string[]> => {
  try {
    await sourceOf(...given);
  } catch (error) {
    if (error instanceof UserError) return error.problems.map(({ message }) => message);
    throw error;
  }
  return [];
};

test('a link that leads out of its folder is an error: the builder would not follow it, and send what it should not', async () => {
  mkdirSync(join(workspace, 'linked'));
  writeFileSync(join(workspace, 'common'), 'secret');
  writeFileSync(join(workspace, 'linked/Dockerfile'), 'FROM scratch');
  symlinkSync('../common', join(workspace, 'linked/.dockerignore'));
  expect(await problemsFor({ context: 'linked' })).toEqual([
    'linked/.dockerignore is a link that leads out of its folder, or is absolute, which the builder does not follow.',
  ]);
  rmSync(join(workspace, 'linked/.dockerignore'));
  symlinkSync('ignored', join(workspace, 'linked/.dockerignore'));
  writeFileSync(join(workspace, 'linked/ignored'), 'secret');
  expect(await problemsFor({ context: 'linked' })).toEqual([]);
  symlinkSync('../Dockerfile', join(workspace, 'linked/Linked.Dockerfile'));
  expect(await problemsFor({ context: 'linked', file: 'linked/Linked.Dockerfile' })).toEqual([
    'linked/Linked.Dockerfile is a link that leads out of its folder, or is absolute, which the builder does not follow.',
  ]);
});

test('a secret that is empty is an error: so comes one that does not exist', async () => {
  const secrets = [{ id: 'token', from: 'env', variable: 'TOKEN' } as const];
  expect(await problemsFor({ secrets }, { TOKEN: '' })).toEqual([
    'The build secret token cannot be read: the variable TOKEN is empty.',
  ]);
  expect(await problemsFor({ secrets }, { TOKEN: 'a' })).toEqual([]);
});

test('another target of the builder is no context: what it is made of would be in no digest', async () => {
  expect(await problemsFor({ buildContexts: new Map([['lib', 'target:api']]) })).toEqual([
    'The build context lib is another target of a bake file, which there is none of here.',
  ]);
});

test('a link that is absolute is not followed either, though it leads into its folder', async () => {
  mkdirSync(join(workspace, 'absolute'));
  writeFileSync(join(workspace, 'absolute/Real'), 'FROM scratch');
  symlinkSync(join(workspace, 'absolute/Real'), join(workspace, 'absolute/Dockerfile'));
  expect(await problemsFor({ context: 'absolute' })).toEqual([
    'absolute/Dockerfile is a link that leads out of its folder, or is absolute, which the builder does not follow.',
  ]);
  symlinkSync('Real', join(workspace, 'absolute/Relative'));
  expect(await problemsFor({ context: 'absolute', file: 'absolute/Relative' })).toEqual([]);
});
