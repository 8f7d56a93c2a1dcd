import { expect } from '@jest/globals';
import { isMembers, membersOf } from '../../src/inputs/foreign-json.ts';
import { errorsOf } from '../support/action.ts';
import { type Checkout, openCheckout } from '../support/checkout.ts';
import { dockerTest } from '../support/docker.ts';

const PARTS = [
  'a Docker engine',
  'Docker Buildx',
  'a builder on buildkitd',
  'a static /bin/busybox',
] as const;

const GZIP = '1f8b';
const ZSTD = '28b52ffd';

/** Of each layer the type that the manifest names, and how its bytes begin. */
async function layersOf(
  { ask }: Checkout,
  image: string | undefined,
): Promise<readonly (readonly string[])[]> {
  const [, repository = '', digest = ''] = /\/([^/]+)@(sha256:\w+)$/.exec(image ?? '') ?? [];
  const manifest = membersOf(await (await ask(`${repository}/manifests/${digest}`)).json());
  const { layers } = manifest;
  if (!Array.isArray(layers)) throw new Error(`${image ?? ''} has no layers.`);
  return Promise.all(
    layers.filter(isMembers).map(async (layer) => {
      const blob = await ask(`${repository}/blobs/${String(layer['digest'])}`);
      const bytes = Buffer.from(await blob.arrayBuffer()).toString('hex');
      return [
        String(layer['mediaType']).replace(/.*\+/, ''),
        [GZIP, ZSTD].find((sign) => bytes.startsWith(sign)) ?? '',
      ];
    }),
  );
}

dockerTest(
  'zstd compresses every layer, of the base image too, and is another image than that without',
  PARTS,
  async () => {
    await using checkout = await openCheckout();
    const plain = await checkout.build({ repository: 'api', tags: 'base' });
    const base = plain.outputs.get('image') ?? '';
    expect(new Set((await layersOf(checkout, base)).map(String))).toEqual(new Set([`gzip,${GZIP}`]));
    checkout.write({ Dockerfile: `FROM ${base}\nRUN echo more > /more\n` });
    const ends = [
      await checkout.build({ tags: 'v1' }),
      await checkout.build({ tags: 'v2', compression: 'zstd' }),
      await checkout.build({ tags: 'v3', compression: 'zstd' }),
      await checkout.build({ tags: 'v4' }),
    ];
    expect(ends.map((ended) => [ended.exitCode, errorsOf(ended), ended.outputs.get('reused')])).toEqual([
      [0, [], 'false'],
      [0, [], 'false'],
      [0, [], 'true'],
      [0, [], 'true'],
    ]);
    const [first, second, third, fourth] = ends.map(({ outputs }) => outputs.get('digest'));
    expect([first === second, first === fourth, second === third]).toEqual([false, true, true]);
    const layers = await layersOf(checkout, ends[1]?.outputs.get('image'));
    expect(layers).toHaveLength((await layersOf(checkout, base)).length + 1);
    expect(new Set(layers.map(String))).toEqual(new Set([`zstd,${ZSTD}`]));
  },
);

dockerTest('of several images each is compressed as it says', PARTS, async () => {
  await using checkout = await openCheckout();
  const images = JSON.stringify([
    { name: 'web', compression: 'zstd' },
    { name: 'api', repository: 'api', compression: 'gzip', 'build-args': { SAID: 'api' } },
  ]);
  const ended = await checkout.build({ images });
  expect([ended.exitCode, errorsOf(ended)]).toEqual([0, []]);
  const built = membersOf(JSON.parse(ended.outputs.get('images') ?? ''));
  expect(new Set((await layersOf(checkout, String(built['web']))).map(String))).toEqual(
    new Set([`zstd,${ZSTD}`]),
  );
  expect(new Set((await layersOf(checkout, String(built['api']))).map(String))).toEqual(
    new Set([`gzip,${GZIP}`]),
  );
});
