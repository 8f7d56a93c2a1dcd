import { describe, expect, test } from '@jest/globals';
import { imageSpec } from '../../support/build-request.ts';
import { type BuildRun, digestIn } from '../../support/build-run.ts';
import { type BuildStage, buildStage } from '../../support/build-stage.ts';

const images = [imageSpec({ tags: ['v1', 'latest'] })];

/** A repository whose PutImage of the API is struck; the manifest is pushed by the first call of that name. */
const faulty = (kind: string, { after = 1, times = 1 } = {}): BuildStage =>
  buildStage(`
repositories: [{ name: web }]
faults: [{ operation: PutImage, kind: ${kind}, after: ${after}, times: ${times} }]`);

describe('a tag that cannot be put', () => {
  test('leaves the others put, the image in the repository and the step red', async () => {
    const stage = faulty('server-error', { after: 2 });
    const run = await stage.run({ images });
    const [image] = run.outcome?.images ?? [];
    expect(run.problems).toEqual([
      expect.stringMatching(`^${image?.digest ?? ''} is in the repository, but its tag v1 is not: AWS did not answer`),
    ]);
    expect(image?.tags).toEqual([expect.stringMatching(/^in-/), 'latest']);
    expect([stage.holder('v1'), stage.holder('latest')]).toEqual([undefined, image?.digest]);
  });

  test('is put by the next run, which builds nothing', async () => {
    const stage = faulty('server-error', { after: 2 });
    await stage.run({ images });
    const run = await stage.run({ images });
    expect([run.problems, run.solves]).toEqual([[], []]);
    expect(stage.holder('v1')).toBe(digestIn(run));
  });

  test('is put though the answer was lost: the repository says so', async () => {
    for (const after of [1, 2, 3]) {
      const stage = faulty('reset-after', { after });
      const run = await stage.run({ images });
      expect(run.problems).toEqual([]);
      expect(run.outcome?.images[0]?.tags).toHaveLength(3);
      expect([stage.holder('v1'), stage.holder('latest')]).toEqual([digestIn(run), digestIn(run)]);
    }
  });

  test('of which nothing more is to be read is told as missing', async () => {
    const run = await buildStage(`
repositories: [{ name: web }]
faults:
  - { operation: PutImage, kind: reset-after, after: 2, times: 1 }
  - { operation: BatchGetImage, kind: server-error, after: 3, times: 1 }`).run({ images });
    expect(run.problems).toEqual([expect.stringContaining('its tag v1 is not: AWS did not answer')]);
  });

  test('for now is put by the next try, when AWS asked to slow down', async () => {
    const stage = faulty('throttle', { after: 2 });
    const run = await stage.run({ images }, { maxRetries: 1 });
    expect([run.problems, stage.holder('v1')]).toEqual([[], digestIn(run)]);
  });

  test('because AWS refuses it says why, for each', async () => {
    const run = await faulty('limit-exceeded', { times: 3 }).run({ images });
    expect(run.problems).toHaveLength(3);
    expect(run.problems[1]).toMatch(/its tag v1 is not: AWS refused: LimitExceededException: /);
  });

  test('for want of permission names the line of the policy', async () => {
    const stage = buildStage();
    await stage.run();
    const run = await buildStageWithout(stage, 'ecr:PutImage').run({ images });
    expect(run.outcome?.images[0]?.reused).toEqual({ kind: 'same-input' });
    expect(run.problems).toEqual([
      expect.stringMatching(
        /its tag latest is not: .*\{"Effect":"Allow","Action":"ecr:PutImage","Resource":"arn:aws:ecr:us-east-1:123456789012:repository\/web"\}/,
      ),
    ]);
  });
});

function buildStageWithout(stage: BuildStage, action: string): BuildStage {
  Object.assign(stage.sandbox.world, { permissions: { deny: [action] } });
  return stage;
}

describe('a tag that nobody may move and another image takes while this one is built', () => {
  const meanwhile = (stage: BuildStage): Promise<BuildRun> => {
    let theirs: string | undefined;
    return stage.run(
      {},
      {
        before: ({ operation }) => {
          if (operation === 'PutImage') theirs ??= stage.push('v1', 'theirs');
        },
      },
    );
  };

  test('stays where it is, the step is red, and the image has its input tag', async () => {
    const stage = buildStage('repositories: [{ name: web, immutable: true }]');
    const run = await meanwhile(stage);
    expect(run.problems).toEqual([
      'Image web: the tag v1 was taken by another image while this one was built, and nobody may move it. Run the job again: it takes the image that has the tag, if that comes from the same input.',
    ]);
    expect(run.outcome?.images[0]?.tags).toEqual([expect.stringMatching(/^in-/)]);
    expect(stage.holder('v1')).not.toBe(run.outcome?.images[0]?.digest);
  });

  test('is moved where that is allowed', async () => {
    const stage = buildStage();
    const run = await meanwhile(stage);
    expect([run.problems, stage.holder('v1')]).toEqual([[], digestIn(run)]);
  });
});

describe('an index', () => {
  const platforms = ['linux/amd64', 'linux/arm64'];

  test('that has lost one of its images is not taken: it is built again', async () => {
    const stage = buildStage();
    const index = [imageSpec({ platforms })];
    const first = await stage.run({ images: index });
    const child = first.outcome?.images[0]?.platformDigests.get('linux/arm64');
    const [repository] = stage.sandbox.world.ecr.repositories;
    repository?.images.splice(repository.images.findIndex(({ digest }) => digest === child), 1);
    const second = await stage.run({ images: index });
    expect([second.problems, second.solves.length]).toEqual([[], 1]);
    expect(stage.holder('v1')).toBe(digestIn(second));
    expect(digestIn(second)).not.toBe(digestIn(first));
  });

  test('that has lost one, and whose tag nobody may move, is refused by name', async () => {
    const stage = buildStage('repositories: [{ name: web, immutable: true }]');
    const index = [imageSpec({ platforms })];
    const first = await stage.run({ images: index });
    const child = first.outcome?.images[0]?.platformDigests.get('linux/arm64') ?? '';
    const [repository] = stage.sandbox.world.ecr.repositories;
    repository?.images.splice(repository.images.findIndex(({ digest }) => digest === child), 1);
    const second = await stage.run({ images: index });
    expect(second.solves).toEqual([]);
    expect(second.problems).toEqual([
      expect.stringMatching(`nobody may move the tag v1, and ${digestIn(first)}, which has it, lacks ${child}`),
    ]);
  });
});

describe('cancelled', () => {
  const cancelledAt = async (at: string, nth = 1): Promise<readonly [BuildStage, BuildRun]> => {
    const stage = buildStage();
    let met = 0;
    const run = await stage.run(
      { images },
      {
        before: ({ operation, cancel }) => {
          if (operation.startsWith(at)) met += 1;
          if (operation.startsWith(at) && met === nth) cancel();
        },
      },
    );
    return [stage, run];
  };

  test.each(['DescribeRepositories', 'GetAuthorizationToken', 'BatchGetImage'])(
    'at %s a run builds nothing, and its login is removed',
    async (operation) => {
      const [stage, run] = await cancelledAt(operation);
      expect(run.outcome).toBeUndefined();
      expect(run.problems).toHaveLength(1);
      expect([stage.changes(), run.solves]).toEqual([[], []]);
      // Nobody is logged in before something is to be built.
      expect(run.closed).toBe(0);
    },
  );

  test('between push and tags a run leaves an image that nothing points to, and says that it was cut off', async () => {
    const [stage, run] = await cancelledAt('BatchGetImage', 2);
    expect(run.problems).toEqual([expect.stringMatching(/^The step was cancelled before/)]);
    expect(run.outcome?.unfinished).toEqual([{ name: 'web', image: expect.stringMatching(/@sha256:/) }]);
    expect(stage.sandbox.world.ecr.repositories[0]?.images.map(({ tags }) => tags)).toEqual([[]]);
    expect(run.closed).toBe(1);
  });

  test('among the tags a run says which are missing', async () => {
    const [stage, run] = await cancelledAt('PutImage', 2);
    expect(run.error).toBeUndefined();
    expect(run.problems[0]).toMatch(/its tag v1 is not: The call was cut off\./);
    expect([stage.holder('v1'), stage.holder('latest')]).toEqual([undefined, undefined]);
    expect(run.closed).toBe(1);
  });
});
