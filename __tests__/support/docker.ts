import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { test } from '@jest/globals';
import { runCli } from './aws-cli.ts';
import { openRegistry, type RegistryStage } from './registry.ts';

const run = promisify(execFile);

/** The builder and the registry that `.ci/docker` starts. */
export const builder = 'ecs-deploy-toolkit';
export const otherRegistry = '127.0.0.1:5055';

const checks = {
  'a Docker engine': () => run('docker', ['version']),
  'Docker Buildx': () => run('docker', ['buildx', 'version']),
  'a builder on buildkitd': async () => {
    const { stdout } = await run('docker', ['buildx', 'inspect', '--timeout', '5s', builder]);
    if (!/Status: +running/.test(stdout)) throw new Error(stdout);
  },
  // Under the name by which Buildx looks for it.
  'the image of BuildKit': () => run('docker', ['image', 'inspect', 'moby/buildkit:buildx-stable-1']),
  'docker-registry': () => fetch(`http://${otherRegistry}/v2/`),
  'the command skopeo': () => run('skopeo', ['--version']),
  'a command of Docker with a BuildKit of its own': async () => {
    const { stdout } = await run('/usr/bin/docker', ['--version']);
    if (Number(/version (\d+)/.exec(stdout)?.[1]) >= 23) throw new Error(stdout);
  },
  'the commands of OpenSSH': () => run('ssh', ['-V']),
  'the command aws': () => run('aws', ['--version']),
  'the command prlimit': () => run('prlimit', ['--version']),
  'a static /bin/busybox': () => run('/bin/busybox', ['true']),
} as const;

export type Part = keyof typeof checks;

const missing = new Set<string>();
for (const [part, check] of Object.entries(checks)) {
  await check().catch(() => missing.add(part));
}

/** Removes what the engine has of a registry. */
export async function removeImages(host: string): Promise<void> {
  const { stdout } = await run('docker', ['image', 'ls', '-q', '--filter', `reference=${host}/*`]);
  const ids = new Set(stdout.split('\n').filter((id) => id !== ''));
  if (ids.size > 0) await run('docker', ['rmi', '-f', ...ids]);
}

/** Those of the parts that are not there. */
export const missingOf = (parts: readonly Part[]): readonly Part[] =>
  parts.filter((part) => missing.has(part));

/** A test with real parts, which `.ci/docker` installs: without one of them skipped; with REQUIRE_ALL, failed. */
export function dockerTest(name: string, parts: readonly Part[], body: () => Promise<void>): void {
  const lacking = missingOf(parts);
  const isNeeded = lacking.length === 0 || process.env['REQUIRE_ALL'] === '1';
  const title = lacking.length === 0 ? name : `${name} (skipped: ${lacking.join(', ')} is missing)`;
  (isNeeded ? test : test.skip)(title, body, 300_000);
}

/** The sandbox's registry with Docker beside it, whose configuration is of this stage alone. */
export interface DockerStage extends RegistryStage {
  /** A folder with a Dockerfile: an image from scratch with busybox, which prints `/said` when it runs. */
  readonly context: string;
  /** What the command says, on both streams. Rejects with it when the command fails. */
  readonly command: (name: string, ...args: readonly string[]) => Promise<string>;
  aws(...args: readonly string[]): Promise<string>;
  /** Logs Docker in with `aws ecr get-login-password`. */
  login(): Promise<void>;
  /** Builds the context with Docker's own BuildKit under the name of a repository and tag; gives back the reference. */
  build(name: string, said: string): Promise<string>;
}

export async function openDocker(scenario: string): Promise<DockerStage> {
  const stage = await openRegistry(scenario);
  const folder = mkdtempSync(join(tmpdir(), 'docker-'));
  const context = join(folder, 'context');
  mkdirSync(context);
  copyFileSync('/bin/busybox', join(context, 'busybox'));
  writeFileSync(join(context, 'Dockerfile'), dockerfile);
  const own = process.env['DOCKER_CONFIG'] ?? join(homedir(), '.docker');
  symlinkSync(join(own, 'cli-plugins'), join(folder, 'cli-plugins'));
  const env = {
    PATH: process.env['PATH'],
    HOME: homedir(),
    DOCKER_CONFIG: folder,
    BUILDX_CONFIG: join(own, 'buildx'),
    DOCKER_BUILDKIT: '1',
  };
  const command = async (name: string, ...args: readonly string[]) => {
    const { stdout, stderr } = await run(name, [...args], { env });
    return `${stdout}${stderr}`;
  };
  const aws = (...args: readonly string[]) => runCli(stage.endpoint, args);
  let hasBuilt = false;
  return {
    ...stage,
    context,
    command,
    aws,
    login: async () => {
      const password = await aws('ecr', 'get-login-password');
      const login = run('docker', ['login', '-u', 'AWS', '--password-stdin', stage.host], { env });
      login.child.stdin?.end(password);
      await login;
    },
    build: async (name, said) => {
      hasBuilt = true;
      const reference = `${stage.host}/${name}`;
      await command('docker', 'build', '--build-arg', `SAID=${said}`, '-t', reference, context);
      return reference;
    },
    [Symbol.asyncDispose]: async () => {
      if (hasBuilt) {
        const ids = await command('docker', 'image', 'ls', '-q', '--filter', `reference=${stage.host}/*`);
        await command('docker', 'rmi', '-f', ...new Set(ids.trim().split('\n')));
      }
      rmSync(folder, { recursive: true });
      await stage[Symbol.asyncDispose]();
    },
  };
}

const dockerfile = `FROM scratch
COPY busybox /bin/sh
ARG SAID
RUN echo "$SAID" > /said
CMD ["/bin/sh", "-c", "while read line; do echo $line; done < /said"]
`;
