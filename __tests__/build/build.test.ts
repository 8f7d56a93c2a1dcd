import { describe, expect, test } from '@jest/globals';
import { buildOptions, imageSpec } from '../support/build-request.ts';
import { type BuildRun, digestIn, type RunOptions } from '../support/build-run.ts';
import { buildStage, uriOf } from '../support/build-stage.ts';

const kindOf = ({ outcome }: BuildRun) =>
  outcome?.images.map(({ reused }) => reused?.kind ?? 'built').join();

describe('an image of the same input', () => {
  test('is pushed by digest and tagged afterwards, the input tag first', async () => {
    const stage = buildStage();
    const run = await stage.run();
    expect(run.problems).toEqual([]);
    const [image] = run.outcome?.images ?? [];
    expect(image).toMatchObject({ image: `${uriOf('web')}@${image?.digest ?? ''}`, reused: undefined });
    expect(image?.tags).toEqual([expect.stringMatching(/^in-[0-9a-f]{20}-[0-9a-f]{12}$/), 'v1']);
    expect(stage.holder('v1')).toBe(image?.digest);
    expect(stage.sandbox.requests.filter(({ operation }) => operation === 'PutImage').map(({ input }) => input['imageTag'])).toEqual([
      undefined,
      image?.tags[0],
      'v1',
    ]);
  });

  test('is taken as it is, and given the tags of the run', async () => {
    const stage = buildStage();
    const first = await stage.run();
    const before = stage.changes().length;
    const second = await stage.run({ images: [imageSpec({ tags: ['v1', 'v2'] })] });
    expect([kindOf(first), kindOf(second)]).toEqual(['built', 'same-input']);
    expect(digestIn(second)).toBe(digestIn(first));
    expect(stage.holder('v2')).toBe(digestIn(first));
    expect(stage.changes().slice(before)).toEqual(['PutImage "web"']);
    expect(second.solves).toEqual([]);
  });

  test.each([
    ['other files', { content: 'changed' }, {}],
    ['another argument', {}, { images: [imageSpec({ buildArgs: new Map([['A', '1']]) })] }],
    ['a base image that has moved', { bases: { 'ruby:3': 'sha256:2' } }, {}],
    ['a base image whose digest is not told', { bases: { 'ruby:3': undefined } }, {}],
    ['reuse: off', {}, { reuse: false }],
  ])('is not taken with %s', async (_, options, request) => {
    const stage = buildStage();
    const first = await stage.run({}, { bases: { 'ruby:3': 'sha256:1' } });
    const second = await stage.run(request, { bases: { 'ruby:3': 'sha256:1' }, ...options });
    expect(second.problems).toEqual([]);
    expect(kindOf(second)).toBe('built');
    expect(digestIn(second)).not.toBe(digestIn(first));
  });

  test('is not taken where a base image cannot be told: nobody knows that it is the same; the log says so', async () => {
    const stage = buildStage();
    const unknown = { bases: { 'ruby:3': undefined } };
    await stage.run({}, unknown);
    stage.clock.advance(1);
    const second = await stage.run({}, unknown);
    expect(kindOf(second)).toBe('built');
    expect(second.warnings).toEqual([
      'The registry does not say which image ruby:3 is now: what is based on it is built, since nothing can be known to come from the same.',
    ]);
  });

  test('and without an input tag, by which nothing could ever be found', async () => {
    const stage = buildStage();
    const { outcome } = await stage.run({}, { bases: { 'ruby:3': undefined } });
    expect(outcome?.images[0]?.tags).toEqual(['v1']);
  });

  test('has its tags and its outputs though another image cannot be built', async () => {
    const stage = buildStage();
    await stage.run();
    const images = [imageSpec({ tags: ['v2'] }), imageSpec({ name: 'api', repository: 'api' })];
    const { outcome, problems } = await stage.run({ images }, { ends: ['ERROR: exit code: 3'] });
    expect(outcome?.images.map(({ name, tags }) => [name, tags.includes('v2')])).toEqual([['web', true]]);
    expect([outcome?.unfinished, problems.length]).toEqual([[{ name: 'api', image: undefined }], 1]);
  });

  test.each([
    ['the engine keeps none', { driver: 'docker' }, 'type=registry,ref=a', 'keeps no layers'],
    ['GitHub is out of reach', { driver: 'remote' }, 'type=gha', 'cannot be reached'],
  ] as const)('whose cache has to work is not built where %s', async (_, { driver }, line, why) => {
    const cache = { kind: 'raw', from: [], to: [`${line},ignore-error=false`] } as const;
    const run = await buildStage().run(
      { options: { ...buildOptions, cache, builder: 'mine' } },
      { machinery: { frontend: 'buildx', driver } },
    );
    expect([run.solves, run.problems]).toEqual([[], [expect.stringContaining(why)]]);
  });

  test('that is too old is built without the layer cache, which would bring back what is to be renewed', async () => {
    const stage = buildStage();
    const first = await stage.run();
    stage.pass(8);
    const second = await stage.run();
    expect([first, second].map(({ solves }) => solves.map(({ noCache }) => noCache))).toEqual([[false], [true]]);
  });

  test.each([
    ['an engine is made to ask for its base image', { 'ruby:3': 'sha256:1' }, 'docker', true],
    ['no engine is, for one that only the engine has', { 'ruby:3': undefined }, 'docker', false],
    ['no engine is, where there is none', {}, 'docker', false],
    ['a builder of its own asks by itself', { 'ruby:3': 'sha256:1' }, 'remote', false],
  ] as const)('%s', async (_, bases, driver, pull) => {
    const run = await buildStage().run({}, { bases, machinery: { frontend: 'buildx', driver } });
    expect(run.problems).toEqual([]);
    expect(run.solves.map((solve) => solve.pull)).toEqual([pull]);
  });

  test.each([
    [7, 'same-input'],
    [8, 'built'],
  ])('of %d days is taken for seven days', async (days, kind) => {
    const stage = buildStage();
    await stage.run();
    stage.pass(days);
    expect(kindOf(await stage.run())).toBe(kind);
  });

  test('that was too old is found again by the next run once it was built anew', async () => {
    const stage = buildStage();
    await stage.run();
    stage.pass(8);
    const second = await stage.run();
    const third = await stage.run();
    expect([kindOf(second), kindOf(third)]).toEqual(['built', 'same-input']);
    expect(digestIn(third)).toBe(digestIn(second));
  });
});

describe('dry-run', () => {
  test.each(['built', 'reused'])('changes nothing where an image would be %s', async (what) => {
    const stage = buildStage();
    if (what === 'reused') await stage.run();
    const before = stage.changes();
    const run = await stage.run({ images: [imageSpec({ tags: ['v2'] })], dryRun: true });
    expect(run.outcome).toMatchObject({ images: [], steps: [] });
    expect(stage.changes()).toEqual(before);
    // Docker is opened to see that it could build, not where nothing is built.
    expect([run.solves, run.extended, run.closed]).toEqual([[], 0, what === 'built' ? 1 : 0]);
    expect(run.lines).toEqual([
      'Dry run: nothing is built, copied or tagged. This is what would be done:',
      expect.stringMatching(
        what === 'built' ? /^Image web: is built .* with the tags v2, in-\S+\.$/ : /is taken as it is\. It gets the tags v2\.$/,
      ),
    ]);
    expect([run.outcome?.isDryRun, run.outcome?.plan]).toEqual([true, run.lines.slice(1)]);
  });
});

describe('a repository that is not there', () => {
  test('is found before anything is built', async () => {
    const run = await buildStage('repositories: []').run();
    expect(run.problems[0]).toMatch(/^Image web: there is no repository web in this account, region us-east-1\./);
    expect([run.solves, run.closed]).toEqual([[], 0]);
  });

  test.each(['ROOT', 'team'])('is made by the push where a creation template of %s says so', async (prefix) => {
    const stage = buildStage(`creationTemplates: [{ prefix: ${prefix} }]`);
    const run = await stage.run({ images: [imageSpec({ repository: 'team/web' })] });
    expect(run.problems).toEqual([]);
    expect(stage.holder('v1', 'team/web')).toBe(digestIn(run));
    expect(run.outcome?.images[0]?.image).toBe(`${uriOf('team/web')}@${digestIn(run)}`);
  });

  test('of another account is not looked for among the templates of one’s own', async () => {
    const stage = buildStage('creationTemplates: [{ prefix: ROOT }]');
    const repository = '999999999999.dkr.ecr.us-east-1.amazonaws.com/web';
    const run = await stage.run({ images: [imageSpec({ repository })] });
    expect(run.problems[0]).toMatch(/there is no repository web in 999999999999, region us-east-1/);
  });
});

describe('where a repository is', () => {
  test('its account is named in every call', async () => {
    const stage = buildStage();
    const run = await stage.run({ images: [imageSpec({ repository: uriOf('web') })] });
    expect(run.problems).toEqual([]);
    const calls = stage.sandbox.requests.filter(({ input }) => 'registryId' in input);
    expect(calls.every(({ input }) => input['registryId'] === '123456789012')).toBe(true);
    expect([...new Set(calls.map(({ operation }) => operation))].sort()).toEqual([
      'BatchGetImage',
      'DescribeImages',
      'DescribeRepositories',
      'PutImage',
    ]);
  });

  test('calls go to its region, with the login of that region', async () => {
    const stage = buildStage();
    const repository = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/web';
    const run = await stage.run({ images: [imageSpec({ repository })] }, { region: 'us-east-1' });
    expect(run.problems).toEqual([]);
    const asked = run.calls.filter((call) => call === 'GetAuthorizationToken');
    expect([run.regions, asked.length]).toEqual([['us-east-1', 'eu-west-1'], 2]);
  });

  test('base images in ECR are logged in to, in their own region, those elsewhere are not', async () => {
    const base = '999999999999.dkr.ecr.eu-central-1.amazonaws.com/base:1';
    const run = await buildStage().run({}, { bases: { [base]: 'sha256:1', 'docker.io/library/ruby:3': 'sha256:2' } });
    expect([...run.logins.keys()]).toEqual([
      '123456789012.dkr.ecr.us-east-1.amazonaws.com',
      '999999999999.dkr.ecr.eu-central-1.amazonaws.com',
    ]);
    expect(run.regions).toContain('eu-central-1');
  });
});

test.each(['', '\ndeny: [ecr:DescribeRepositories]'])(
  'a registry that is none of ECR is refused, and never gets its token%s',
  async (denied) => {
    const stage = buildStage(`repositories: [{ name: team/web }]${denied}`);
    const run = await stage.run({ images: [imageSpec({ repository: 'ghcr.io/team/web' })] });
    expect(run.problems).toEqual([expect.stringMatching(/^Image web: ghcr\.io is no registry of Amazon ECR\./)]);
    expect([[...run.logins], run.solves, stage.changes()]).toEqual([[], [], []]);
  },
);

describe('several images', () => {
  const two = [imageSpec(), imageSpec({ name: 'api', repository: 'api', target: 'api' })];

  test('are built in one run, each to its repository', async () => {
    const stage = buildStage();
    const run = await stage.run({ images: two });
    expect(run.problems).toEqual([]);
    expect(run.solves.map(({ targets }) => targets.map(({ name }) => name))).toEqual([['web', 'api']]);
    expect(run.outcome?.images.map(({ digest }) => digest)).toEqual([stage.holder('v1'), stage.holder('v1', 'api')]);
  });

  test('of which one is there build the other alone', async () => {
    const stage = buildStage();
    await stage.run();
    const run = await stage.run({ images: two });
    expect(kindOf(run)).toBe('same-input,built');
    expect(run.solves.map(({ targets }) => targets.map(({ name }) => name))).toEqual([['api']]);
  });

  test('can go to one repository, which is asked about once', async () => {
    const stage = buildStage();
    const images = [imageSpec({ tags: ['web-1'] }), imageSpec({ name: 'job', target: 'job', tags: ['job-1'] })];
    const run = await stage.run({ images });
    expect(run.problems).toEqual([]);
    expect([stage.holder('web-1'), stage.holder('job-1')]).toEqual(run.outcome?.images.map(({ digest }) => digest));
    expect(run.calls.filter((call) => call === 'DescribeRepositories')).toHaveLength(1);
  });

  test.each(['{{sha}}', '{{run-id}}-{{sha}}'])('cannot share the tag %s of one repository', async (tag) => {
    const stage = buildStage();
    const images = [
      imageSpec({ tags: [tag] }),
      imageSpec({ name: 'job', repository: uriOf('web'), target: 'job', tags: ['job', tag] }),
      imageSpec({ name: 'api', repository: 'api', tags: [tag] }),
    ];
    const run = await stage.run({ images }, { environment: { GITHUB_SHA: 'a'.repeat(40), GITHUB_RUN_ID: '7' } });
    expect(run.problems).toEqual([
      expect.stringMatching(/^Image job: the tag \S+ of the repository \S+\/web is that of image web, too\./),
    ]);
    expect(stage.changes()).toEqual([]);
  });

  test('of one input that are called differently share their image, and may share tags', async () => {
    const stage = buildStage();
    const run = await stage.run({ images: [imageSpec(), imageSpec({ name: 'job' })] });
    expect(run.problems).toEqual([]);
    expect(new Set([stage.holder('v1'), ...(run.outcome?.images ?? []).map(({ digest }) => digest)]).size).toBe(1);
  });

  test('of which one is refused build nothing, and all that is wrong is told', async () => {
    const stage = buildStage();
    const run = await stage.run({
      images: [...two, imageSpec({ name: 'x', repository: 'no/x' }), imageSpec({ name: 'y', repository: 'no/y' })],
    });
    expect(run.problems.map((problem) => problem.slice(0, 8))).toEqual(['Image x:', 'Image y:']);
    expect(stage.changes()).toEqual([]);
  });
});

describe('an index', () => {
  const images = [imageSpec({ platforms: ['linux/amd64', 'linux/arm64'] })];

  test('is tagged again byte for byte, and tells its images by platform', async () => {
    const stage = buildStage();
    const first = await stage.run({ images });
    const second = await stage.run({ images: [imageSpec({ platforms: ['linux/amd64', 'linux/arm64'], tags: ['v2'] })] });
    expect(kindOf(second)).toBe('same-input');
    expect(stage.holder('v2')).toBe(digestIn(first));
    expect([...(second.outcome?.images[0]?.platformDigests.keys() ?? [])]).toEqual(['linux/amd64', 'linux/arm64']);
  });
});

const engine: RunOptions = { machinery: { frontend: 'buildx', driver: 'docker' } };

describe('the builder of the engine', () => {
  test('builds under one of the tags, which is pushed', async () => {
    const stage = buildStage();
    const run = await stage.run({}, engine);
    expect(run.problems).toEqual([]);
    expect(run.pushes).toEqual([expect.stringMatching(new RegExp(`^${uriOf('web')}:in-`))]);
    expect(stage.holder('v1')).toBe(digestIn(run));
  });

  test('pushes nothing where another run has pushed the same input meanwhile', async () => {
    const stage = buildStage();
    const other: string[] = [];
    const run = await stage.run({}, {
      ...engine,
      before: async ({ number }) => {
        // The first call after the build: before it, repository, token and tags were read.
        if (number === 4) other.push(digestIn(await stage.run()));
      },
    });
    expect([digestIn(run)]).toEqual(other);
    expect(run.pushes).toEqual([]);
    expect(kindOf(run)).toBe('same-input');
  });

  test('of whose images one cannot be pushed, ends with the others in their repositories', async () => {
    const stage = buildStage();
    const images = [imageSpec(), imageSpec({ name: 'api', repository: 'api' })];
    const denied = 'denied: Your authorization token has expired.';
    const run = await stage.run({ images }, { ...engine, pushEnds: [denied] });
    expect(run.problems).toEqual([expect.stringMatching(denied)]);
    expect([stage.holder('v1'), stage.holder('v1', 'api')]).toEqual([undefined, expect.stringMatching(/^sha256:/)]);
    expect(run.outcome?.images.map(({ name }) => name)).toEqual(['api']);
    expect(run.outcome?.unfinished).toEqual([{ name: 'web', image: undefined }]);
  });

  test('pushes under no tag that nobody asked for where the input tag is held and no other is left', async () => {
    const stage = buildStage('repositories: [{ name: web, exclusions: ["in-*"] }]');
    await stage.run();
    stage.push('latest', 'theirs');
    const before = stage.holder('latest');
    stage.pass(8);
    const run = await stage.run({ images: [imageSpec({ tags: ['pr-{{pr}}'] })] }, engine);
    expect([run.problems, kindOf(run), stage.holder('latest')]).toEqual([[], 'built', before]);
    expect(run.pushes).toEqual([expect.stringMatching(new RegExp(`^${uriOf('web')}:in-.*-\\d+$`))]);
  });

  test('makes a builder of its own for a cache, and goes on without one', async () => {
    const options = { ...buildOptions, cache: { kind: 'ecr' } as const };
    const made = await buildStage().run({ options }, engine);
    expect([made.extended, made.pushes, made.solves[0]?.builder]).toEqual([1, [], 'made']);
    expect(made.solves[0]?.targets[0].cacheTo).toHaveLength(1);
    const not = await buildStage().run({ options }, { ...engine, extend: { why: 'no image can be pulled' } });
    expect(not.problems).toEqual([]);
    expect([not.pushes.length, not.solves[0]?.targets[0].cacheTo]).toEqual([1, []]);
    expect(not.lines).toContain('No builder that keeps layers could be made, so none are kept: no image can be pulled');
  });

  test('is not enough for several platforms where no builder can be made: nothing is built', async () => {
    const images = [imageSpec({ platforms: ['linux/amd64', 'linux/arm64'] })];
    const run = await buildStage().run({ images }, { ...engine, extend: { why: 'no image can be pulled' } });
    expect(run.problems[0]).toMatch(/^No builder is there that can make several platforms: no image can be pulled/);
    expect([run.solves, run.closed]).toEqual([[], 1]);
  });

  test('compresses nothing by zstd: a builder is made for that', async () => {
    const images = [imageSpec({ compression: 'zstd' })];
    const made = await buildStage().run({ images }, engine);
    expect([made.problems, made.extended, made.solves[0]?.targets[0].compression]).toEqual([[], 1, 'zstd']);
    const not = await buildStage().run({ images }, { ...engine, extend: { why: 'no image can be pulled' } });
    expect(not.problems[0]).toMatch(/^No builder is there that can make compression zstd: no image can be pulled/);
  });

  test('is not left for another where it is named', async () => {
    const options = { ...buildOptions, builder: 'default', cache: { kind: 'gha' } as const };
    const run = await buildStage().run({ options }, engine);
    expect([run.problems, run.extended, run.solves[0]?.builder]).toEqual([[], 0, 'default']);
    expect(run.lines).toContain('The builder of the engine keeps no layers beyond this machine: the cache is not used.');
  });

  test('without Buildx refuses what it cannot do before anything is built', async () => {
    const machinery = { frontend: 'plain', driver: undefined } as const;
    const images = [imageSpec({ annotations: ['a=b'] }), imageSpec({ name: 'api', repository: 'api' })];
    const run = await buildStage().run({ images }, { machinery });
    expect(run.problems[0]).toMatch(/cannot do what is asked for: images, annotations\./);
    expect([run.solves, run.closed]).toEqual([[], 1]);
  });
});

describe('a registry that is busy', () => {
  const busy =
    'ERROR: failed to push r/web: unexpected status from PUT request to https://r/v2/web: 503 Service Unavailable';
  const nine = Array<string>(9).fill(busy);

  test.each([
    ['the builder', { ends: nine }],
    ['the engine', { ...engine, pushEnds: nine }],
  ])('is tried four times by %s, with longer and longer waits', async (_, options) => {
    const stage = buildStage();
    const begin = stage.clock.now();
    const run = await stage.run({}, options);
    expect(Math.max(run.solves.length, run.pushes.length)).toBe(4);
    expect(stage.clock.now() - begin).toBe(14_000);
    expect(run.problems[0]).toMatch(/503 Service Unavailable\. The registry stayed busy/);
    expect(run.lines.filter((line) => line.startsWith('The registry is busy'))).toHaveLength(3);
    expect(run.closed).toBe(1);
  });

  test.each([
    ['the builder', { ends: [busy, busy] }],
    ['the engine', { ...engine, pushEnds: [busy, busy] }],
  ])('is no failure of %s where it answers in the end', async (_, options) => {
    const stage = buildStage();
    const run = await stage.run({}, options);
    expect([run.problems, stage.holder('v1')]).toEqual([[], digestIn(run)]);
  });

  test.each([
    ['a build that failed', 'ERROR: failed to solve: process "make" did not complete successfully: exit code: 2'],
    ['a login that is refused', 'ERROR: failed to push r/web: denied: Your authorization token has expired.'],
    ['a full disk', 'ERROR: write /var/lib: no space left on device'],
  ])('is not meant by %s: it is tried once', async (_, text) => {
    const stage = buildStage();
    const built = await stage.run({}, { ends: [text] });
    const pushed = await stage.run({}, { ...engine, pushEnds: [text] });
    expect([built.solves.length, pushed.pushes.length]).toEqual([1, 1]);
    expect([built.problems.length, pushed.problems.length]).toEqual([1, 1]);
    expect(stage.holder('v1')).toBeUndefined();
  });

  test('breaks a push in the middle: what was there before is left out by the next try', async () => {
    const stage = buildStage(`
repositories: [{ name: web }]
faults: [{ operation: ecr:CompleteLayerUpload, kind: server-error, after: 1, times: 1 }]`);
    const run = await stage.run();
    expect(run.problems).toEqual([]);
    expect(run.solves).toHaveLength(2);
  });

  test('that broke the connection where an upload begins is not tried again', async () => {
    const run = await buildStage(`
repositories: [{ name: web }]
faults: [{ operation: InitiateLayerUpload, kind: eof, times: 9 }]`).run();
    expect(run.solves).toHaveLength(1);
    expect(run.problems[0]).toMatch(/EOF\. So ends an upload to ECR where the repository is missing/);
  });
});

describe('a cache that the builder cannot begin with', () => {
  const raw = (...to: readonly string[]) => ({ ...buildOptions, cache: { kind: 'raw', from: [], to } as const });
  const [exporter, folder] = ['unknown cache exporter: "x"', 'mkdir /proc/nope: no such file or directory'];

  test.each([
    [exporter, raw('type=s3')],
    [folder, raw('type=local,dest=/proc/nope')],
    [exporter, { ...buildOptions, cache: { kind: 'ecr' } as const }],
  ])('is left out, and the log says so: %s', async (why, options) => {
    const run = await buildStage().run({ options }, { ends: [`ERROR: failed to build: ${why}`] });
    expect(run.problems).toEqual([]);
    expect(run.solves.map(({ targets }) => targets[0].cacheTo.length)).toEqual([1, 0]);
    expect(run.lines).toContain(`The builder cannot begin with the cache (${why}): again without one.`);
  });

  test('is told where it is not what failed', async () => {
    const ends = [`ERROR: failed to build: ${folder}`, 'ERROR: failed to build: invalid host x'];
    const run = await buildStage().run({ options: raw('type=local,dest=a') }, { ends });
    expect([run.solves.length, run.problems]).toEqual([2, [expect.stringMatching(/^invalid host x\. .*extra-args/)]]);
  });

  test('is tried with three more tries for a busy registry, not with more', async () => {
    const busy = 'ERROR: failed to push r/web: unexpected status from PUT request to https://r/v2/web: 503 Service Unavailable';
    const ends = [busy, busy, busy, `ERROR: ${exporter}`, ...Array<string>(9).fill(busy)];
    expect((await buildStage().run({ options: raw('type=s3') }, { ends })).solves).toHaveLength(5);
  });
});

test('a cache of GitHub that this run cannot reach is told', async () => {
  const options = { ...buildOptions, cache: { kind: 'gha' } as const };
  const lines = async (environment: Readonly<Record<string, string>>) =>
    (await buildStage().run({ options }, { environment })).lines.filter((line) => line.startsWith('The cache of GitHub'));
  expect(await lines({})).toEqual([expect.stringContaining('no layers are taken from it or kept')]);
  expect(await lines({ ACTIONS_RUNTIME_TOKEN: 'x', ACTIONS_RESULTS_URL: 'https://r' })).toEqual([]);
});

test('what runs when the step is cancelled is told with its last output', async () => {
  const stage = buildStage();
  const run = await stage.run({}, {
    building: (steps, cancel) => {
      const begun = { id: '1', startedAt: 1, completedAt: undefined, isCached: false, error: undefined };
      steps.add({ steps: [{ ...begun, name: '[1/2] RUN make' }], outputs: [{ id: '1', text: 'one\ntwo' }] });
      stage.clock.advance(123_000);
      cancel();
    },
  });
  expect(run.problems).toEqual([expect.stringMatching(/^The step was cancelled/)]);
  expect(run.lines.slice(-3)).toEqual(['Cancelled while it ran: [1/2] RUN make, 2:03', 'one', 'two']);
});
