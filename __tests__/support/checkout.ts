import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type ActionRun, type Ended, runAction } from './action.ts';
import { builder } from './docker.ts';
import { openRegistry, type RegistryStage } from './registry.ts';

/** A checkout in git, and the sandbox's registry that it is built to. */
export interface Checkout extends RegistryStage {
  readonly workspace: string;
  /** RUNNER_TEMP of every step. */
  readonly temporary: string;
  readonly git: (...args: readonly string[]) => string;
  readonly write: (files: Readonly<Record<string, string | Buffer>>) => void;
  /** Runs build-push through dist, whatever the age of what is there, with the builder of BuildKit unless another one is named. */
  readonly build: (inputs?: Readonly<Record<string, string>>, more?: Partial<ActionRun>) => Promise<Ended>;
  /** What is left of logins: folders below RUNNER_TEMP. */
  readonly leftovers: () => readonly string[];
}

/** Prints what `SAID` was when it runs; nothing can be pulled where tests run. */
const DOCKERFILE = `FROM scratch AS base
COPY busybox /bin/sh
FROM base
ARG SAID=hello
COPY app /app
RUN echo "$SAID" > /said
CMD ["/bin/sh", "-c", "while read -r line; do echo \\"$line\\"; done < /said"]
`;

/** The engine of the tests is that of whoever runs them. */
const { DOCKER_HOST } = process.env;

export async function openCheckout(
  scenario = 'repositories: [{ name: web }, { name: api }]',
  change?: Parameters<typeof openRegistry>[1],
): Promise<Checkout> {
  const stage = await openRegistry(scenario, change);
  const folder = mkdtempSync(join(tmpdir(), 'checkout-'));
  const workspace = join(folder, 'work');
  const temporary = join(folder, 'temporary');
  for (const path of [workspace, temporary]) mkdirSync(path);
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
      cwd: workspace,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_GLOBAL: '/dev/null' },
    }).trim();
  const write = (files: Readonly<Record<string, string | Buffer>>): void => {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(workspace, name)), { recursive: true });
      writeFileSync(join(workspace, name), content);
    }
  };
  copyFileSync('/bin/busybox', join(workspace, 'busybox'));
  write({ Dockerfile: DOCKERFILE, '.dockerignore': '.git\n', 'app/main': '1' });
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'first');
  return {
    ...stage,
    workspace,
    temporary,
    git,
    write,
    build: (inputs = {}, more = {}) =>
      runAction({
        action: 'build-push',
        endpoint: stage.endpoint,
        workspace,
        ...more,
        inputs: { repository: 'web', builder, cache: 'none', tags: 'v1', 'max-age': '9999d', ...inputs },
        env: {
          HOME: homedir(),
          RUNNER_TEMP: temporary,
          GITHUB_SHA: git('rev-parse', 'HEAD'),
          GITHUB_REF: 'refs/heads/main',
          GITHUB_REF_NAME: 'main',
          ...(DOCKER_HOST === undefined ? {} : { DOCKER_HOST }),
          ...more.env,
        },
      }),
    leftovers: () => readdirSync(temporary),
    [Symbol.asyncDispose]: async () => {
      rmSync(folder, { recursive: true });
      await stage[Symbol.asyncDispose]();
    },
  };
}
