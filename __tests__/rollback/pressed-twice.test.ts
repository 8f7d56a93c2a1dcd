import { describe, expect, test } from '@jest/globals';
import type { Outcome } from '../../src/deploy/outcome.ts';
import type { RollbackRequest } from '../../src/rollback/rollback.ts';
import { blueGreenStage, file, stage, type StageOptions, webFile } from '../support/deployment.ts';
import { shiftScenario } from '../support/shift.ts';

const native = shiftScenario({ configuration: 'strategy: BLUE_GREEN, bakeTimeInMinutes: 0' });

const KINDS = {
  'a rolling service': (options: StageOptions) => ({
    shop: stage(options),
    revision: file,
    family: 'worker',
  }),
  'a service whose traffic ECS shifts': (options: StageOptions) => ({
    shop: stage({ ...options, scenario: native }),
    revision: file,
    family: 'worker',
  }),
  'a service that CodeDeploy deploys': (options: StageOptions) => ({
    shop: blueGreenStage(options),
    revision: webFile,
    family: 'web',
  }),
} as const;
type Kind = keyof typeof KINDS;

const by = (runId: string): Partial<RollbackRequest> => ({
  run: { repository: 'example/shop', commit: 'c0ffee', runId, runAttempt: '1' },
});

interface Pressed {
  readonly outcomes: readonly Outcome[];
  readonly warnings: readonly string[];
  readonly mutations: readonly string[];
  /** What serves in the end, as a number. */
  readonly serving: number;
}

/** Revision 4 serves and is bad; somebody rolls back, and somebody else does when so many requests were sent for the first. */
async function pressedTwice(kind: Kind, atRequest: number): Promise<Pressed> {
  let sent = -Infinity;
  let second: Promise<Outcome> | undefined;
  const { shop, revision, family } = KINDS[kind]({
    before: () => {
      sent += 1;
      if (sent === atRequest) second = shop.rollBack(by('202'));
    },
  });
  for (const tag of ['v2', 'v3', 'v1']) {
    await shop.deploy({ revision: revision(tag), waitMinutes: 120 });
    shop.pass(1_200);
  }
  const earlier = shop.mutations().length;
  shop.told.warnings.length = 0;
  sent = 0;
  const first = await shop.rollBack(by('101'));
  // What CodeDeploy keeps of the task set before is kept for some minutes.
  if (second === undefined) shop.pass(1_200);
  second ??= shop.rollBack(by('202'));
  const outcomes = [first, await second];
  const found = outcomes[1]?.runningTaskDefinition ?? '';
  return {
    outcomes,
    warnings: shop.told.warnings,
    mutations: shop.mutations().slice(earlier),
    serving: Number(found.slice(found.indexOf(`/${family}:`) + family.length + 2)),
  };
}

const kinds = [
  'a rolling service',
  'a service whose traffic ECS shifts',
  'a service that CodeDeploy deploys',
] as const;

describe.each(kinds)('pressed twice on %s', (kind) => {
  // Before the first reads, before it starts, right before and after its start, and while it is watched.
  test.each([1, 2, 5, 8, 9, 10, 60])(
    'at request %i of the first, the second joins it or finds it done, and nobody goes further back',
    async (at) => {
      const { outcomes, warnings, mutations, serving } = await pressedTwice(kind, at);
      expect(outcomes.map(({ verdict }) => verdict.status)).toEqual(['deployed', 'deployed']);
      expect(serving).toBe(3);
      expect(warnings).toEqual([]);
      const start = kind.includes('CodeDeploy') ? 'codedeploy:CreateDeployment' : 'ecs:UpdateService';
      expect(new Set(mutations)).toEqual(new Set([start]));
    },
  );

  test('again after it is complete goes one further back, and says so before it does', async () => {
    const { outcomes, warnings, serving } = await pressedTwice(kind, Infinity);
    expect(outcomes.map(({ verdict }) => verdict.status)).toEqual(['deployed', 'deployed']);
    expect(serving).toBe(2);
    const family = kind.includes('CodeDeploy') ? 'web' : 'worker';
    expect(warnings).toEqual([
      `${family}:3 serves since the service was returned from ${family}:4: this rollback goes one further back, from ${family}:3 to ${family}:2.`,
    ]);
  });
});
