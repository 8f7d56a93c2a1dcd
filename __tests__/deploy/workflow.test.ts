import { describe, expect, test } from '@jest/globals';
import { GITHUB_FIELDS, placeholderValues, runIdentity } from '../../src/deploy/workflow.ts';

const nothing = { image: undefined, images: undefined, vars: undefined };

/** What a runner sets, with things that are nobody's business. */
const environment = {
  ...Object.fromEntries(Object.values(GITHUB_FIELDS).map((variable) => [variable, `of ${variable}`])),
  GITHUB_TOKEN: 'ghs_secret',
  ACTIONS_RUNTIME_TOKEN: 'secret',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'secret',
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_SESSION_TOKEN: 'secret',
  INPUT_VARS: 'A: secret',
  PATH: '/usr/bin',
};

describe('values of placeholders', () => {
  test('of the environment are the listed fields and nothing else', () => {
    expect([...placeholderValues(nothing, environment).keys()].sort()).toEqual(
      [
        'actor',
        'event_name',
        'job',
        'ref',
        'ref_name',
        'ref_type',
        'repository',
        'repository_owner',
        'run_attempt',
        'run_id',
        'run_number',
        'server_url',
        'sha',
        'workflow',
      ].map((field) => `github.${field}`),
    );
  });

  test('hold no credential', () => {
    expect([...placeholderValues(nothing, environment).values()].join()).not.toMatch(/secret/);
  });

  test('have the names that workflows know', () => {
    const values = placeholderValues(nothing, { GITHUB_SHA: 'c0ffee', GITHUB_REF_NAME: 'main' });
    expect([...values]).toEqual([
      ['github.ref_name', 'main'],
      ['github.sha', 'c0ffee'],
    ]);
  });

  test('come from image, images and vars under names of their own', () => {
    const values = placeholderValues(
      { image: 'app:v1', images: new Map([['web', 'web:v1']]), vars: new Map([['image', 'x']]) },
      {},
    );
    expect([...values]).toEqual([
      ['image', 'app:v1'],
      ['images.web', 'web:v1'],
      ['vars.image', 'x'],
    ]);
  });

  test('an empty field has no value', () => {
    expect(placeholderValues(nothing, { GITHUB_REF_NAME: '' }).size).toBe(0);
  });
});

describe('who deploys', () => {
  test('is read off the variables of the runner', () => {
    expect(
      runIdentity({
        GITHUB_REPOSITORY: 'example/shop',
        GITHUB_SHA: 'c0ffee',
        GITHUB_RUN_ID: '77',
        GITHUB_RUN_ATTEMPT: '2',
      }),
    ).toEqual({ repository: 'example/shop', commit: 'c0ffee', runId: '77', runAttempt: '2' });
  });

  test('is not known outside of a workflow', () => {
    expect(runIdentity({ GITHUB_RUN_ID: '' })).toEqual({});
  });
});
