import { execFileSync } from 'node:child_process';
import { arch } from 'node:os';
import { expect } from '@jest/globals';
import { canonicalText } from '../../src/build/input-digest/canonical.ts';
import { hexOf } from '../../src/build/input-digest/hex.ts';
import { inputTagText } from '../../src/build/tag/input.ts';
import { errorsOf } from '../support/action.ts';
import { buildOptions, imageSpec } from '../support/build-request.ts';
import { openCheckout } from '../support/checkout.ts';
import { dockerTest } from '../support/docker.ts';

const FOLDERS = 1_000;
const FILES_EACH = 100;
/** Docker needs some of its own, and Node, too. */
const OPEN_FILES = 128;
const HEAP_MEGABYTES = 64;

dockerTest(
  'a context of 100,000 files has the id that git gives it, with few files open and a small heap',
  ['Docker Buildx', 'a builder on buildkitd', 'a static /bin/busybox', 'the command prlimit'],
  async () => {
    await using checkout = await openCheckout();
    const { workspace, git } = checkout;
    execFileSync('git', ['fast-import', '--quiet'], {
      cwd: workspace,
      input: manyFiles(git('rev-parse', 'HEAD')),
    });
    git('reset', '-q', '--hard', 'refs/heads/many');
    const ended = await checkout.build(
      // To send them to the builder takes far longer than to read them.
      { 'dry-run': 'true' },
      {
        env: { NODE_OPTIONS: `--max-old-space-size=${HEAP_MEGABYTES}` },
        spawned: ({ pid }) => execFileSync('prlimit', ['--pid', String(pid), `--nofile=${OPEN_FILES}`]),
      },
    );
    expect([ended.exitCode, errorsOf(ended)]).toEqual([0, []]);
    // The Dockerfile, .dockerignore, busybox and app/main beside them.
    expect(ended.log).toContain(`${FOLDERS * FILES_EACH + 4} files`);
    const digest = await hexOf(
      canonicalText(imageSpec(), buildOptions, {
        context: { kind: 'tree', id: git('rev-parse', 'HEAD^{tree}'), emptyFolders: [], permissions: [] },
        dockerfile: await hexOf(git('show', 'HEAD:Dockerfile') + '\n'),
        builderPlatform: arch(),
        sourceDateEpoch: undefined,
        buildContexts: new Map(),
      }),
    );
    const noBases = await hexOf('[]');
    expect(ended.log).toContain(inputTagText({ source: digest.slice(0, 20), base: noBases.slice(0, 12) }));
  },
);

/** A commit with all of them, as git fast-import reads it: much faster than to write and add them one by one. */
function manyFiles(parent: string): string {
  const contents = Array.from({ length: FILES_EACH }, (_, file) => `content of ${file}`);
  const folders = Array.from({ length: FOLDERS }, (_, folder) => `${folder % 10}/${folder}`);
  return [
    ...contents.flatMap((content, file) => ['blob', `mark :${file + 1}`, `data ${content.length}`, content]),
    ...['commit refs/heads/many', 'committer a <a@example.com> 0 +0000', 'data 4', 'many', `from ${parent}`],
    ...folders.flatMap((folder) => contents.map((_, file) => `M 100644 :${file + 1} ${folder}/${file}`)),
    '',
  ].join('\n');
}
