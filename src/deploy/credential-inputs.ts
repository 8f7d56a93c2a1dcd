import { formed, integer } from '../inputs/kinds.ts';

/** Inputs by which an action gets its credentials itself; the names are those of aws-actions. */
export const CREDENTIAL_INPUTS = {
  'role-to-assume': formed(
    {
      what: 'the ARN of an IAM role',
      pattern: /^arn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]+$/,
      example: 'arn:aws:iam::123456789012:role/deployer',
    },
    {
      description:
        'ARN of a role that the action assumes itself, by a token of GitHub; the job needs `permissions: id-token: write`. The credentials are renewed before they end and stay in the memory of this step. Without it those of the environment are used.',
    },
  ),
  'role-session-name': formed(
    {
      what: 'the name of a session: 2 to 64 letters, digits and the characters _+=,.@-',
      pattern: /^[\w+=,.@-]{2,64}$/,
      example: 'deploy-web',
    },
    {
      description:
        'Name of the session, which CloudTrail shows. The default is made of the repository and the run id.',
    },
  ),
  'role-duration-seconds': integer({
    min: 900,
    max: 43_200,
    default: '3600',
    description:
      'How long credentials of the role are good for before they are renewed; at most the maximum session duration of the role. A deployment may take longer.',
  }),
} as const;
