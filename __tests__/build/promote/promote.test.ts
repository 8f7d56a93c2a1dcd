import { describe, expect, test } from '@jest/globals';
import { buildOutputs, imageSentence, renderBuildSummary } from '../../../src/report/build.ts';
import { virtualClock } from '../../../sandbox/clock.ts';
import { imageSpec, promotion } from '../../support/build-request.ts';
import { type BuildRun, digestIn } from '../../support/build-run.ts';
import { type BuildStage, buildStage, uriOf } from '../../support/build-stage.ts';
import { digestOf, manifestOf, types } from '../../support/registry.ts';
import { startOfTime } from '../../support/sandbox.ts';

const INDEX = imageSpec({ platforms: ['linux/amd64', 'linux/arm64'], tags: ['v1'] });

const ELSEWHERE = '210987654321.dkr.ecr.eu-west-1.amazonaws.com';

interface Regions {
  readonly home: BuildStage;
  /** Of another account, in another region. */
  readonly other: BuildStage;
}

function twoRegions(target = '{ name: web }', more = ''): Regions {
  const clock = virtualClock(startOfTime);
  const home = buildStage(undefined, { clock });
  const scenario = `region: eu-west-1\naccount: "210987654321"\nrepositories: [${target}]\n${more}`;
  return { home, other: buildStage(scenario, { clock, elsewhere: home.sandbox }) };
}

const from = (repository: string, digest: string) => ({ source: { repository, digest } });

/** Has an image built at home, and promotes it elsewhere by a job of that region. */
async function promoteAway(
  { home, other }: Regions,
  spec = imageSpec(),
  [given, options]: Parameters<BuildStage['promote']> = [{}],
): Promise<{ readonly built: BuildRun; readonly run: BuildRun }> {
  const built = await home.run({ images: [spec] });
  const images = [promotion({ name: 'web', repository: 'web', ...from(uriOf('web'), digestIn(built)) })];
  const run = await other.promote({ images, ...given }, { region: 'eu-west-1', ...options });
  return { built, run };
}

const manifestsIn = ({ sandbox }: BuildStage): readonly string[] =>
  sandbox.world.ecr.repositories[0]?.images.map(({ manifest }) => manifest).toSorted() ?? [];

describe('to another account in another region', () => {
  test('an image arrives byte for byte, and then gets its tags', async () => {
    const regions = twoRegions();
    const { built, run } = await promoteAway(regions);
    expect([run.problems, digestIn(run)]).toEqual([[], digestIn(built)]);
    expect(regions.other.holder('v1')).toBe(digestIn(built));
    expect(manifestsIn(regions.other)).toEqual(manifestsIn(regions.home));
    expect(run.copies).toEqual([`${uriOf('web')}@${digestIn(built)} ${ELSEWHERE}/web@${digestIn(built)}`]);
    expect([...run.logins.keys()].toSorted()).toEqual([uriOf(''), `${ELSEWHERE}/`].map((uri) => uri.slice(0, -1)));
    expect([run.regions.toSorted(), run.closed]).toEqual([['eu-west-1', 'us-east-1'], 1]);
  });

  test('an index arrives with its images, and says which platforms', async () => {
    const regions = twoRegions();
    const { built, run } = await promoteAway(regions, INDEX);
    expect(run.problems).toEqual([]);
    expect(manifestsIn(regions.other)).toHaveLength(3);
    expect(manifestsIn(regions.other)).toEqual(manifestsIn(regions.home));
    expect(run.outcome?.images[0]?.platformDigests).toEqual(built.outcome?.images[0]?.platformDigests);
    expect(run.outcome?.images[0]?.platformDigests.size).toBe(2);
  });

  test('outputs, log and summary say what it is and that nothing was built', async () => {
    const { built, run } = await promoteAway(twoRegions());
    const { outcome } = run;
    if (outcome?.images[0] === undefined) throw new Error(run.problems.join());
    expect(buildOutputs(outcome)).toMatchObject({
      image: `${ELSEWHERE}/web@${digestIn(built)}`,
      images: JSON.stringify({ web: `${ELSEWHERE}/web@${digestIn(built)}` }),
      digest: digestIn(built),
      tags: 'v1',
      'input-digest': '',
      reused: 'true',
      'cache-hit-ratio': '',
    });
    expect(imageSentence(outcome.images[0])).toMatch(/\(promoted\), with the tags v1\.$/);
    expect(run.lines).toEqual([`Image web: ${digestIn(built)} is copied from ${uriOf('web')} to ${ELSEWHERE}/web. It gets the tags v1.`]);
    const summary = renderBuildSummary(outcome);
    expect(summary).toContain('### ✅ web: promoted');
    expect(summary).toContain(`comes from ${uriOf('web')}, byte for byte.`);
  });

  test('what is there already is not copied: Docker is not asked for', async () => {
    const regions = twoRegions();
    const { built } = await promoteAway(regions);
    const images = [
      promotion({ name: 'web', repository: 'web', tags: ['v1', 'v2'], ...from(uriOf('web'), digestIn(built)) }),
    ];
    const run = await regions.other.promote({ images }, { region: 'eu-west-1' });
    expect([run.problems, run.copies, run.closed]).toEqual([[], [], 0]);
    expect(run.outcome?.images[0]?.tags).toEqual(['v1', 'v2']);
    expect(run.lines).toEqual([`Image web: ${digestIn(built)} is in ${ELSEWHERE}/web already, and nothing is copied. It gets the tags v2.`]);
  });

  test('a registry that is busy is asked again, one that refuses is not', async () => {
    const busy = 'ERROR: failed to push x: unexpected status from PUT request to https://x/v2/: 503 Service Unavailable';
    const { built, run } = await promoteAway(twoRegions(), imageSpec(), [{}, { copyEnds: [busy, busy] }]);
    expect([digestIn(run), run.copies.length]).toEqual([digestIn(built), 3]);
    const { run: refused } = await promoteAway(twoRegions(), imageSpec(), [{}, { copyEnds: Array(9).fill(busy) }]);
    expect([refused.outcome?.images, refused.copies.length]).toEqual([[], 4]);
    const { run: strange } = await promoteAway(twoRegions(), imageSpec(), [{}, { copyEnds: ['ERROR: strange'] }]);
    expect(strange.copies).toHaveLength(1);
    expect(strange.problems).toEqual([
      `Image web: it could not be copied from ${uriOf('web')} to ${ELSEWHERE}/web: strange. Correct what it names, then run the job again.`,
    ]);
  });

  test('a dry run changes nothing, and a Docker without Buildx is refused before anything is copied', async () => {
    const regions = twoRegions();
    const { run } = await promoteAway(regions, imageSpec(), [{ dryRun: true }]);
    expect([run.problems, run.copies, run.outcome?.images, regions.other.changes()]).toEqual([[], [], [], []]);
    const machinery = { frontend: 'plain', driver: undefined } as const;
    const { run: plain } = await promoteAway(twoRegions(), imageSpec(), [{}, { machinery }]);
    expect(plain.problems).toEqual([expect.stringMatching(/^This Docker has no Buildx, by which images are copied/)]);
    expect([plain.copies, plain.closed]).toEqual([[], 1]);
  });
});

describe('before anything is copied', () => {
  test('a tag that nobody may move, on another image, is found', async () => {
    const regions = twoRegions('{ name: web, immutable: true }');
    regions.other.push('v1', 'theirs');
    const { run } = await promoteAway(regions);
    expect(run.problems).toEqual([expect.stringMatching(/^Image web: nobody may move the tag v1, and another image/)]);
    expect([run.copies, regions.other.changes(), run.closed]).toEqual([[], [], 0]);
  });

  test('a target that is missing and a source that is missing are told together, with account and region', async () => {
    const { other } = twoRegions('{ name: other }');
    const images = [promotion({ name: 'web', repository: 'web', ...from(uriOf('web'), digestOf('nothing')) })];
    const run = await other.promote({ images }, { region: 'eu-west-1' });
    expect(run.problems).toEqual([
      expect.stringMatching(
        /^Image web: from-image: the repository web in 123456789012, region us-east-1 has no image sha256:/,
      ),
      expect.stringMatching(/^Image web: there is no repository web in this account, region eu-west-1/),
    ]);
  });

  test('the repository of a source that is missing is told with its account', async () => {
    const { other } = twoRegions();
    const images = [promotion({ name: 'web', repository: 'web', ...from(uriOf('nope'), digestOf('x')) })];
    const run = await other.promote({ images }, { region: 'eu-west-1' });
    expect(run.problems).toEqual([
      expect.stringMatching(/^Image web: from-image: there is no repository nope in 123456789012, region us-east-1\./),
    ]);
  });

  test('a source that may not be read is told with its account, the policy line and the policy of the repository', async () => {
    const regions = twoRegions();
    const built = await regions.home.run();
    Object.assign(regions.home.sandbox.world, { permissions: { deny: ['ecr:BatchGetImage'] } });
    const images = [promotion({ name: 'web', repository: 'web', ...from(uriOf('web'), digestIn(built)) })];
    const run = await regions.other.promote({ images }, { region: 'eu-west-1' });
    expect(run.problems).toEqual([
      expect.stringMatching(
        /^Image web: from-image: the repository web in 123456789012, region us-east-1 may not be read: .*ecr:BatchGetImage/,
      ),
    ]);
    expect(run.problems[0]).toContain('The policy of that repository must allow it as well');
  });

  test('in the account of the job the policy of the repository has no part in it', async () => {
    const stage = buildStage();
    const built = await stage.run();
    Object.assign(stage.sandbox.world, { permissions: { deny: ['ecr:BatchGetImage'] } });
    for (const repository of ['web', uriOf('web')]) {
      const run = await stage.promote({ images: [promotion(from(repository, digestIn(built)))] });
      expect(run.problems).toEqual([expect.stringMatching(/may not be read/)]);
      expect(run.problems[0]).not.toContain('The policy of that repository');
    }
  });

  test('an index of which an image is gone is refused', async () => {
    const stage = buildStage();
    const built = await stage.run({ images: [INDEX] });
    const [web] = stage.sandbox.world.ecr.repositories;
    const at = web?.images.findIndex(({ mediaType }) => mediaType === types.manifest) ?? -1;
    const [gone] = web?.images.splice(at, 1) ?? [];
    const run = await stage.promote({ images: [promotion(from('web', digestIn(built)))] });
    expect(run.problems).toEqual([expect.stringContaining(`lacks ${gone?.digest ?? ''}.`)]);
    expect(run.copies).toEqual([]);
  });

  test('a registry that is none of ECR is refused', async () => {
    const run = await buildStage().promote({ images: [promotion(from('ghcr.io/a/web', digestOf('x')))] });
    expect(run.problems).toEqual([
      expect.stringMatching(/^Image api: from-image: ghcr\.io is no registry of Amazon ECR\./),
    ]);
  });

  test('two images that are to have one tag of a repository are refused', async () => {
    const stage = buildStage();
    const one = await stage.run({ images: [imageSpec()] });
    const other = await stage.run({ images: [imageSpec({ tags: ['v2'] })] }, { content: 'other' });
    const named = (name: string, run: BuildRun) => promotion({ name, ...from('web', digestIn(run)) });
    const run = await stage.promote({ images: [named('a', one), named('b', other)] });
    expect(run.problems).toEqual([expect.stringMatching(/^Image b: the tag v1 of .*\/api is that of image a, too\./)]);
    const same = await stage.promote({ images: [named('a', one), named('b', one)] });
    expect(same.problems).toEqual([]);
  });
});

describe('in one registry', () => {
  test('another repository gets the image, a name alone being one of this account', async () => {
    const stage = buildStage();
    const built = await stage.run();
    const run = await stage.promote({ images: [promotion(from('web', digestIn(built)))] });
    expect([run.problems, stage.holder('v1', 'api')]).toEqual([[], digestIn(built)]);
    expect(run.copies).toEqual([`${uriOf('web')}@${digestIn(built)} ${uriOf('api')}@${digestIn(built)}`]);
  });

  test('the same repository gets tags alone, by the API', async () => {
    const stage = buildStage();
    const built = await stage.run();
    const before = stage.changes().length;
    const images = [promotion({ repository: 'web', tags: ['prod', 'v1'], ...from(uriOf('web'), digestIn(built)) })];
    const run = await stage.promote({ images });
    expect([run.problems, run.copies, run.closed]).toEqual([[], [], 0]);
    expect(stage.changes().slice(before)).toEqual(['PutImage "web"']);
    expect(stage.holder('prod')).toBe(digestIn(built));
  });

  test('a tag that is taken meanwhile makes the step red, and the others are put', async () => {
    const stage = buildStage('repositories: [{ name: web }, { name: api, immutable: true }]');
    const built = await stage.run();
    const images = [promotion({ tags: ['v1', 'v2'], ...from('web', digestIn(built)) })];
    const run = await stage.promote(
      { images },
      {
        before: ({ operation }) => {
          if (operation === 'PutImage' && stage.holder('v1', 'api') === undefined) stage.push('v1', 'theirs', 'api');
        },
      },
    );
    expect(run.problems).toEqual([expect.stringMatching(/^Image api: the tag v1 was taken by another image meanwhile/)]);
    expect(stage.holder('v2', 'api')).toBe(digestIn(built));
    expect(run.outcome?.images[0]?.tags).toEqual(['v2']);
  });

  test('a tag whose field only a build has is left out, and said', async () => {
    const stage = buildStage();
    const built = await stage.run();
    const images = [promotion({ tags: ['v1', 'a-{{input-digest}}'], ...from('web', digestIn(built)) })];
    const run = await stage.promote({ images });
    expect(run.outcome?.images[0]?.tags).toEqual(['v1']);
    expect(run.lines[0]).toBe(
      'Image api: this run has no {{input-digest}} that a tag could have, so the tags with it are left out.',
    );
  });

  test('a repository that the push makes gets the image', async () => {
    const stage = buildStage('repositories: [{ name: web }]\ncreationTemplates: [{ prefix: ROOT }]');
    const built = await stage.run();
    const run = await stage.promote({ images: [promotion(from('web', digestIn(built)))] });
    expect([run.problems, stage.holder('v1', 'api')]).toEqual([[], digestIn(built)]);
  });

  test('a step that is cut off while it copies says so, tags nothing and closes Docker', async () => {
    const stage = buildStage();
    const built = await stage.run();
    const run = await stage.promote(
      { images: [promotion(from('web', digestIn(built)))] },
      {
        before: ({ operation, cancel }) => {
          if (operation === 'POST blobs/uploads/') cancel();
        },
      },
    );
    expect(run.problems).toEqual([expect.stringMatching(/^The step was cancelled before/)]);
    expect([run.outcome?.images, stage.holder('v1', 'api'), run.closed]).toEqual([[], undefined, 1]);
  });

  test('what arrives as other than it was is no success', async () => {
    const stage = buildStage();
    const built = await stage.run();
    const digest = digestIn(built);
    const run = await stage.promote(
      { images: [promotion(from('web', digest))] },
      {
        before: ({ operation }) => {
          const there = stage.sandbox.world.ecr.repositories[1]?.images.find((image) => image.digest === digest);
          if (operation === 'BatchGetImage' && there !== undefined) {
            Object.assign(there, { manifest: manifestOf('other') });
          }
        },
      },
    );
    expect(run.problems).toEqual([expect.stringContaining('and the registry does not have it whole')]);
    expect(stage.holder('v1', 'api')).toBeUndefined();
  });
});
