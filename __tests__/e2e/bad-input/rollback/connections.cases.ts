import type { BadInput, Step } from '../../../support/bad-input.ts';
import { webScenario } from '../../../support/blue-green.ts';
import { deployBoth } from '../../../support/past.ts';
import { workerScenario } from '../../../support/sandbox.ts';
import {
  answering,
  assumeRole,
  cuttingOff,
  lookAtNetwork,
  noCredentials,
  page,
} from '../connections.cases.ts';

const noRetry = { 'max-retries': '0' };

/** A service that has a revision to return to, where a call goes wrong from then on. */
const faulty = (family: 'worker' | 'web', fault: string): Omit<Step, 'name'> => {
  const more = `faults: [${fault}]`;
  return {
    scenario: family === 'web' ? webScenario({ more }) : workerScenario({ more }),
    before: deployBoth(family),
    inputs: { ...noRetry, cluster: 'shop', service: family },
  };
};

const rows: readonly Omit<BadInput, 'action'>[] = [
  {
    name: 'an endpoint that never answers',
    endpoint: () => undefined,
    inputs: noRetry,
    where: 'us-east-1',
    what: 'AWS did not answer in us-east-1 (ETIMEDOUT: a request has exceeded the configured 20000 ms',
    remedy: lookAtNetwork,
  },
  {
    name: 'an endpoint where nobody listens',
    endpoint: 'http://127.0.0.1:1',
    inputs: noRetry,
    where: 'us-east-1',
    what: 'AWS did not answer in us-east-1 (ECONNREFUSED',
    remedy: lookAtNetwork,
  },
  ...[200, 403, 502].map((status) => ({
    name: `an endpoint that answers ${status} with HTML`,
    endpoint: answering(status, page, 'text/html'),
    inputs: noRetry,
    where: 'sidekiq was not deployed',
    what: 'The answer is not JSON: something other than AWS answers at this address.',
    remedy: /Check the region, the endpoint|Correct what it names/,
  })),
  {
    name: 'an endpoint that cuts off in the middle of an answer',
    endpoint: cuttingOff,
    inputs: noRetry,
    where: 'us-east-1',
    what: 'AWS did not answer in us-east-1 (',
    remedy: lookAtNetwork,
  },
  {
    name: 'no region',
    env: { AWS_REGION: '' },
    where: 'AWS_REGION',
    what: 'There is no AWS region: neither AWS_REGION nor AWS_DEFAULT_REGION is set.',
    remedy: 'Set AWS_REGION under "env:" of the job, or by the step that assumes the role.',
  },
  {
    name: 'no credentials',
    env: noCredentials,
    where: 'sidekiq was not deployed',
    what: 'There are no valid AWS credentials (CredentialsProviderError',
    remedy: assumeRole,
  },
  ...(['ecs:ListServiceDeployments', 'ecs:DescribeServiceRevisions'] as const).map((operation) => ({
    ...faulty('worker', `{ operation: '${operation}', kind: server-error, times: 99 }`),
    name: `a history that cannot be read: ${operation} fails`,
    where: 'us-east-1',
    what: 'AWS did not answer in us-east-1 (',
    remedy: lookAtNetwork,
  })),
  {
    ...faulty('web', "{ operation: 'codedeploy:GetApplicationRevision', kind: throttle, times: 99 }"),
    name: 'a history that is throttled for ever',
    where: 'max-retries',
    what: 'AWS kept asking to slow down: Rate exceeded.',
    remedy: 'Run the job again later, or raise max-retries.',
  },
  {
    ...faulty('worker', "{ operation: 'ecs:UpdateService', after: 1, kind: expired-token, times: 9 }"),
    name: 'credentials that expire before the start',
    sent: ['UpdateService'],
    where: 'worker was not deployed',
    what: 'There are no valid AWS credentials (ExpiredTokenException',
    remedy: assumeRole,
  },
  {
    ...faulty('worker', "{ operation: 'ecs:UpdateService', after: 1, kind: reset-before, times: 99 }"),
    name: 'an UpdateService whose connection always breaks',
    sent: ['UpdateService', 'UpdateService'],
    where: 'worker',
    what: 'UpdateService',
    remedy: 'Run the job again: as far as AWS shows, nothing was started.',
  },
  {
    ...faulty('web', "{ operation: 'codedeploy:CreateDeployment', after: 2, kind: reset-before, times: 99 }"),
    name: 'a CreateDeployment whose connection always breaks',
    sent: ['CreateDeployment', 'CreateDeployment'],
    where: 'Shop/Web',
    what: 'CreateDeployment for Shop/Web was sent twice, its answers were lost',
    remedy: 'Run the job again: as far as AWS shows, nothing was started.',
  },
];

/** Credentials, regions and endpoints with which nothing can be rolled back; the slowest row first. */
export const rollbackConnections: readonly BadInput[] = rows.map((row) => ({
  ...row,
  name: `rollback with ${row.name}`,
  action: 'rollback',
}));
