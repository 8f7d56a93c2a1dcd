import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@jest/globals';
import pLimit from 'p-limit';
import { readDockerfile } from '../../src/build/dockerfile/facts.ts';
import { builder, dockerTest } from '../support/docker.ts';

const run = promisify(execFile);

type BuildArgs = Readonly<Record<string, string>>;

/** Dockerfiles of which all stages are built; `@` is a registry of their own. */
const DOCKERFILES: readonly (readonly [string, BuildArgs?])[] = [
  ['FROM @a'],
  ['from @a:1 as One\nfrom @b as two\ncopy --from=one / /\nCOPY --from=ONE / /\nCOPY --from=0 / /'],
  ['FROM --platform=$BUILDPLATFORM @a AS x\nFROM x\nCOPY --link --from=@b / /'],
  ['FROM @a\nCOPY --from="@b" / /\nCOPY "--from=@c" / /'],
  ['FROM "@a"'],
  ["FROM '@a'"],
  ['ARG V=1\nFROM @a:$V'],
  ['ARG V=1\nFROM @a:${V}-slim', { V: '2' }],
  ['ARG V\nFROM @a:${V:-3}${W:+x}${X-y}'],
  ['ARG V\nFROM @a$V'],
  ['ARG V=\nFROM @a:${V:-1}${V-2}'],
  ['ARG V=v1.2.3\nFROM @a:${V#v}-${V%.*}-${V%%.*}-${V/./_}-${V//./_}-${V##*.}'],
  ['ARG A=1 B="2"\nARG C=$A.$B\nARG A=9\nFROM @a:$C.$A'],
  ['ARG A=1\nFROM @a AS x\nARG A=2\nFROM @b:$A\nCOPY --from=x / /'],
  ['FROM @a:x$TARGETSTAGE', { TARGETSTAGE: 'y' }],
  ['# escape=`\nARG V=`\n1\nFROM `\n # comment\n\n @a:$V `\n AS x'],
  ['# syntax=@front:1 option\nFROM @a'],
  ['#!/bin/sh\n# syntax = @front\nFROM @a'],
  ['// syntax=@front\nFROM @a'],
  ['{"syntax": "@front"}'],
  ['\uFEFF# escape=`\r\n# syntax=@front\r\nFROM @a\r\n'],
  [' # syntax=@front\nFROM @a'],
  ['# hello\n# syntax=@front\nFROM @a'],
  ['# syntax=@front\nFROM @a', { BUILDKIT_SYNTAX: '@other:2' }],
  ['FROM @a\nRUN --mount=type=bind,from=@b,target=/b --mount=type=cache,"from=@c",target=/c x'],
  ['FROM @a\nRUN --network=none --mount=FROM=@b,target=/b x'],
  ['FROM @a\nRUN <<A cat <<-"B C"\nFROM @no\nA\n\tFROM @no\n\tB C\nCOPY --from=@b / /'],
  ['FROM @a\nRUN 3<<A\nCOPY --from=@no / /\nA\nCOPY --from=@b / /'],
  ['FROM @a\nRUN echo "<<A" $((1<<2))\nCOPY --from=@b / /'],
  ['FROM @a\nRUN ["x", "<<A"]\nCOPY --from=@b / /'],
  ['FROM @a\nRUN x \\\\\nCOPY --from=@b / /\nRUN x \\\n# y\n\nCOPY --from=@no / /'],
  ['FROM @a\nONBUILD COPY --from=@no / /'],
  ['FROM @a AS x\nONBUILD COPY --from=@b / /\nONBUILD RUN --mount=from=@c,target=/c x\nFROM x'],
  ['FROM @a AS x\nONBUILD COPY --from=@b / /\nFROM x AS y\nFROM y'],
  ['FROM @a AS x\nONBUILD COPY --from=y / /\nFROM @c AS y\nFROM x'],
];

dockerTest(
  'the images that a Dockerfile is said to take are those that BuildKit asks the registry for',
  ['Docker Buildx', 'a builder on buildkitd'],
  async () => {
    await using registry = await openEmptyRegistry();
    const place = mkdtempSync(join(tmpdir(), 'dockerfiles-'));
    const limit = pLimit(4);
    const seen = await Promise.all(
      DOCKERFILES.map(([written, args = {}], index) =>
        limit(async () => {
          const here = (text: string): string => text.replaceAll('@', `${registry.host}/case${index}/`);
          const text = here(written);
          const buildArgs = Object.entries(args).map(([name, value]) => [name, here(value)] as const);
          mkdirSync(join(place, `${index}`));
          writeFileSync(join(place, `${index}/Dockerfile`), text);
          const given = buildArgs.flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]);
          // Most of them fail, after all images were asked for: there is nothing in them that could run.
          await run('docker', [
            ...['buildx', 'build', '--builder', builder, '--output', 'type=cacheonly', ...given],
            join(place, `${index}`),
          ]).catch(() => undefined);
          const { images } = readDockerfile(text, new Map(buildArgs), new Set());
          const own = images.map((image) => image.slice(registry.host.length + 1)).map(withTag);
          return { written, ours: own.sort(), theirs: registry.askedFor(`case${index}/`) };
        }),
      ),
    );
    rmSync(place, { recursive: true });
    // A frontend reads the rest, and there is none in these images.
    const comparable = seen.map(({ written, ours, theirs }) => {
      const isRead = ours.some((image) => image.includes('front') || image.includes('other'));
      return { written, ours: isRead ? ours.filter((image) => !image.includes('/a:')) : ours, theirs };
    });
    expect(comparable.map(({ written, ours }) => [written, ours])).toEqual(
      comparable.map(({ written, theirs }) => [written, theirs]),
    );
    expect(comparable.filter(({ theirs }) => theirs.length === 0)).toEqual([]);
  },
);

const withTag = (image: string): string => (/:[^/]*$/.test(image) ? image : `${image}:latest`);

interface EmptyRegistry extends AsyncDisposable {
  readonly host: string;
  /** `NAME:TAG` of the manifests below a name that were asked for. Sorted, each once. */
  askedFor(prefix: string): readonly string[];
}

/** A registry in which every name is an image without a file. */
async function openEmptyRegistry(): Promise<EmptyRegistry> {
  const config = JSON.stringify({
    architecture: 'amd64',
    os: 'linux',
    config: {},
    rootfs: { type: 'layers', diff_ids: [] },
  });
  const digestOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;
  const type = 'application/vnd.oci.image.manifest.v1+json';
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: type,
    config: {
      mediaType: 'application/vnd.oci.image.config.v1+json',
      digest: digestOf(config),
      size: config.length,
    },
    layers: [],
  });
  const asked = new Set<string>();
  const server = createServer((request, response) => {
    const [, name = '', kind, reference = ''] =
      /^\/v2\/(.+)\/(manifests|blobs)\/([^/?]+)/.exec(request.url ?? '') ?? [];
    if (kind === 'manifests' && !reference.startsWith('sha256:')) asked.add(`${name}:${reference}`);
    const body = kind === 'manifests' ? manifest : kind === 'blobs' ? config : '{}';
    response.writeHead(200, {
      'content-type': kind === 'manifests' ? type : 'application/octet-stream',
      'docker-content-digest': digestOf(body),
      'content-length': body.length,
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The registry has no port.');
  return {
    host: `127.0.0.1:${address.port}`,
    askedFor: (prefix) => [...asked].filter((image) => image.startsWith(prefix)).sort(),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
