import { expect, test } from '@jest/globals';
import { readIdToken } from '../../../sandbox/github/id-token.ts';
import { answerIdToken } from '../../../sandbox/github/oidc.ts';
import { startOfTime } from '../../support/sandbox.ts';
import { openStsStage, subject } from '../../support/sts.ts';

const job = { repository: 'octo-org/shop', ref: 'refs/heads/main', environment: '' };
const ask = (path: string, authorization = 'bearer request-token') => ({
  method: 'GET',
  path: `/_sandbox/oidc?api-version=2.0${path}`,
  headers: { authorization },
  body: '',
});
const claimsOf = (answer: { readonly body: object }) =>
  'value' in answer.body && typeof answer.body.value === 'string'
    ? readIdToken(answer.body.value)
    : undefined;

test('gives the job a token for the audience it names, which lives five minutes', () => {
  expect(claimsOf(answerIdToken(ask('&audience=sts.amazonaws.com'), job, startOfTime))).toEqual({
    issuer: 'https://token.actions.githubusercontent.com',
    audience: 'sts.amazonaws.com',
    subject,
    expiration: startOfTime / 1_000 + 300,
  });
});

test('names the environment of the job in the subject instead of its ref', () => {
  const staging = { ...job, environment: 'staging' };
  expect(claimsOf(answerIdToken(ask(''), staging, startOfTime))).toMatchObject({
    subject: 'repo:octo-org/shop:environment:staging',
    audience: 'https://github.com/octo-org',
  });
});

test('is silent to whoever does not know the job’s request token', () => {
  expect(answerIdToken(ask('', ''), job, startOfTime).status).toBe(401);
});

test('is reached below /_sandbox/', () => {
  const reply = openStsStage().sandbox.handle(ask('&audience=sts.amazonaws.com'));
  expect(reply).toMatchObject({ kind: 'answer', status: 200, body: expect.stringContaining('"value":"') });
});
