import { describe, expect, test } from '@jest/globals';
import {
  isDescriptionOfRun,
  isOfRun,
  runDescription,
  type RunIdentity,
  runTags,
  withRunTags,
  wordsLimit,
} from '../../src/deploy/run.ts';

const run: RunIdentity = { repository: 'example/shop', commit: 'c0ffee', runId: '77', runAttempt: '1' };

describe('tags of a revision', () => {
  test('say repository, commit, run and attempt', () => {
    expect([...runTags(run)]).toEqual([
      ['ecs-deploy-toolkit:repository', 'example/shop'],
      ['ecs-deploy-toolkit:commit', 'c0ffee'],
      ['ecs-deploy-toolkit:run-id', '77'],
      ['ecs-deploy-toolkit:run-attempt', '1'],
    ]);
  });

  test('are none outside of a workflow', () => {
    expect(withRunTags([], { runId: '' })).toEqual({ tags: [], leftOut: false });
  });

  test("never overrule the user's own", () => {
    const mine = { key: 'ecs-deploy-toolkit:commit', value: 'mine' };
    const { tags } = withRunTags([mine], run);
    expect(tags.filter(({ key }) => key === mine.key)).toEqual([mine]);
    expect(tags).toHaveLength(4);
  });

  test('fit beside 46 of the user, and are left out beside 47', () => {
    const users = Array.from({ length: 47 }, (_, index) => ({ key: `k${index}`, value: '' }));
    expect(withRunTags(users.slice(1), run).tags).toHaveLength(50);
    expect(withRunTags(users, run)).toEqual({ tags: users, leftOut: true });
  });

  test('tell a revision of this run in any attempt', () => {
    expect(isOfRun(runTags({ ...run, runAttempt: '2' }), run)).toBe(true);
    expect(isOfRun(runTags({ ...run, runId: '78' }), run)).toBe(false);
    expect(isOfRun(runTags({ ...run, repository: 'example/other' }), run)).toBe(false);
  });

  test('that nobody set are nobody’s', () => {
    expect(isOfRun(new Map(), {})).toBe(false);
  });

  test('that lack the run are no run’s, even where the run lacks its number too', () => {
    const { repository = '', runId = '' } = run;
    const named = (name: string, value: string) => new Map([[`ecs-deploy-toolkit:${name}`, value]]);
    expect(isOfRun(named('repository', repository), { repository })).toBe(false);
    expect(isOfRun(named('run-id', runId), { runId })).toBe(false);
  });
});

describe('the description of a CodeDeploy deployment', () => {
  const web2 = 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:2';

  test("says who deploys, then the user's words", () => {
    expect(runDescription(run, web2, 'Release 4')).toBe(
      'ecs-deploy-toolkit example/shop run 77 attempt 1 commit c0ffee revision web:2: Release 4',
    );
  });

  test.each([{}, { repository: '', commit: '', runId: '', runAttempt: '' }])(
    'has a dash for what is not known (%j)',
    (unknown) => {
      expect(runDescription(unknown, web2, undefined)).toBe(
        'ecs-deploy-toolkit - run - attempt - commit - revision web:2',
      );
    },
  );

  test('with as many words as may be has exactly 512 characters', () => {
    const longest = `${'f'.repeat(255)}:2147483647`;
    expect(runDescription(run, longest, 'x'.repeat(wordsLimit(run)))).toHaveLength(512);
  });

  test('differs by the revision, however long the family is', () => {
    const family = 'f'.repeat(255);
    expect(runDescription(run, `${family}:11`, 'x')).not.toBe(runDescription(run, `${family}:12`, 'x'));
  });

  test.each([undefined, 'some words: with run 99'])(
    'is known as of this run in any attempt (%s)',
    (words) => {
      expect(isDescriptionOfRun(runDescription({ ...run, runAttempt: '5' }, web2, words), run)).toBe(true);
    },
  );

  test.each([
    ['another run', runDescription({ ...run, runId: '78' }, web2, undefined)],
    ['a run whose number begins alike', runDescription({ ...run, runId: '770' }, web2, undefined)],
    ['another repository', runDescription({ ...run, repository: 'example/other' }, web2, undefined)],
    ['words that quote it', `by hand: ${runDescription(run, web2, undefined)}`],
    ['no description', ''],
  ])('of %s is not', (_, description) => {
    expect(isDescriptionOfRun(description, run)).toBe(false);
  });

  test('outside of a workflow is nobody’s', () => {
    expect(isDescriptionOfRun(runDescription({}, web2, undefined), {})).toBe(false);
  });
});
