import { expect } from '@jest/globals';
import type { Reply } from '../../sandbox/wire/http.ts';
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

const IMAGES = `
- { name: web, repository: web, tags: [v1] }
- { name: api, repository: api, tags: [v1], build-args: { SAID: hi } }
`;

interface Refusal {
  readonly name: string;
  readonly builder: string;
  /** What the repository of `api` refuses: this operation, once it has the image where that is said. */
  readonly operation: string;
  readonly isPushed: boolean;
  readonly reply: Reply;
  readonly says: RegExp;
}

const answer = (status: number, body: object): Reply => ({
  kind: 'answer',
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
  delay: 0,
});

const REFUSALS: readonly Refusal[] = [
  {
    name: 'one image cannot be pushed by the engine',
    builder: 'default',
    operation: 'InitiateLayerUpload',
    isPushed: false,
    reply: answer(403, { errors: [{ code: 'DENIED', message: 'no more of this' }] }),
    says: /api is not in its repository, or not known to be there; it was given none of its tags\. .*no more of this/,
  },
  {
    name: 'one image that BuildKit has pushed cannot be read',
    builder,
    operation: 'BatchGetImage',
    isPushed: true,
    reply: answer(400, { __type: 'InvalidParameterException', message: 'no more of this' }),
    says: /api is in its repository as \S+\/api@sha256:[0-9a-f]{64}, but was not given all of its tags\. .*no more of this/,
  },
];

/** Two images, of which the repository of one refuses something. */
async function buildTwo({ builder: name, operation, isPushed, reply }: Refusal) {
  await using checkout = await openCheckout(undefined, (sandbox) => ({
    ...sandbox,
    handle: (request) => {
      const own = sandbox.handle(request);
      const asked = sandbox.requests.at(-1);
      if (asked?.operation !== operation || asked.input['repositoryName'] !== 'api') return own;
      const images = sandbox.world.ecr.repositories.find((repository) => repository.name === 'api')?.images;
      return isPushed && images?.length === 0 ? own : reply;
    },
  }));
  const ended = await checkout.build({ repository: '', tags: '', images: IMAGES, builder: name });
  await removeImages(checkout.host);
  const tagsOf = (repository: string) =>
    checkout.sandbox.world.ecr.repositories
      .find((one) => one.name === repository)
      ?.images.flatMap(({ tags }) => tags);
  return {
    ended,
    tags: { web: tagsOf('web'), api: tagsOf('api') },
    left: [...checkout.leftovers(), ...processesWith(checkout.temporary)],
  };
}

for (const refusal of REFUSALS) {
  dockerTest(`where ${refusal.name} the other is in the outputs, and the step fails`, PARTS, async () => {
    const { ended, tags, left } = await buildTwo(refusal);
    expect(ended.exitCode).toBe(1);
    expect(finalErrorsOf(ended).map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Not all tags are as asked for\. web is \S+\/web@sha256:/),
    ]);
    expect(finalErrorsOf(ended)[0]?.message).toMatch(refusal.says);
    expect(ended.log + ended.summary).not.toMatch(/nothing was changed/i);
    expect(ended.outputs.get('images')).toMatch(/^\{"web":"\S+\/web@sha256:[0-9a-f]{64}"\}$/);
    expect(ended.outputs.get('image')).toBe('');
    expect(ended.summary).toContain('### ✅ web: built');
    expect(ended.summary).toContain('### ❌ api: not finished');
    expect(tags).toEqual({ web: expect.arrayContaining(['v1']), api: [] });
    expect(left).toEqual([]);
  });
}
