import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadTree } from '../../../src/build/input-digest/load.ts';
import { parseIgnore } from '../../../src/build/input-digest/ignore.ts';

const folder = mkdtempSync(join(tmpdir(), 'tree-'));
const signal = new AbortController().signal;
afterAll(() => rmSync(folder, { recursive: true }));

const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
  }).trim();

function write(path: string, content: string | Buffer = path): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

const idOf = async (path = '.', ignore = ''): Promise<string> =>
  (await loadTree(join(folder, path), parseIgnore(ignore).rules, signal)).id;

beforeAll(() => {
  process.umask(0o022);
  git('init', '-q');
  write('app/main.rb');
  // Git sorts `a.b` before the folder `a`, and `a0` behind it.
  for (const name of ['a/x', 'a.b', 'a0', 'a-', 'empty']) write(`app/${name}`, name === 'empty' ? '' : name);
  write('app/日本語/🐟.txt');
  write('app/line\nbreak');
  writeFileSync(Buffer.concat([Buffer.from(join(folder, 'app/')), Buffer.from([0xff, 0xfe, 0x2e])]), 'invalid');
  write('app/large', Buffer.alloc(5_000_000, 'x'));
  write('app/run');
  chmodSync(join(folder, 'app/run'), 0o755);
  symlinkSync('.', join(folder, 'app/loop'));
  symlinkSync('nowhere', join(folder, 'app/dangling'));
  git('add', '-A');
  git('commit', '-qm', 'all');
});

describe('the id of a folder', () => {
  test.each(['app', 'app/a', 'app/日本語'])('%s is the id of its tree in HEAD when it is clean', async (path) => {
    expect(await idOf(path)).toBe(git('rev-parse', `HEAD:${path}`));
  });

  test('tells what the builder is sent', async () => {
    const { files, bytes, hasGitFolder } = await loadTree(join(folder, 'app/a'), [], signal);
    expect({ files, bytes, hasGitFolder }).toEqual({ files: 1, bytes: 3, hasGitFolder: false });
  });

  test('of a checkout says that .git is sent, and does not count it', async () => {
    const { id, hasGitFolder } = await loadTree(folder, [], signal);
    expect({ id, hasGitFolder }).toEqual({ id: git('rev-parse', 'HEAD^{tree}'), hasGitFolder: true });
    expect((await loadTree(folder, parseIgnore('.git').rules, signal)).hasGitFolder).toBe(false);
  });
});

describe('a change that git does not know of changes the id', () => {
  const changes: readonly (readonly [string, () => void, () => void])[] = [
    ['a file that is not tracked', () => write('app/new'), () => rmSync(join(folder, 'app/new'))],
    [
      'a file that git ignores',
      () => {
        write('.gitignore', 'app/secret');
        write('app/secret');
      },
      () => rmSync(join(folder, 'app/secret')),
    ],
    [
      'an executable bit',
      () => chmodSync(join(folder, 'app/main.rb'), 0o755),
      () => chmodSync(join(folder, 'app/main.rb'), 0o644),
    ],
    ['content', () => write('app/main.rb', 'else'), () => write('app/main.rb')],
  ];

  test.each(changes)('%s', async (_, change, back) => {
    const before = await idOf('app');
    change();
    expect(await idOf('app')).not.toBe(before);
    back();
    expect(await idOf('app')).toBe(before);
  });
});

describe('permissions', () => {
  const permissionsOf = async (path: string, ignore = ''): Promise<readonly string[]> =>
    (await loadTree(join(folder, path), parseIgnore(ignore).rules, signal)).permissions;

  test('of a clean checkout are told by its id alone', async () => {
    expect(await permissionsOf('app')).toEqual([]);
  });

  test.each([
    ['main.rb', 0o600, '0600'],
    ['main.rb', 0o664, '0664'],
    ['main.rb', 0o645, '0645'],
    ['run', 0o750, '0750'],
    ['run', 0o4755, '4755'],
    ['a', 0o2775, '2775'],
    ['a/x', 0o000, '0000'],
    ['日本語', 0o1777, '1777'],
  ])('of %s that are %o are told beside an id that stays', async (name, mode, told) => {
    const path = join(folder, 'app', name);
    const before = { mode: statSync(path).mode, id: await idOf('app') };
    chmodSync(path, mode);
    const { permissions, id } = await loadTree(join(folder, 'app'), [], signal).finally(() => chmodSync(path, before.mode));
    expect({ permissions, id }).toEqual({ permissions: [`${told} ${name}`], id: before.id });
  });

  test('are sorted by path, of empty folders too, and of what is left out no matter', async () => {
    for (const name of ['b', 'a/hollow', 'left/deep']) mkdirSync(join(folder, 'modes', name), { recursive: true });
    for (const name of ['b', 'a/hollow', 'a', 'left']) chmodSync(join(folder, 'modes', name), 0o700);
    expect(await permissionsOf('modes', 'left')).toEqual(['0700 a', '0700 a/hollow', '0700 b']);
    expect(await permissionsOf('modes', 'left\n!left/deep')).toEqual(['0700 a', '0700 a/hollow', '0700 b', '0700 left']);
  });

  test('of the context itself are none that anything is sent of', async () => {
    chmodSync(join(folder, 'modes'), 0o700);
    expect(await permissionsOf('modes', '*')).toEqual([]);
  });
});

describe('what is left out', () => {
  test('does not change the id', async () => {
    const before = await idOf('app', 'tmp\n*.log');
    write('app/tmp/a');
    write('app/b.log');
    expect(await idOf('app', 'tmp\n*.log')).toBe(before);
  });

  test('leaves its folder behind, as the builder is sent it', async () => {
    write('app/cache/b');
    mkdirSync(join(folder, 'app/hollow/deep'), { recursive: true });
    const { emptyFolders } = await loadTree(join(folder, 'app'), parseIgnore('cache/*').rules, signal);
    expect(emptyFolders).toEqual(['cache', 'hollow/deep']);
  });

  test('is entered where an exception can bring something back', async () => {
    write('app/vendor/keep/a');
    write('app/vendor/drop/a');
    const { files } = await loadTree(join(folder, 'app/vendor'), parseIgnore('drop').rules, signal);
    const excepted = await loadTree(join(folder, 'app'), parseIgnore('**\n!vendor/keep').rules, signal);
    expect([files, excepted.files]).toEqual([1, 1]);
  });
});
