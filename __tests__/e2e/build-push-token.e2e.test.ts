import { expect } from '@jest/globals';
import type { Answer } from '../../sandbox/wire/http.ts';
import { finalErrorsOf } from '../support/action.ts';
import { processesWith } from '../support/bad-build.ts';
import { openCheckout } from '../support/checkout.ts';
import { builder, dockerTest, removeImages } from '../support/docker.ts';

const PARTS = [
  'a Docker engine',
  'Docker Buildx',
  'a builder on buildkitd',
  'a static /bin/busybox',
] as const;

/** As ECR answers to a login that it does not take. */
const REFUSED: Answer = {
  kind: 'answer',
  status: 401,
  headers: {
    'content-type': 'application/json',
    'www-authenticate': 'Basic realm="https://ecr.example/",service="ecr.amazonaws.com"',
  },
  body: JSON.stringify({ errors: [{ code: 'UNAUTHORIZED', message: 'Not Authorized' }] }),
  delay: 0,
};

/** Builds with a registry that takes the token until this operation, or never. */
async function buildRefused(builderName: string, until: string | undefined) {
  let isRefusing = until === undefined;
  await using checkout = await openCheckout(undefined, (sandbox) => ({
    ...sandbox,
    handle: (request) => {
      if (isRefusing && request.path.startsWith('/v2/')) return REFUSED;
      const reply = sandbox.handle(request);
      isRefusing ||= sandbox.requests.at(-1)?.operation === until;
      return reply;
    },
  }));
  const ended = await checkout.build({ builder: builderName });
  await removeImages(checkout.host);
  const tags = checkout.sandbox.world.ecr.repositories.flatMap(({ images }) =>
    images.flatMap((image) => image.tags),
  );
  return { ended, left: [...tags, ...checkout.leftovers(), ...processesWith(checkout.temporary)] };
}

for (const [who, name] of [
  ['BuildKit', builder],
  ['the engine', 'default'],
] as const) {
  for (const [when, until] of [
    ['from the first request on', undefined],
    ['in the middle of a push', 'CompleteLayerUpload'],
  ] as const) {
    dockerTest(
      `a token that the registry refuses to ${who} ${when}: a clear error, nothing left`,
      PARTS,
      async () => {
        const { ended, left } = await buildRefused(name, until);
        expect(ended.exitCode).toBe(1);
        expect(ended.log).not.toContain('This is a bug');
        const [final, ...more] = finalErrorsOf(ended);
        expect(more).toEqual([]);
        expect(final?.message).toMatch(/^Nothing was tagged\. .*\bweb\b/);
        expect(final?.message).toContain(
          'The token of this step opens the registries of ECR that its role may use',
        );
        expect(left).toEqual([]);
      },
    );
  }
}
