import { STSClient, type STSClientConfig } from '@aws-sdk/client-sts';
import { virtualClock, type VirtualClock } from '../../sandbox/clock.ts';
import { mintIdToken } from '../../sandbox/github/id-token.ts';
import { requestHandler, type SandboxHandler } from '../../sandbox/request-handler.ts';
import { createSandbox, parseScenario, type Sandbox } from '../../sandbox/sandbox.ts';
import type { RolePorts } from '../../src/aws/credentials.ts';
import type { Role } from '../../src/aws/role.ts';
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
  readonly reach: Pick<STSClientConfig, 'region' | 'maxAttempts'> & {
    readonly requestHandler: SandboxHandler;
  };
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

/** A role and what `assumeRole` needs, over a sandbox: with a new token each time, and what was hidden. */
export interface RoleReach {
  readonly role: Role;
  readonly ports: RolePorts;
  /** Every token that GitHub gave, oldest first. */
  readonly tokens: readonly string[];
  readonly hidden: readonly string[];
}

/** A role over a sandbox that has one; for a quarter of an hour unless asked otherwise. */
export function reachRole(sandbox: Sandbox, asked: Partial<Role> = {}): RoleReach {
  const tokens: string[] = [];
  const hidden: string[] = [];
  return {
    tokens,
    hidden,
    role: { arn: roleArn, sessionName: 'shop-1', seconds: 900, ...asked },
    ports: {
      idToken: (audience) => {
        const token = mintIdToken(sandbox.world.github, audience, sandbox.clock.now());
        tokens.push(token);
        return Promise.resolve(token);
      },
      now: () => sandbox.clock.now(),
      hide: (secret) => hidden.push(secret),
      client: { region: 'us-east-1', maxRetries: 0, requestHandler: requestHandler(sandbox) },
    },
  };
}

export interface RoleStage extends StsStage, RoleReach {}

export function openRoleStage(more = '', asked: Partial<Role> = {}): RoleStage {
  const stage = openStsStage(more);
  return { ...stage, ...reachRole(stage.sandbox, asked) };
}

/** The times at which roles were assumed, in seconds since the first. */
export function assumedAt({ requests }: Sandbox): readonly number[] {
  const times = requests
    .filter(({ operation }) => operation === 'AssumeRoleWithWebIdentity')
    .map(({ at }) => at);
  return times.map((at) => (at - (times[0] ?? 0)) / 1_000);
}

/** Trusts no job from now on, as a changed trust policy does. */
export function distrust({ world }: Sandbox): void {
  const roles = world.sts.roles.map((role) => ({ ...role, trust: { ...role.trust, subjects: [] } }));
  Object.assign(world.sts, { roles });
}
