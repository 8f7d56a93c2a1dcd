import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { builder, dockerTest, openDocker, otherRegistry, type DockerStage } from '../support/docker.ts';
import { types } from '../support/registry.ts';

// Clients that know nothing of the sandbox push to its registry and pull from it, as they do to and from ECR's.
const scenario = `
repositories:
  - { name: web }
  - { name: copy }
  - { name: fixed, immutable: true, exclusions: [latest] }
`;

dockerTest(
  'Docker pushes an image; after it was removed here, what is pulled runs',
  ['a Docker engine', 'the command aws', 'a static /bin/busybox'],
  async () => {
    await using stage = await openDocker(scenario);
    await stage.login();
    const image = await stage.build('web:v1', 'pulled');
    const [, digest] = /digest: (sha256:\w+)/.exec(await stage.command('docker', 'push', image)) ?? [];
    const query = ['--repository-name', 'web', '--query', 'imageDetails[0].imageDigest', '--output', 'text'];
    expect(await stage.aws('ecr', 'describe-images', ...query)).toBe(digest);
    await stage.command('docker', 'rmi', image);
    const pinned = `${stage.host}/web@${digest ?? ''}`;
    await stage.command('docker', 'pull', pinned);
    expect(await stage.command('docker', 'run', '--rm', '--network=none', pinned)).toBe('pulled\n');
  },
);

dockerTest(
  'Docker says what ECR says: no login, no such repository, an immutable tag, an expired token',
  ['a Docker engine', 'the command aws', 'a static /bin/busybox'],
  async () => {
    await using stage = await openDocker(scenario);
    const push = async (image: string) => lastLine(await failed(stage.command('docker', 'push', image)));
    const image = await stage.build('fixed:v1', 'one');
    expect(await push(image)).toBe('no basic auth credentials');
    await stage.login();
    expect(await push(await stage.build('nope:v1', 'one'))).toBe(
      "name unknown: The repository with name 'nope' does not exist in the registry with id '123456789012'",
    );
    await stage.command('docker', 'push', image);
    expect(await push(await stage.build('fixed:v1', 'two'))).toBe(
      "tag invalid: The image tag 'v1' already exists in the 'fixed' repository and cannot be overwritten " +
        'because the tag is immutable.',
    );
    stage.pass(12);
    expect(await push(image)).toBe(
      'denied: Your authorization token has expired. Reauthenticate and try again.',
    );
  },
);

dockerTest(
  'an image that the AWS CLI tags again is pulled under its new tag',
  ['a Docker engine', 'the command aws', 'a static /bin/busybox'],
  async () => {
    await using stage = await openDocker(scenario);
    await stage.login();
    await stage.command('docker', 'push', await stage.build('web:v1', 'tagged'));
    const image = ['ecr', 'batch-get-image', '--repository-name', 'web', '--image-ids', 'imageTag=v1'];
    const manifest = await stage.aws(...image, '--query', 'images[0].imageManifest', '--output', 'text');
    await stage.aws(
      ...['ecr', 'put-image', '--repository-name', 'web', '--image-tag', 'again'],
      ...['--image-manifest', manifest],
    );
    await stage.command('docker', 'pull', `${stage.host}/web:again`);
    expect(await stage.command('docker', 'run', '--rm', '--network=none', `${stage.host}/web:again`)).toBe(
      'tagged\n',
    );
  },
);

dockerTest(
  'BuildKit pushes an index of two platforms with attestations, and skopeo copies all of it, digest for digest',
  [
    'Docker Buildx',
    'a builder on buildkitd',
    'the command skopeo',
    'the command aws',
    'a static /bin/busybox',
  ],
  async () => {
    await using stage = await openDocker(scenario);
    await stage.login();
    const platforms = ['--platform', 'linux/amd64,linux/386', '--provenance', 'mode=max'];
    const digest = await buildx(stage, `${stage.host}/web:v1`, ...platforms);
    const auth = ['--authfile', join(stage.context, '../config.json')];
    const insecure = ['--src-tls-verify=false', '--dest-tls-verify=false'];
    const images = [`docker://${stage.host}/web:v1`, `docker://${stage.host}/copy:v1`];
    await stage.command('skopeo', 'copy', '--all', ...auth, ...insecure, ...images);
    const answer = await stage.ask('copy/manifests/v1');
    expect(answer.headers.get('content-type')).toBe(types.index);
    expect(answer.headers.get('docker-content-digest')).toBe(digest);
    expect(stage.sandbox.world.ecr.repositories.map(({ images: { length } }) => length)).toEqual([5, 5, 0]);
  },
);

dockerTest(
  'BuildKit keeps its cache in ECR as an image, and ECR refuses it as an index of layers',
  ['Docker Buildx', 'a builder on buildkitd', 'the command aws', 'a static /bin/busybox'],
  async () => {
    await using stage = await openDocker(scenario);
    await stage.login();
    const cache = `type=registry,ref=${stage.host}/web:cache,mode=max,oci-mediatypes=true`;
    const withCache = (to: string) => buildx(stage, `${stage.host}/web:v1`, '--cache-to', to);
    await withCache(`${cache},image-manifest=true`);
    const answer = await stage.ask('web/manifests/cache');
    expect(answer.headers.get('content-type')).toBe(types.manifest);
    const read = await stage.command(
      'docker',
      ...['buildx', 'build', '--builder', builder, '--progress', 'plain'],
      ...['--cache-from', `type=registry,ref=${stage.host}/web:cache`, stage.context],
    );
    expect(read).toMatch(/importing cache manifest from \S+web:cache\n(?:.*\n)*?#\d+ DONE/);
    expect(read).not.toContain('ERROR');
    expect(await failed(withCache(`${cache},image-manifest=false`))).toContain(
      "required for pushing image into repository with name 'web'",
    );
  },
);

dockerTest(
  'an image keeps its digest on its way from another registry',
  [
    'docker-registry',
    'a builder on buildkitd',
    'the command skopeo',
    'the command aws',
    'a static /bin/busybox',
  ],
  async () => {
    await using stage = await openDocker(scenario);
    await stage.login();
    const digest = await buildx(stage, `${otherRegistry}/web:v1`, '--provenance', 'false');
    await stage.command(
      'skopeo',
      ...['copy', '--src-tls-verify=false', '--dest-tls-verify=false'],
      ...['--dest-authfile', join(stage.context, '../config.json')],
      ...[`docker://${otherRegistry}/web@${digest}`, `docker://${stage.host}/web:v1`],
    );
    const [image] = stage.sandbox.world.ecr.repositories[0]?.images ?? [];
    expect(image).toMatchObject({ digest, tags: ['v1'] });
  },
);

/** Builds the stage's context on buildkitd and pushes it; gives back the digest. */
async function buildx(
  { command, context }: DockerStage,
  image: string,
  ...options: readonly string[]
): Promise<string> {
  const metadata = join(context, '../metadata.json');
  await command(
    'docker',
    ...['buildx', 'build', '--builder', builder, '--push', '-t', image],
    ...['--build-arg', 'SAID=built', '--metadata-file', metadata, ...options, context],
  );
  return /"containerimage\.digest": "(sha256:\w+)"/.exec(readFileSync(metadata, 'utf8'))?.[1] ?? '';
}

/** What a command says that fails. */
const failed = (command: Promise<string>): Promise<string> =>
  command.then(
    (said) => {
      throw new Error(`The command went well: ${said}`);
    },
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );

const lastLine = (text: string): string | undefined => text.trim().split('\n').at(-1);
