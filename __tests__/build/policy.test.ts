import { describe, expect, test } from '@jest/globals';
import { BUILD_POLICY } from '../../src/build/policy.ts';
import { policyDocument, type PolicyStatement } from '../../src/iam/policy.ts';
import { imageSpec, promotion } from '../support/build-request.ts';
import { type BuildRun, digestIn, type RunOptions } from '../support/build-run.ts';
import { type BuildStage, buildStage, uriOf } from '../support/build-stage.ts';

const names = new Map([
  ['REGION', 'us-east-1'],
  ['ACCOUNT', '123456789012'],
  ['REPOSITORY', 'web'],
  ['SOURCE_REGION', 'us-east-1'],
  ['SOURCE_ACCOUNT', '123456789012'],
  ['SOURCE_REPOSITORY', 'staging'],
]);

/** A policy as a user would fill it in, as a line of a scenario. */
function policyOf(statements: readonly PolicyStatement[]): string {
  const text = JSON.stringify(policyDocument(statements));
  return `policy: ${[...names].reduce((line, [word, name]) => line.replaceAll(new RegExp(`\\b${word}\\b`, 'g'), name), text)}`;
}

interface Case {
  readonly scenario?: string;
  /** What somebody who may do everything did before. */
  readonly before?: (stage: BuildStage) => Promise<unknown>;
  readonly request?: Parameters<BuildStage['run']>[0];
  readonly options?: RunOptions;
}

async function run(
  statements: readonly PolicyStatement[],
  { scenario = 'repositories: [{ name: web }]', before, request = {}, options = {} }: Case = {},
): Promise<BuildRun> {
  const stage = buildStage(`${scenario}\n${policyOf(statements)}`);
  await freely(stage, async () => before?.(stage));
  return stage.run(request, options);
}

/** An image that is built in one repository and promoted to `web` from there. */
async function promote(statements: readonly PolicyStatement[], source: 'web' | 'staging'): Promise<BuildRun> {
  const stage = buildStage(`repositories: [{ name: web }, { name: staging }]\n${policyOf(statements)}`);
  const images = [imageSpec({ repository: source, platforms: ['linux/amd64', 'linux/arm64'] })];
  const digest = digestIn(await freely(stage, () => stage.run({ images })));
  const promoted = promotion({ repository: 'web', source: { repository: source, digest }, tags: ['v2'] });
  return stage.promote({ images: [promoted] });
}

async function freely<T>({ sandbox: { world } }: BuildStage, act: () => Promise<T>): Promise<T> {
  const { permissions } = world;
  Object.assign(world, { permissions: { deny: [] } });
  const done = await act();
  Object.assign(world, { permissions });
  return done;
}

const withoutAction = (sid: string, action: string): readonly PolicyStatement[] =>
  BUILD_POLICY.map((statement) =>
    statement.sid === sid
      ? { ...statement, actions: statement.actions.filter((other) => other !== `ecr:${action}`) }
      : statement,
  );

const without = (sid: string): readonly PolicyStatement[] => {
  const rest = BUILD_POLICY.filter((statement) => statement.sid !== sid);
  if (rest.length === BUILD_POLICY.length) throw new Error(`There is no statement ${sid}.`);
  return rest;
};

/** How a run ended: built or reused, red, and what it warned of. */
const endOf = ({ outcome, problems, warnings }: BuildRun): object => ({
  ends: outcome?.images.map(({ reused }) => reused?.kind ?? 'built') ?? 'failed',
  problems: problems.length,
  warnings: warnings.length,
});

const built = { ends: ['built'], problems: 0, warnings: 0 };
const promoted = { ends: ['promoted'], problems: 0, warnings: 0 };
const reused = { ends: ['same-input'], problems: 0, warnings: 0 };
const there: Case = {
  before: (stage) => stage.run(),
  request: { images: [imageSpec({ tags: ['v1', 'v2'] })] },
};

describe('the policy of build-push', () => {
  test('is enough to build, and to reuse', async () => {
    expect(endOf(await run(BUILD_POLICY))).toEqual(built);
    expect(endOf(await run(BUILD_POLICY, there))).toEqual(reused);
  });

  test('is enough for the builder of the engine, an index, a repository that the push makes and a base image in ECR', async () => {
    const engine = { machinery: { frontend: 'buildx', driver: 'docker' } } as const;
    const images = [imageSpec({ platforms: ['linux/amd64', 'linux/arm64'] })];
    const runs = [
      await run(BUILD_POLICY, { options: engine }),
      await run(BUILD_POLICY, { request: { images } }),
      await run(BUILD_POLICY, needsTemplates),
      await run(BUILD_POLICY, needsPull),
    ];
    expect(runs.map(endOf)).toEqual([built, built, built, built]);
    expect(runs[0]?.outcome?.images[0]?.size).toBeGreaterThan(0);
  });

  test('is enough to promote an index from another repository, and inside of one', async () => {
    expect(endOf(await promote(BUILD_POLICY, 'staging'))).toEqual(promoted);
    expect(endOf(await promote(BUILD_POLICY, 'web'))).toEqual(promoted);
  });

  test('has no action that none of these needs', async () => {
    const all = BUILD_POLICY.flatMap(({ actions }) => actions);
    const idle: string[] = [];
    for (const action of all) {
      const rest = BUILD_POLICY.map((statement) => ({
        ...statement,
        actions: statement.actions.filter((other) => other !== action),
      })).filter(({ actions }) => actions.length > 0);
      const cases = [{}, there, needsTemplates, needsPull];
      const ends = await Promise.all(cases.map(async (each) => JSON.stringify(sizeAndEnd(await run(rest, each)))));
      const whole = await Promise.all(
        cases.map(async (each) => JSON.stringify(sizeAndEnd(await run(BUILD_POLICY, each)))),
      );
      if (ends.join() === whole.join()) idle.push(action);
    }
    expect(idle).toEqual([]);
  });
});

const needsTemplates: Case = { scenario: 'creationTemplates: [{ prefix: ROOT }]' };
const base = `${uriOf('web')}:base`;
const needsPull: Case = {
  before: (stage) => Promise.resolve(stage.push('base', 'base')),
  options: { pulls: [base], bases: { [base]: 'sha256:1' } },
};

const sizeAndEnd = (run: BuildRun): object => ({
  ...endOf(run),
  size: run.outcome?.images[0]?.size === undefined,
});

describe('without a statement that is needed', () => {
  const denied = (action: string): RegExp => new RegExp(`is not authorized to perform: ecr:${action} on resource`);

  test.each([
    ['LogIn', 'GetAuthorizationToken'],
    ['ReadImages', 'BatchGetImage'],
  ])('%s nothing is built or reused', async (sid, action) => {
    for (const each of [{}, there]) {
      const { outcome, problems, solves } = await run(without(sid), each);
      expect([outcome, solves]).toEqual([undefined, []]);
      expect(problems[0]).toMatch(denied(action));
      expect(problems[0]).toContain(`"Action":"ecr:${action}"`);
    }
  });

  test('TagImages nothing is pushed, and what is there gets no tag', async () => {
    const pushed = await run(without('TagImages'));
    expect(pushed.outcome?.images).toEqual([]);
    expect(pushed.problems[0]).toMatch(denied('PutImage'));
    const tagged = await run(without('TagImages'), there);
    expect(tagged.problems).toEqual([expect.stringMatching(/its tag v2 is not: .*"Action":"ecr:PutImage"/)]);
  });

  test('PushLayers nothing is pushed, and what is there is reused', async () => {
    for (const action of ['BatchCheckLayerAvailability', 'InitiateLayerUpload', 'UploadLayerPart', 'CompleteLayerUpload']) {
      const rest = BUILD_POLICY.map((statement) => ({
        ...statement,
        actions: statement.actions.filter((other) => other !== `ecr:${action}`),
      }));
      const { outcome, problems } = await run(rest);
      expect(outcome?.images).toEqual([]);
      expect(problems[0]).toMatch(denied(action));
    }
    expect(endOf(await run(without('PushLayers'), there))).toEqual(reused);
  });
});

/** Of each optional statement what it costs, and that it costs no more. */
const OPTIONAL: Readonly<Record<string, () => Promise<void>>> = {
  PullLayers: async () => {
    const rest = without('PullLayers');
    expect(endOf(await run(rest))).toEqual(built);
    expect(endOf(await run(rest, there))).toEqual(reused);
    const pulled = await run(rest, needsPull);
    expect(pulled.problems[0]).toMatch(/not authorized to perform: ecr:GetDownloadUrlForLayer/);
  },
  ReadRepositories: async () => {
    const rest = without('ReadRepositories');
    expect(endOf(await run(rest))).toEqual({ ...built, warnings: 1 });
    expect(endOf(await run(rest, there))).toEqual({ ...reused, warnings: 1 });
    const uri = { request: { images: [imageSpec({ repository: uriOf('web') })] } };
    expect(endOf(await run(rest, uri))).toEqual({ ...built, warnings: 1 });
    // What else is seen before the build shows after it, or when tags are read.
    const missing = await run(rest, { scenario: 'repositories: [{ name: other }]' });
    expect(missing.problems[0]).toMatch(/The repository with name 'web' does not exist/);
    const fixed = await run(rest, {
      scenario: 'repositories: [{ name: web, immutable: true }]',
      before: (stage) => Promise.resolve(stage.push('v1', 'theirs')),
    });
    expect(endOf(fixed)).toEqual({ ends: ['built'], problems: 1, warnings: 1 });
  },
  ReadCreationTemplates: async () => {
    const rest = without('ReadCreationTemplates');
    expect(endOf(await run(rest))).toEqual(built);
    const { problems, solves } = await run(rest, needsTemplates);
    expect([problems.length, solves]).toEqual([1, []]);
    expect(problems[0]).toMatch(/there is no repository web in this account/);
  },
  ReadSource: async () => {
    const rest = without('ReadSource');
    expect(endOf(await run(rest))).toEqual(built);
    expect(endOf(await run(rest, there))).toEqual(reused);
    expect(endOf(await promote(rest, 'web'))).toEqual(promoted);
    for (const action of ['BatchGetImage', 'GetDownloadUrlForLayer']) {
      const { outcome, problems } = await promote(withoutAction('ReadSource', action), 'staging');
      expect([outcome?.images ?? [], problems.length]).toEqual([[], 1]);
      expect(problems[0]).toContain(
        `"Action":"ecr:${action}","Resource":"arn:aws:ecr:us-east-1:123456789012:repository/staging"`,
      );
    }
  },
  ReadAges: async () => {
    const rest = without('ReadAges');
    expect(endOf(await run(rest))).toEqual(built);
    const old = {
      before: async (stage: BuildStage) => {
        await stage.run();
        stage.pass(8);
      },
    };
    expect(endOf(await run(BUILD_POLICY, old))).toEqual(built);
    const taken = await run(rest, old);
    expect(endOf(taken)).toEqual(reused);
    expect(taken.outcome?.images[0]?.size).toBeUndefined();
    const fixed = 'repositories: [{ name: web, immutable: true }]';
    const again = { scenario: fixed, before: (stage: BuildStage) => stage.run() };
    expect(endOf(await run(rest, again))).toEqual(reused);
    const theirs = {
      scenario: fixed,
      before: (stage: BuildStage) => Promise.resolve(stage.push('v1', 'theirs')),
    };
    const unread = await run(rest, theirs);
    expect(unread.problems).toEqual([expect.stringMatching(/the tag v1, .* cannot be read\. Allow ecr:DescribeImages/)]);
  },
};

describe('without a statement that is optional', () => {
  test.each(BUILD_POLICY.filter(({ optional }) => optional).map(({ sid }) => sid))(
    '%s a build costs what its line says, and no more',
    async (sid) => {
      const costs = OPTIONAL[sid];
      if (costs === undefined) throw new Error(`${sid} is optional: prove here what a build without it is like.`);
      await costs();
    },
  );
});
