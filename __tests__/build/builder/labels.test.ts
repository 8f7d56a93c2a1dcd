import { describe, expect, test } from '@jest/globals';
import { imageLabels } from '../../../src/build/builder/labels.ts';

const run = {
  GITHUB_REPOSITORY: 'octo-org/shop',
  GITHUB_SERVER_URL: 'https://github.example.com',
  GITHUB_SHA: 'c0ffee',
  GITHUB_REF_NAME: 'v1.2',
};
const none = new Map<string, string>();
const at = Date.UTC(2026, 8, 1, 12);

describe('labels of an image', () => {
  test('tell of commit, repository and version, and nothing of the run', () => {
    const labels = imageLabels({ ...run, GITHUB_RUN_ID: '77', GITHUB_RUN_ATTEMPT: '2' }, { at }, none);
    expect(Object.fromEntries(labels)).toEqual({
      'org.opencontainers.image.source': 'https://github.example.com/octo-org/shop',
      'org.opencontainers.image.url': 'https://github.example.com/octo-org/shop',
      'org.opencontainers.image.revision': 'c0ffee',
      'org.opencontainers.image.version': 'v1.2',
      'org.opencontainers.image.created': '2026-09-01T12:00:00.000Z',
    });
  });

  test.each([
    ['GITHUB_REPOSITORY', ['source', 'url']],
    ['GITHUB_SHA', ['revision']],
    ['GITHUB_REF_NAME', ['version']],
  ])('lack what depends on %s where it is empty', (variable, missing) => {
    const whole = [...imageLabels(run, { at }, none).keys()];
    const lacking = [...imageLabels({ ...run, [variable]: '' }, { at }, none).keys()];
    expect(whole.filter((name) => !lacking.includes(name))).toEqual(
      missing.map((name) => `org.opencontainers.image.${name}`),
    );
  });

  test('lack the time outside of git, and name github.com where no server is given', () => {
    const labels = imageLabels({ GITHUB_REPOSITORY: 'octo-org/shop', GITHUB_SERVER_URL: '' }, { at: undefined }, none);
    expect(Object.fromEntries(labels)).toEqual({
      'org.opencontainers.image.source': 'https://github.com/octo-org/shop',
      'org.opencontainers.image.url': 'https://github.com/octo-org/shop',
    });
  });

  test('of the user overrule them, and stand beside them', () => {
    const own = new Map([
      ['org.opencontainers.image.version', '9'],
      ['team', 'shop'],
    ]);
    const labels = imageLabels(run, { at }, own);
    expect([labels.get('org.opencontainers.image.version'), labels.get('team'), labels.size]).toEqual(['9', 'shop', 6]);
  });
});
