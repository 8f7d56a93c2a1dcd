import { execFile, execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Ended, runAction } from '../__tests__/support/action.ts';
import { openRegistry, type RegistryStage } from '../__tests__/support/registry.ts';

const run = promisify(execFile);

/** The builder that `.ci/docker` starts. */
export const BUILDER = 'ecs-deploy-toolkit';

/** What is not on this machine, or undefined. */
export async function missingPart(): Promise<string | undefined> {
  const checks: readonly (readonly [string, string, readonly string[]])[] = [
    ['Docker Buildx', 'docker', ['buildx', 'version']],
    [
      `the builder ${BUILDER} (.ci/docker makes it)`,
      'docker',
      ['buildx', 'inspect', '--timeout', '5s', BUILDER],
    ],
    ['a static /bin/busybox', '/bin/busybox', ['true']],
  ];
  for (const [part, command, args] of checks) {
    const said = await run(command, [...args]).catch(() => undefined);
    if (said === undefined || /^Status: +(?!running|\s)/m.test(said.stdout)) return part;
  }
  return undefined;
}

/** A checkout whose build has some weight, the sandbox's registry, and two ways to build to it. */
export interface BuildStage extends RegistryStage {
  readonly workspace: string;
  /** The built action, with the builder of BuildKit and without a cache unless told otherwise. */
  readonly ours: (
    inputs: Readonly<Record<string, string>>,
    env?: Readonly<Record<string, string>>,
  ) => Promise<Ended>;
  /** `docker buildx build` with these arguments, logged in already. */
  readonly direct: (builder: string, ...args: readonly string[]) => Promise<void>;
}

// As an application's: dependencies that are fetched (waiting) and unpacked (60 MB), then its code and its assets.
const DOCKERFILE = `FROM scratch AS base
COPY busybox /bin/busybox
RUN ["/bin/busybox", "--install", "/bin"]
FROM base AS dependencies
ARG ROUND
RUN echo "$ROUND" && sleep 10 && dd if=/dev/urandom of=/dependencies bs=1M count=60 && sha512sum /dependencies
FROM dependencies AS application
COPY app /app
RUN gzip -c /dependencies > /assets
FROM application AS web
RUN echo web > /service && sleep 2
FROM application AS api
RUN echo api > /service && sleep 2
FROM application AS sidekiq
RUN echo sidekiq > /service && sleep 2
`;

const FILES = 200;

export async function openBuildStage(): Promise<BuildStage> {
  const stage = await openRegistry('repositories: [{ name: web }, { name: api }, { name: sidekiq }]');
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const [workspace, config] = [join(folder, 'work'), join(folder, 'docker')];
  for (const path of [workspace, config]) mkdirSync(path);
  copyFileSync('/bin/busybox', join(workspace, 'busybox'));
  writeFileSync(join(workspace, 'Dockerfile'), DOCKERFILE);
  writeFileSync(join(workspace, '.dockerignore'), '.git\n');
  writeFiles(join(workspace, 'app'), FILES, 5_000);
  execFileSync('git', ['init', '-q'], { cwd: workspace });
  symlinkSync(join(homedir(), '.docker', 'cli-plugins'), join(config, 'cli-plugins'));
  const auths = { [stage.host]: { auth: await stage.token() } };
  writeFileSync(join(config, 'config.json'), JSON.stringify({ auths }), { mode: 0o600 });
  const direct = {
    PATH: process.env['PATH'],
    HOME: homedir(),
    DOCKER_CONFIG: config,
    BUILDX_CONFIG: join(homedir(), '.docker', 'buildx'),
  };
  return {
    ...stage,
    workspace,
    ours: async (inputs, env = {}) => {
      const ended = await runAction({
        action: 'build-push',
        endpoint: stage.endpoint,
        workspace,
        inputs: {
          ...{ repository: 'web', target: 'web', builder: BUILDER, cache: 'none', tags: 'v1' },
          // The sandbox's clock stands still on another day.
          'max-age': '9999d',
          ...inputs,
        },
        env: { HOME: homedir(), RUNNER_TEMP: folder, ...env },
      });
      if (ended.exitCode !== 0) throw new Error(ended.log);
      return ended;
    },
    direct: async (builder, ...args) => {
      await run(
        'docker',
        ['buildx', 'build', '--builder', builder, '--provenance=false', '--push', ...args, workspace],
        { env: direct, maxBuffer: 100_000_000 },
      );
    },
    [Symbol.asyncDispose]: async () => {
      rmSync(folder, { recursive: true });
      await stage[Symbol.asyncDispose]();
    },
  };
}

/** So many files of so many bytes, in folders of a hundred. */
export function writeFiles(folder: string, count: number, bytes: number): void {
  for (let at = 0; at < count; at += 1) {
    const path = join(folder, `${Math.floor(at / 100)}`, `${at}.txt`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${at}\n`.padEnd(bytes, `line ${at * 7919}\n`));
  }
}

/** How long it takes, in milliseconds. */
export async function took(body: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await body();
  return performance.now() - startedAt;
}
