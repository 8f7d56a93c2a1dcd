import { expect, test } from '@jest/globals';
import { BUILD_POLICY } from '../../src/build/policy.ts';
import { type Ended, finalErrorsOf } from '../support/action.ts';
import { processesWith } from '../support/bad-build.ts';
import { type Checkout, openCheckout } from '../support/checkout.ts';
import { dockerTest } from '../support/docker.ts';
import { denyNow } from '../support/deployment.ts';
import { manifestOf, putManifest } from '../support/registry.ts';

const PARTS = [
  'a Docker engine',
  'Docker Buildx',
  'a builder on buildkitd',
  'a static /bin/busybox',
] as const;

/** What a step does that lacks one action of a statement that is optional. */
interface WithoutAction {
  readonly scenario?: string;
  /** What was there before the action was denied. */
  readonly before?: (checkout: Checkout) => Promise<unknown>;
  readonly inputs?: Readonly<Record<string, string>>;
  /** In the last error; undefined where the step is green. */
  readonly fails?: readonly string[];
  /** In the log, or among the warnings. */
  readonly says?: readonly string[];
}

const policyLine = (action: string): string =>
  `Add this statement to the policy of the role that the job assumes: {"Effect":"Allow","Action":"ecr:${action}"`;

const ROWS: Readonly<Record<string, readonly WithoutAction[]>> = {
  'ecr:GetDownloadUrlForLayer': [
    { says: ['web is '] },
    {
      before: (checkout) => checkout.build({ cache: 'ecr' }),
      inputs: { cache: 'ecr', reuse: 'off', 'build-args': 'SAID=other' },
      says: ['web is ', 'ecr:GetDownloadUrlForLayer'],
    },
    {
      before: async (checkout) => {
        // An image that the builder has never seen.
        const layer = `layer of ${checkout.host}`;
        const config = JSON.stringify({ architecture: 'amd64', os: 'linux', author: checkout.host });
        for (const content of [layer, config]) await checkout.upload('api', content);
        await putManifest(checkout.ask, 'api/manifests/base', manifestOf(layer, config));
        checkout.write({ Dockerfile: `FROM ${checkout.host}/api:base\nCOPY app /more\n` });
      },
      fails: ['api:base', 'allow ecr:GetDownloadUrlForLayer on it'],
    },
  ],
  'ecr:DescribeRepositories': [
    { says: ['cannot be read before the build', policyLine('DescribeRepositories'), 'web is '] },
  ],
  'ecr:DescribeRepositoryCreationTemplates': [
    { says: ['web is '] },
    {
      scenario: 'creationTemplates: [{ prefix: ROOT }]',
      fails: ['there is no repository web', 'creation template'],
    },
  ],
  'ecr:DescribeImages': [
    { before: (checkout) => checkout.build(), inputs: { tags: 'v2' }, says: ['web is ', '(reused)'] },
    {
      scenario: 'repositories: [{ name: web, immutable: true, tags: [v1] }]',
      fails: ['the tag v1', 'cannot be read', 'Allow ecr:DescribeImages'],
    },
  ],
};

test('every action that is optional has its rows', () => {
  const optional = BUILD_POLICY.flatMap(({ optional, actions }) => (optional ? actions : []));
  expect(Object.keys(ROWS).sort()).toEqual([...optional].sort());
});

for (const [action, rows] of Object.entries(ROWS)) {
  for (const [index, row] of rows.entries()) {
    const end = row.fails === undefined ? 'a step is green' : 'a step fails clearly, with nothing left';
    dockerTest(`without ${action} ${end} (${index + 1})`, PARTS, async () => {
      await using checkout = await openCheckout(row.scenario);
      await row.before?.(checkout);
      const before = tagsIn(checkout);
      denyNow(checkout.sandbox, action);
      const ended = await checkout.build(row.inputs);
      expectEnd(ended, row);
      const tagged = tagsIn(checkout).length > before.length;
      expect(tagged).toBe(row.fails === undefined);
      expect([...checkout.leftovers(), ...processesWith(checkout.temporary)]).toEqual([]);
    });
  }
}

const tagsIn = ({ sandbox }: Checkout): readonly string[] =>
  sandbox.world.ecr.repositories.flatMap(({ images }) => images.flatMap(({ tags }) => tags));

function expectEnd(ended: Ended, { says = [], fails }: WithoutAction): void {
  expect(ended.log).not.toContain('This is a bug');
  for (const text of says) expect(ended.log).toContain(text);
  const errors = finalErrorsOf(ended).map(({ message }) => message);
  expect([ended.exitCode, errors.length]).toEqual(fails === undefined ? [0, 0] : [1, 1]);
  for (const text of fails ?? []) expect(errors[0]).toContain(text);
}
