import { randomBytes } from 'node:crypto';
import type { Builder, BuildPorts } from '../build/ports.ts';
import { runBuild } from './build.ts';
import { makeBuilder, removeBuilder } from './builder.ts';
import { makeConfigDirectory, removeConfigDirectory } from './config-directory.ts';
import { copyImage } from './copy.ts';
import { describeDigest, describeMachinery } from './describe.ts';
import { dockerIn } from './docker.ts';
import { pushImage } from './push.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What this step made, and the post step must remove when this one is killed. */
export interface Traces {
  /** The private configuration, with the token of this step. */
  readonly configDirectory?: string;
  readonly builder?: string;
  /** The process groups of the commands that run. */
  readonly groups?: readonly number[];
}

export interface DockerPlace {
  readonly environment: Environment;
  /** The checkout. */
  readonly cwd: string;
  readonly signal: AbortSignal;
  /** When the commit was made, in milliseconds since 1970: files and image get this time where the builder can. */
  readonly commitTime: number | undefined;
  /** Called with all traces whenever there is another, before it is made where that is possible. */
  readonly keep: (traces: Traces) => void;
}

/** Logs in, for this step alone, and finds out what this machine builds with. Throws a UserError. */
export async function openBuilder(
  { environment, cwd, signal, commitTime, keep }: DockerPlace,
  ...[logins, { builder }]: Parameters<BuildPorts['openBuilder']>
): Promise<Builder> {
  let traces: Traces = {};
  const trace = (more: Traces): void => {
    traces = { ...traces, ...more };
    keep(traces);
  };
  const configDirectory = await makeConfigDirectory(logins, environment, (path) =>
    trace({ configDirectory: path }),
  );
  const groups = new Set<number>();
  const docker = dockerIn({
    environment: { ...environment, ...settings(configDirectory, commitTime, environment) },
    cwd,
    signal,
    onGroup: (group, isRunning) => {
      if (isRunning) groups.add(group);
      else groups.delete(group);
      trace({ groups: [...groups] });
    },
  });
  const close = async (): Promise<void> => {
    // The signal may have come: what is removed is removed all the same.
    const last = dockerIn({
      environment: { ...environment, DOCKER_CONFIG: configDirectory },
      cwd,
      signal: NEVER,
    });
    try {
      if (traces.builder !== undefined) await removeBuilder(last, traces.builder);
    } finally {
      await removeConfigDirectory(configDirectory);
    }
    traces = {};
    keep(traces);
  };
  try {
    const machinery = await describeMachinery(docker, builder);
    return {
      machinery,
      digestOf: (reference) => describeDigest(docker, reference),
      extend: async () => {
        const name = `ecs-deploy-toolkit-${randomBytes(4).toString('hex')}`;
        trace({ builder: name });
        const why = await makeBuilder(docker, name);
        return why === undefined ? { name } : { why };
      },
      build: (solve, watch) =>
        runBuild(docker, { ...solve, frontend: machinery.frontend }, { ...watch, signal }),
      copy: (source, target) => copyImage(docker, source, target),
      push: (name) => pushImage(docker, name),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const NEVER = new AbortController().signal;

/** Variables of Docker's tools for this step; what the user has set of SOURCE_DATE_EPOCH stays. */
const settings = (
  configDirectory: string,
  commitTime: number | undefined,
  { SOURCE_DATE_EPOCH }: Environment,
): Environment => ({
  DOCKER_CONFIG: configDirectory,
  DOCKER_BUILDKIT: '1',
  DOCKER_CLI_HINTS: 'false',
  BUILDX_NO_DEFAULT_ATTESTATIONS: '1',
  // It repeats the build arguments.
  BUILDX_METADATA_PROVENANCE: 'disabled',
  // The definition is our own: bake need not ask whether it may read the contexts.
  BUILDX_BAKE_ENTITLEMENTS_FS: '0',
  SOURCE_DATE_EPOCH:
    SOURCE_DATE_EPOCH ?? (commitTime === undefined ? undefined : String(Math.floor(commitTime / 1_000))),
});

/** In the post step: removes what a step left that was killed; the login whatever becomes of the rest. */
export async function removeTraces(
  { configDirectory, builder, groups = [] }: Traces,
  environment: Environment,
): Promise<void> {
  const { signalGroup } = await import('./process.ts');
  try {
    for (const group of groups) signalGroup(group, 'SIGKILL');
    if (configDirectory === undefined || builder === undefined) return;
    const docker = dockerIn({
      environment: { ...environment, DOCKER_CONFIG: configDirectory },
      cwd: '.',
      signal: NEVER,
    });
    await removeBuilder(docker, builder);
  } finally {
    if (configDirectory !== undefined) await removeConfigDirectory(configDirectory);
  }
}
