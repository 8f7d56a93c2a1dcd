import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Builder, BuildPorts } from '../build/ports.ts';
import { runBuild } from './build.ts';
import { makeBuilder, removeBuilder } from './builder.ts';
import { endLogins, makeConfigDirectory, removeConfigDirectory } from './config-directory.ts';
import { copyImage } from './copy.ts';
import { describeDigest, describeMachinery } from './describe.ts';
import { dockerIn } from './docker.ts';
import { signalGroup } from './process.ts';
import { pushImage } from './push.ts';
import { withFullStop } from '../report/full-stop.ts';

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
    let left: LeftBuilder | undefined;
    try {
      left = await removeMade({ ...traces, configDirectory }, { environment, cwd, ...timeOf(signal) });
    } finally {
      // The post step tries again.
      traces = left === undefined ? {} : { configDirectory, builder: left.builder };
      if (left === undefined) await removeConfigDirectory(configDirectory);
      keep(traces);
    }
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
        runBuild(
          docker,
          // In the private folder: it goes with it, also after a kill.
          { ...solve, metadataFile: join(configDirectory, 'metadata.json'), frontend: machinery.frontend },
          { ...watch, signal },
        ),
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

/** How long the removal of a builder may take, in milliseconds. */
const REMOVAL_LIMIT_MS = 30_000;

/** The same in a step that the runner ends: it kills the step 10 seconds after its first signal. */
const LAST_LIMIT_MS = 2_500;

/** The signal may have come: what is removed is removed all the same. One that comes now ends the removal. */
const timeOf = (signal: AbortSignal): RemovalTime =>
  signal.aborted ? { signal: NEVER, limit: LAST_LIMIT_MS } : { signal, limit: REMOVAL_LIMIT_MS };

/** A builder that may still be there. */
interface LeftBuilder {
  readonly builder: string;
  readonly why: string;
}

interface RemovalTime {
  readonly signal: AbortSignal;
  /** How long an engine may take, in milliseconds. */
  readonly limit: number;
}

interface Removal extends RemovalTime {
  readonly environment: Environment;
  readonly cwd: string;
}

/** Ends the logins before anything that an engine may hold up, then removes the builder. */
async function removeMade(
  { configDirectory, builder }: Traces & { readonly configDirectory: string },
  { environment, cwd, signal, limit }: Removal,
): Promise<LeftBuilder | undefined> {
  await endLogins(configDirectory, environment);
  if (builder === undefined) return undefined;
  const docker = dockerIn({
    environment: { ...environment, DOCKER_CONFIG: configDirectory },
    cwd,
    signal,
  });
  const why = await removeBuilder(docker, builder, limit);
  return why === undefined ? undefined : { builder, why };
}

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

/**
 * In the post step: removes what a step left that was killed, the login before anything else. Resolves to what may be
 * left, or undefined.
 */
export async function removeTraces(
  { configDirectory, builder, groups = [] }: Traces,
  environment: Environment,
  { signal = NEVER, limit = REMOVAL_LIMIT_MS }: Partial<RemovalTime> = {},
): Promise<string | undefined> {
  try {
    for (const group of groups) signalGroup(group, 'SIGKILL');
    if (configDirectory === undefined) return undefined;
    const traces = { configDirectory, ...(builder === undefined ? {} : { builder }) };
    const left = await removeMade(traces, { environment, cwd: '.', signal, limit });
    return left === undefined ? undefined : leftSentence(left);
  } finally {
    if (configDirectory !== undefined) await removeConfigDirectory(configDirectory);
  }
}

const leftSentence = ({ builder, why }: LeftBuilder): string =>
  `The builder ${builder} may be left on this machine: ${withFullStop(why)} Once the engine answers, docker rm --force buildx_buildkit_${builder}0 removes its container, and docker volume rm buildx_buildkit_${builder}0_state its layers.`;
