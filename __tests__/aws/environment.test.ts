import { describe, expect, test } from '@jest/globals';
import { checkEnvironment, unusedCredentials } from '../../src/aws/environment.ts';
import { UserError } from '../../src/inputs/problem.ts';

/** What is said about these variables; nothing when they are right. */
function said(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  try {
    checkEnvironment(environment, { role: false });
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.problems.map(({ message }) => message);
  }
}

const good = {
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'wJalr/XUtnFEMI+K7MDENG=',
  AWS_SESSION_TOKEN: '',
  AWS_ENDPOINT_URL: 'http://127.0.0.1:4566',
  AWS_ENDPOINT_URL_ECS: 'HTTPS://ecs.example.com/path',
  HOME: '/home/some one',
};

test('variables as they should be, empty or absent are right', () => {
  expect(said(good)).toEqual([]);
  expect(said({ AWS_ENDPOINT_URL: '', AWS_ACCESS_KEY_ID: undefined })).toEqual([]);
});

describe('credentials', () => {
  test.each([
    ['AWS_ACCESS_KEY_ID', 'AKIDEXAMPLE\n'],
    ['AWS_SECRET_ACCESS_KEY', ' secret'],
    ['AWS_SESSION_TOKEN', 'to\tken'],
    ['AWS_SESSION_TOKEN', 'to\u2026ken'],
  ])('%s is wrong as %j', (name, value) => {
    expect(said({ ...good, [name]: value })).toEqual([
      `${name} has a space, a line break or another character that no AWS credential has.`,
    ]);
  });

  test('are never repeated', () => {
    expect(() => checkEnvironment({ AWS_SECRET_ACCESS_KEY: 'hush hush' }, { role: false })).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining('hush') }),
    );
  });
});

describe('endpoints', () => {
  test.each(['127.0.0.1:4566', 'localhost', 'ftp://127.0.0.1', 'http://', 'not http://a'])(
    '%s is no address of one',
    (value) => {
      expect(said({ AWS_ENDPOINT_URL: value })).toEqual([
        'AWS_ENDPOINT_URL is not the address of an endpoint.',
      ]);
    },
  );

  test('of one service are checked, too; what is only called alike is not', () => {
    expect(said({ AWS_ENDPOINT_URL_CODEDEPLOY: 'x' })).toHaveLength(1);
    expect(said({ AWS_ENDPOINT_URLS: 'x', MY_AWS_ENDPOINT_URL: 'x' })).toEqual([]);
  });
});

test('all that is wrong is said at once', () => {
  expect(said({ AWS_ACCESS_KEY_ID: 'a b', AWS_SESSION_TOKEN: 'c d', AWS_ENDPOINT_URL: 'x' })).toHaveLength(3);
});

describe('where a role is assumed', () => {
  test('credentials of the environment may be anything', () => {
    expect(() => checkEnvironment({ AWS_ACCESS_KEY_ID: 'a b' }, { role: true })).not.toThrow();
  });

  test.each(['AWS_ACCESS_KEY_ID', 'AWS_PROFILE', 'AWS_WEB_IDENTITY_TOKEN_FILE'])(
    '%s is said to be not used',
    (name) => {
      expect(unusedCredentials({ [name]: 'x' })?.message).toBe(
        `The credentials of ${name} are not used: role-to-assume is given.`,
      );
    },
  );

  test('nothing is said where there are none', () => {
    expect(unusedCredentials({ AWS_ACCESS_KEY_ID: '', AWS_REGION: 'us-east-1' })).toBeUndefined();
  });
});
