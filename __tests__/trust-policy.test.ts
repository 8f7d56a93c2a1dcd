import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { mintIdToken, readIdToken } from '../sandbox/github/id-token.ts';

const text = readFileSync('docs/iam/trust-policy.json', 'utf8');
const job = { repository: 'OWNER/REPOSITORY', ref: 'refs/heads/BRANCH', environment: '' };

test('the trust policy asks for just what the token of a job has', () => {
  const claims = readIdToken(mintIdToken(job, 'sts.amazonaws.com', 0));
  expect(JSON.parse(text)).toMatchObject({
    Statement: [
      {
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: {
            'token.actions.githubusercontent.com:aud': claims?.audience,
            'token.actions.githubusercontent.com:sub': claims?.subject,
          },
        },
      },
    ],
  });
});
