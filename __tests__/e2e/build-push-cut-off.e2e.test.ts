import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import pLimit from 'p-limit';
import { type Ended, finalErrorsOf } from '../support/action.ts';
import { processesWith } from '../support/bad-build.ts';
import { openCheckout } from '../support/checkout.ts';
import { dockerTest, missingOf, removeImages } from '../support/docker.ts';

const PARTS = [
  'a Docker engine',
  'Docker Buildx',
  'a builder on buildkitd',
  'a static /bin/busybox',
] as const;

const run = promisify(execFile);
const AFTER_SIGINT_MS = 7_500;
const AFTER_SIGTERM_MS = 2_500;

/** As the runner ends a step: SIGINT, 7.5 s later SIGTERM, 2.5 s later SIGKILL, to the process alone. */
function cancel(child: ChildProcess): void {
  child.kill('SIGINT');
  const timers = [
    setTimeout(() => child.kill('SIGTERM'), AFTER_SIGINT_MS),
    setTimeout(() => child.kill('SIGKILL'), AFTER_SIGINT_MS + AFTER_SIGTERM_MS),
  ];
  child.once('exit', () => {
    for (const timer of timers) clearTimeout(timer);
  });
}

const kill = (child: ChildProcess): void => {
  child.kill('SIGKILL');
};

interface Moment {
  readonly name: string;
  /** When this operation arrives; nobody answers it. */
  readonly operation?: string;
  /** When the log has this text. */
  readonly seen?: string;
  readonly builder?: string;
}

/** From before the login to after the push. */
const MOMENTS: readonly Moment[] = [
  { name: 'while the repository is looked up', operation: 'DescribeRepositories' },
  { name: 'while the tags are looked up', operation: 'BatchGetImage' },
  { name: 'while a command of the Dockerfile runs', seen: 'load build context' },
  { name: 'while a layer is pushed', operation: 'InitiateLayerUpload' },
  { name: 'while the engine pushes', operation: 'InitiateLayerUpload', builder: 'default' },
  { name: 'while a tag is put', operation: 'PutImage' },
];

const DOCKERFILE = `FROM scratch
COPY busybox /bin/sh
COPY busybox /bin/sleep
ARG SECONDS
RUN ["/bin/sh", "-c", "exec /bin/sleep $SECONDS"]
`;

interface CutOff {
  readonly main: Ended;
  readonly post: Ended;
  /** Processes of the step that run after its post step. */
  readonly orphans: readonly string[];
  readonly leftovers: readonly string[];
  readonly leftBetween: readonly string[];
}

async function cutOff(
  { operation, seen, builder }: Moment,
  end: (child: ChildProcess) => void,
): Promise<CutOff> {
  let child: ChildProcess | undefined;
  let isCut = false;
  const cut = (): void => {
    if (isCut || child === undefined) return;
    isCut = true;
    end(child);
  };
  await using checkout = await openCheckout(undefined, (sandbox) => ({
    ...sandbox,
    handle: (request) => {
      const reply = sandbox.handle(request);
      if (operation === undefined || sandbox.requests.at(-1)?.operation !== operation) return reply;
      cut();
      return { kind: 'hang' };
    },
  }));
  checkout.write({ Dockerfile: DOCKERFILE });
  const inputs = {
    'build-args': `SECONDS=${seen === undefined ? 0 : 600}`,
    ...(builder === undefined ? {} : { builder }),
  };
  const main = await checkout.build(inputs, {
    spawned: (process) => (child = process),
    seen: (log) => {
      if (seen !== undefined && log.includes(seen)) cut();
    },
  });
  const leftBetween = checkout.leftovers();
  const post = await checkout.build(inputs, { after: main.state });
  await removeImages(checkout.host);
  return {
    main,
    post,
    orphans: processesWith(checkout.temporary),
    leftovers: checkout.leftovers(),
    leftBetween,
  };
}

const AT_ONCE = 4;
const limit = pLimit(AT_ONCE);
const isRun = missingOf(PARTS).length === 0;

for (const moment of MOMENTS) {
  const cancelled = isRun ? limit(() => cutOff(moment, cancel)) : undefined;
  cancelled?.catch(() => undefined);
  dockerTest(
    `cancelled ${moment.name}: the step removes its login and ends what it started`,
    PARTS,
    async () => {
      const { main, post, orphans, leftovers, leftBetween } = await (cancelled ?? cutOff(moment, cancel));
      expect({ orphans, leftovers, leftBetween }).toEqual({ orphans: [], leftovers: [], leftBetween: [] });
      expect(main.exitCode).toBe(1);
      expect(main.log).not.toMatch(/^\s+at /m);
      expect(finalErrorsOf(main).map(({ message }) => message)).toEqual([
        expect.stringMatching(
          moment.operation === 'PutImage' ? /Not all tags|cancelled/ : /The step was cancelled/,
        ),
      ]);
      expect(main.log + main.summary).not.toMatch(/nothing was changed/i);
      expect([post.exitCode, post.log]).toEqual([0, '']);
    },
  );

  const killed = isRun ? limit(() => cutOff(moment, kill)) : undefined;
  killed?.catch(() => undefined);
  dockerTest(
    `killed ${moment.name}: the post step removes the login and ends what was started`,
    PARTS,
    async () => {
      const { main, post, orphans, leftovers, leftBetween } = await (killed ?? cutOff(moment, kill));
      expect({ orphans, leftovers }).toEqual({ orphans: [], leftovers: [] });
      expect(main.exitCode).toBeNull();
      expect(post.exitCode).toBe(0);
      expect(post.log).not.toMatch(/^\s+at /m);
      if (leftBetween.length > 0)
        expect(post.log).toContain('The login of the step that was cut off is removed');
    },
  );
}

dockerTest('the post step removes a builder that was made for the step', PARTS, async () => {
  await using checkout = await openCheckout();
  const name = `ecs-deploy-toolkit-test-${process.pid}`;
  const directory = join(checkout.temporary, 'docker-config-test');
  mkdirSync(directory);
  writeFileSync(join(directory, 'config.json'), '{}', { mode: 0o600 });
  const { stdout: plugins } = await run('docker', [
    'info',
    '--format',
    '{{range .ClientInfo.Plugins}}{{if eq .Name "buildx"}}{{.Path}}{{end}}{{end}}',
  ]);
  mkdirSync(join(directory, 'cli-plugins'));
  await run('ln', ['-s', plugins.trim(), join(directory, 'cli-plugins/docker-buildx')]);
  const docker = (...args: readonly string[]) => run('docker', ['--config', directory, 'buildx', ...args]);
  await docker('create', '--name', name, '--driver', 'docker-container');
  const sleeper = spawn('/bin/busybox', ['sleep', '600'], { detached: true, stdio: 'ignore' });
  const gone = once(sleeper, 'exit');
  const traces = { configDirectory: directory, builder: name, groups: [sleeper.pid] };
  const post = await checkout.build({}, { after: new Map([['build', JSON.stringify(traces)]]) });
  expect([post.exitCode, await gone]).toEqual([0, [null, 'SIGKILL']]);
  expect(checkout.leftovers()).toEqual([]);
});

/** A docker on PATH of which one command ignores SIGINT and never ends; all others say what the engine's builder says. */
function hungDocker(folder: string, command: string): string {
  const path = join(folder, 'bin');
  mkdirSync(path);
  const script = `#!/bin/sh
case "$1 $2" in
  '${command}') : > ${folder}/hangs; echo hangs >&2; trap '' INT TERM; while :; do sleep 600; done ;;
  'buildx inspect') echo 'Driver: docker' ;;
esac
`;
  writeFileSync(join(path, 'docker'), script, { mode: 0o755 });
  return `${path}:${process.env['PATH'] ?? ''}`;
}

for (const command of ['buildx inspect', 'buildx create', 'buildx rm'] as const) {
  test(`a docker that hangs in ${command} does not hold a step that is cancelled: its login is removed`, async () => {
    await using checkout = await openCheckout();
    const folder = mkdtempSync(join(tmpdir(), 'hung-'));
    const env = { PATH: hungDocker(folder, command) };
    // Cancelled when docker hangs: a file says so, whose folder is watched.
    let child: ChildProcess | undefined;
    let isCut = false;
    const watcher = watch(folder, (_, name) => {
      if (isCut || name !== 'hangs' || child === undefined) return;
      isCut = true;
      cancel(child);
    });
    const inputs = { builder: '', cache: 'ecr' };
    const main = await checkout.build(inputs, { env, spawned: (process) => (child = process) });
    watcher.close();
    expect(isCut).toBe(true);
    expect([main.exitCode, main.log]).toEqual([1, expect.stringContaining('cancelled')]);
    expect(logins(checkout.temporary)).toEqual([]);
    expect(processesWith(checkout.temporary)).toEqual([]);
  });
}

/** The private configurations in which a login stands. */
const logins = (temporary: string): readonly string[] =>
  readdirSync(temporary).filter((name) => {
    const path = join(temporary, name, 'config.json');
    return existsSync(path) && readFileSync(path, 'utf8').includes('QVdTOg');
  });
