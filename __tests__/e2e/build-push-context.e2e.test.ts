import { execFile } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@jest/globals';
import fc from 'fast-check';
import { describeSource } from '../../src/build/input-digest/describe.ts';
import { parseIgnore } from '../../src/build/input-digest/ignore.ts';
import { type LoadedTree, loadTree } from '../../src/build/input-digest/load.ts';
import type { Source } from '../../src/build/input-digest/source.ts';
import { UserError } from '../../src/inputs/problem.ts';
import { checkout } from '../support/action.ts';
import { buildOptions, imageSpec } from '../support/build-request.ts';
import { type ContextTree, contextTree } from '../support/context-trees.ts';
import { builder, dockerTest } from '../support/docker.ts';

const PARTS = ['Docker Buildx', 'a builder on buildkitd'] as const;
const run = promisify(execFile);
const { signal } = new AbortController();

interface Seen {
  /** What the input digest takes in of a folder. */
  readonly ours: LoadedTree;
  /** What BuildKit was sent of it. */
  readonly theirs: LoadedTree;
}

/** Builds `FROM scratch` with all of each folder, by its own .dockerignore, and compares: all in one build. */
async function sent(
  folders: readonly { readonly path: string; readonly ignore: string }[],
): Promise<readonly Seen[]> {
  const place = mkdtempSync(join(tmpdir(), 'sent-'));
  const names = folders.map((_, index) => `context${index}`);
  const file = join(place, 'Dockerfile');
  writeFileSync(
    file,
    ['FROM scratch', ...names.map((name) => `COPY --from=${name} / /${name}/`), ''].join('\n'),
  );
  const out = join(place, 'out');
  const contexts = folders.flatMap(({ path }, index) => ['--build-context', `context${index}=${path}`]);
  await run('docker', [
    'buildx',
    'build',
    '--builder',
    builder,
    '--output',
    `type=tar,dest=${out}.tar`,
    ...contexts,
    '--file',
    file,
    place,
  ]);
  mkdirSync(out);
  await run('tar', ['-xpf', `${out}.tar`, '-C', out]);
  const seen = await Promise.all(
    folders.map(async ({ path, ignore }, index) => ({
      ours: await loadTree(path, parseIgnore(ignore).rules, signal),
      theirs: await loadTree(join(out, `context${index}`), [], signal),
    })),
  );
  rmSync(place, { recursive: true });
  return seen;
}

function made({ ignore, paths }: ContextTree): { readonly path: string; readonly ignore: string } {
  const files = Object.fromEntries(paths.map((path) => [path, path]));
  const path = checkout({ ...files, '.dockerignore': ignore });
  return { path, ignore: ignore.toString() };
}

const HAND_WRITTEN: readonly ContextTree[] = [
  { ignore: '\uFEFFa\r\n  b  \r\n# c\r\n!a/keep \r\n', paths: ['a/keep', 'a/drop', 'b', 'c', '# c'] },
  { ignore: '**/*.md\n!docs', paths: ['docs/a.md', 'docs/b', 'c.md'] },
  { ignore: '**/*.md\n!docs/**', paths: ['docs/a.md', 'docs/b/c.md', 'c.md'] },
  { ignore: '**\n!src/**/*.ts', paths: ['src/a.ts', 'src/x/b.ts', 'src/y/z/c.ts', 'src/y/d.js', 'e'] },
  { ignore: 'd\n!d/x\nd', paths: ['d/y', 'd/z/x'] },
  {
    ignore: '**a\nb**\n/ c\n\\d\n[e*]',
    paths: ['xa', 'y/za/b', 'b', 'bc/d', 'c', '1', 'd', '[]', 'e]', 'e'],
  },
  { ignore: '\u0085a\u3000\nb\uFEFF\nx^*', paths: ['a', 'b', 'b\uFEFF', 'x^', 'x^y'] },
  { ignore: Buffer.from('ff2a0a', 'hex'), paths: ['a'] },
  { ignore: '*', paths: ['a/b', 'c'] },
];

dockerTest(
  'what is hashed is what BuildKit is sent, pattern by pattern and for many at random',
  PARTS,
  async () => {
    const seed = Number(process.env['PROPERTY_SEED'] ?? 1);
    const trees = [...HAND_WRITTEN, ...fc.sample(contextTree, { seed, numRuns: 40 })];
    const folders = trees.map(made);
    const seen = await sent(folders);
    const wrong = seen.flatMap(({ ours, theirs }, index) =>
      JSON.stringify(ours) === JSON.stringify(theirs) ? [] : [{ ...trees[index], ours, theirs }],
    );
    expect(wrong).toEqual([]);
    // The patterns do meet the trees.
    const all = await Promise.all(folders.map(({ path }) => loadTree(path, [], signal)));
    expect(seen.filter(({ ours }, index) => ours.id !== all[index]?.id).length).toBeGreaterThan(
      trees.length / 3,
    );
    for (const { path } of folders) rmSync(path, { recursive: true });
  },
);

const NAMES = [
  ...[
    'plain',
    'ünïcode',
    'u\u0308',
    '日本語',
    '한국어',
    'עברית',
    'العربية',
    'हिन्दी',
    'ไทย',
    'Ελληνικά',
    '🐟👩‍🚀',
    '\u200b',
  ],
  ...[
    'line\nbreak',
    'tab\t',
    ' blank ',
    'quote"',
    "apostrophe'",
    'back\\slash',
    '-dash',
    '$HOME',
    '%41',
    '*',
    'a:b',
    '\u0001',
  ],
];

dockerTest(
  'names in every writing system and of no text at all, links, sockets and pipes are hashed as sent',
  PARTS,
  async () => {
    const path = checkout(Object.fromEntries(NAMES.map((name) => [join(name, name), name])));
    const invalid = (...bytes: readonly number[]): Buffer =>
      Buffer.concat([Buffer.from(`${path}/`), Buffer.from(bytes)]);
    writeFileSync(invalid(0xff, 0xfe), 'sent');
    writeFileSync(invalid(0xe6, 0x97), 'sent, since no pattern can name it');
    mkdirSync(invalid(0xfd));
    mkdirSync(join(path, 'empty/within'), { recursive: true });
    chmodSync(join(path, 'plain/plain'), 0o755);
    linkSync(join(path, 'plain/plain'), join(path, 'hard'));
    symlinkSync('.', join(path, 'loop'));
    symlinkSync('itself', join(path, 'itself'));
    symlinkSync('/etc/hostname', join(path, 'outside'));
    await run('mkfifo', [join(path, 'pipe')]);
    const server = createServer().listen(join(path, 'socket'));
    await once(server, 'listening');
    const ignore = Buffer.concat([Buffer.from([0xe6, 0x97, 0x0a]), Buffer.from('עברית\n한*/한국어\n')]);
    writeFileSync(join(path, '.dockerignore'), ignore);
    const [seen] = await sent([{ path, ignore: ignore.toString() }]);
    server.close();
    expect(seen?.ours).toEqual(seen?.theirs);
    // Two of the names are left out; beside them .dockerignore, two of no text, a hard link, three links, pipe, socket.
    expect(seen?.ours.files).toBe(NAMES.length - 2 + 9);
    rmSync(path, { recursive: true });
  },
);

dockerTest(
  'permissions are hashed as sent, of files, of folders and of what may be executed; those of the context are not sent',
  PARTS,
  async () => {
    const modes: Readonly<Record<string, number>> = {
      plain: 0o644,
      secret: 0o600,
      shared: 0o664,
      'executed-by-others': 0o645,
      none: 0,
      run: 0o755,
      'run-by-owner': 0o700,
      'run-by-group': 0o750,
      'set-user-id': 0o4755,
      'set-group-id': 0o2755,
      'folder/in-it': 0o640,
      folder: 0o750,
      'sticky/in-it': 0o644,
      sticky: 0o1777,
      'group-of-folder/in-it': 0o644,
      'group-of-folder': 0o2775,
      empty: 0o700,
      pipe: 0o600,
      '': 0o711,
    };
    const isFile = (name: string): boolean =>
      !Object.keys(modes).some((other) => other.startsWith(`${name}/`));
    const files = Object.keys(modes).filter((name) => !['empty', 'pipe', ''].includes(name) && isFile(name));
    const path = checkout(Object.fromEntries(files.map((name) => [name, name])));
    mkdirSync(join(path, 'empty'));
    await run('mkfifo', [join(path, 'pipe')]);
    for (const [name, mode] of Object.entries(modes)) chmodSync(join(path, name), mode);
    const [seen] = await sent([{ path, ignore: '' }]);
    expect(seen?.ours).toEqual(seen?.theirs);
    const plain = ['plain', 'run', 'sticky/in-it', 'group-of-folder/in-it', ''];
    const others = Object.keys(modes).filter((name) => !plain.includes(name));
    expect(seen?.ours.permissions).toEqual(
      others.sort().map((name) => `${(modes[name] ?? 0).toString(8).padStart(4, '0')} ${name}`),
    );
    rmSync(path, { recursive: true });
  },
);

dockerTest(
  'a NAME.dockerignore beside the Dockerfile comes before the .dockerignore of the context, as it does for BuildKit',
  PARTS,
  async () => {
    const dockerfile = 'FROM scratch\nCOPY . /\n';
    const workspace = checkout({
      'app/.dockerignore': 'by-context\n',
      'app/by-context': '1',
      'app/by-name/a': '2',
      'app/by-name/b.md': '3',
      'app/both': '4',
      'app/Dockerfile': dockerfile,
      'app/Dockerfile.dockerignore': '*\n!by-name\n**/*.md\n',
      'deploy/web.Dockerfile': dockerfile,
      'deploy/web.Dockerfile.dockerignore': 'by-name\n.dockerignore\n',
      // Belongs to no Dockerfile.
      'deploy/.dockerignore': '*\n',
      'deploy/plain.Dockerfile': dockerfile,
    });
    const files = ['deploy/web.Dockerfile', 'app/Dockerfile', 'deploy/plain.Dockerfile'];
    const seen = await Promise.all(
      files.map(async (file, index) => {
        const out = join(workspace, `sent${index}`);
        mkdirSync(out);
        await run('docker', [
          ...['buildx', 'build', '--builder', builder, '--output', `type=tar,dest=${out}.tar`],
          ...['--file', join(workspace, file), join(workspace, 'app')],
        ]);
        await run('tar', ['-xpf', `${out}.tar`, '-C', out]);
        return {
          ours: await sourceOf(workspace, 'app', file),
          theirs: await sourceOf(workspace, `sent${index}`, 'deploy/plain.Dockerfile'),
          names: readdirSync(out, { recursive: true, encoding: 'utf8' }).sort(),
        };
      }),
    );
    for (const { ours, theirs } of seen) expect(ours).toEqual(theirs);
    expect(seen.map(({ names }) => names)).toEqual([
      ['Dockerfile', 'Dockerfile.dockerignore', 'both', 'by-context'],
      ['by-name', 'by-name/a'],
      [
        '.dockerignore',
        'Dockerfile',
        'Dockerfile.dockerignore',
        'both',
        'by-name',
        'by-name/a',
        'by-name/b.md',
      ],
    ]);
    rmSync(workspace, { recursive: true });
  },
);

/** What the input digest says of a folder. */
async function sourceOf(
  workspace: string,
  context: string,
  file: string,
): Promise<Pick<Source, 'digest' | 'files' | 'bytes'>> {
  const source = await describeSource(imageSpec({ context, file }), {
    options: buildOptions,
    environment: {},
    workspace,
    signal,
  });
  if (!source.ok) throw new UserError(source.problems);
  const { digest, files, bytes } = source.value;
  return { digest, files, bytes };
}
