import { type AwsClients, awsClients } from '../aws/clients.ts';
import { assumeRole } from '../aws/credentials.ts';
import { unusedCredentials } from '../aws/environment.ts';
import { readRole, type Role } from '../aws/role.ts';
import { checkIdTokenRight } from './id-token.ts';
import type { Runner } from './runner.ts';
import { systemClock } from './system-clock.ts';

export interface Access {
  readonly region: string;
  readonly maxRetries: number;
  /** The role to assume; undefined for the credentials of the environment. */
  readonly role: Role | undefined;
}

/**
 * The clients of one step, with credentials that last as long as the step does where it has a role. Throws a
 * UserError where the role cannot be assumed. The role is kept for the post step: see `keptRole`.
 */
export async function connect(
  { role, ...client }: Access,
  runner: Pick<Runner, 'hide' | 'idToken' | 'notice' | 'saveState' | 'say'>,
): Promise<AwsClients> {
  if (role === undefined) return awsClients(client);
  checkIdTokenRight(process.env);
  const unused = unusedCredentials(process.env);
  if (unused !== undefined) runner.notice(unused);
  const { hide, idToken } = runner;
  const credentials = await assumeRole(role, { client, hide, idToken, now: systemClock.now });
  runner.saveState(ROLE, role);
  runner.say(`${role.arn} is assumed as ${role.sessionName}.`);
  return awsClients({ ...client, credentials });
}

const ROLE = 'role';

/** In the post step: the role that the main step assumed; undefined where it assumed none. */
export function keptRole(environment: Readonly<Record<string, string | undefined>>): Role | undefined {
  const kept = environment[`STATE_${ROLE}`] ?? '';
  return kept === '' ? undefined : readRole(kept);
}
