import { driverIn, type Machinery } from '../build/builder/frontend.ts';
import { UserError } from '../inputs/problem.ts';
import { withFullStop } from '../report/full-stop.ts';
import type { Docker } from './docker.ts';

/** How long what only asks may take, in milliseconds: an engine that hangs holds no job. */
export const ANSWER_LIMIT_MS = 60_000;

const BOUNDED = { limit: ANSWER_LIMIT_MS };

/** What this machine builds with. Throws a UserError without Docker, or where the named builder is not there. */
export async function describeMachinery(docker: Docker, builder: string | undefined): Promise<Machinery> {
  // Side by side: each takes the start of two processes.
  const [version, inspected] = await Promise.all([
    docker.run(['buildx', 'version'], BOUNDED),
    docker.run(['buildx', 'inspect', ...(builder === undefined ? [] : [builder])], BOUNDED),
  ]);
  if (version.exitCode !== 0) {
    await checkEngine(docker);
    if (builder === undefined) return plainMachinery(docker);
    throw new UserError({
      message: `The builder ${builder} cannot be used: this Docker has no Buildx.`,
      remedy: 'Install Docker Buildx, or leave builder out: then the engine builds by itself.',
      input: 'builder',
    });
  }
  const driver = driverIn(inspected.stdout);
  if (inspected.exitCode !== 0 || driver === undefined) {
    // One of the docker driver has none while the engine does not answer.
    if (builder === undefined || inspected.exitCode === 0) await checkEngine(docker);
    throw new UserError({
      message: `The builder ${builder ?? 'that is current'} cannot be used: ${withFullStop(lastLine(inspected.stderr))}`,
      remedy: 'See docker buildx ls for those that are there, and make it in a step before.',
      input: 'builder',
    });
  }
  if (driver === 'docker') await checkEngine(docker);
  return { frontend: 'buildx', driver };
}

/** Docker's own build with BuildKit: clients of version 23 and later have it in Buildx alone. */
async function plainMachinery(docker: Docker): Promise<Machinery> {
  const { stdout } = await docker.run(['version', '--format', '{{.Client.Version}}'], BOUNDED);
  const version = stdout.trim();
  if (Number.parseInt(version, 10) < FIRST_WITHOUT_BUILDKIT) return { frontend: 'plain', driver: undefined };
  throw new UserError({
    message: `This Docker has no Buildx, without which version ${version} of its command cannot build with BuildKit.`,
    remedy:
      'Install Docker Buildx in a step before, such as by docker/setup-buildx-action, or put its plugin into cli-plugins of the Docker configuration.',
  });
}

const FIRST_WITHOUT_BUILDKIT = 23;

async function checkEngine(docker: Docker): Promise<void> {
  const { exitCode, stderr } = await docker.run(['version', '--format', '{{.Server.Version}}'], BOUNDED);
  if (exitCode === 0) return;
  throw new UserError({
    message: `The Docker engine does not answer: ${withFullStop(lastLine(stderr))}`,
    remedy: 'Start it, or give builder the name of a Buildx builder that is reached otherwise.',
  });
}

/** The last line with something in it, without the word ERROR before it. */
export const lastLine = (text: string): string =>
  text
    .trim()
    .split('\n')
    .at(-1)
    ?.replace(/^ERROR:\s*/, '')
    .trim() ?? '';

/** The digest that a registry has under a reference now; undefined where it does not say. */
export async function describeDigest(docker: Docker, reference: string): Promise<string | undefined> {
  const { exitCode, stdout } = await docker.run(
    ['buildx', 'imagetools', 'inspect', reference, '--format', '{{.Manifest.Digest}}'],
    BOUNDED,
  );
  const digest = stdout.trim();
  return exitCode === 0 && /^sha256:[0-9a-f]{64}$/.test(digest) ? digest : undefined;
}
