import { STSClient, type STSClientConfig } from '@aws-sdk/client-sts';
import { virtualClock, type VirtualClock } from '../../sandbox/clock.ts';
import { mintIdToken } from '../../sandbox/github/id-token.ts';
import { requestHandler } from '../../sandbox/request-handler.ts';
import { createSandbox, parseScenario, type Sandbox } from '../../sandbox/sandbox.ts';
import { startOfTime, workerScenario } from './sandbox.ts';

export const roleArn = 'arn:aws:iam::123456789012:role/ci/deployer';
export const subject = 'repo:octo-org/shop:ref:refs/heads/main';

/** Lines of a scenario: a role that the main branch of `octo-org/shop` may assume, and a job there. */
export const roles = `
github: { repository: octo-org/shop }
roles:
  - { name: ci/deployer, maxSessionSeconds: 7200, subjects: ['repo:octo-org/shop:ref:refs/heads/main'] }
`;

export interface StsStage {
  readonly sandbox: Sandbox;
  readonly clock: VirtualClock;
  readonly sts: STSClient;
  /** A token of the scenario's job, minted now. */
  token(about?: { readonly audience?: string; readonly ref?: string }): string;
  /** What a client needs besides its credentials. */
  readonly reach: Pick<STSClientConfig, 'region' | 'requestHandler' | 'maxAttempts'>;
}

/** A small service, and a role to deploy it with. */
export function openStsStage(more = ''): StsStage {
  const clock = virtualClock(startOfTime);
  const sandbox = createSandbox(parseScenario(workerScenario({ more: roles + more }), 'scenario.yml'), clock);
  const reach = { region: 'us-east-1', requestHandler: requestHandler(sandbox), maxAttempts: 1 };
  return {
    sandbox,
    clock,
    reach,
    sts: new STSClient({ ...reach, credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' } }),
    token: ({ audience = 'sts.amazonaws.com', ref } = {}) =>
      mintIdToken({ ...sandbox.world.github, ...(ref === undefined ? {} : { ref }) }, audience, clock.now()),
  };
}
