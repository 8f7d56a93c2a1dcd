import { awsClients } from '../aws/clients.ts';
import { assumeRole, type RoleCredentials } from '../aws/credentials.ts';
import { checkEnvironment, unusedCredentials } from '../aws/environment.ts';
import { regionOf } from '../aws/region.ts';
import { type Role, type RoleInputs, roleOf } from '../aws/role.ts';
import type { Ports } from '../deploy/ports.ts';
import { checkIdTokenRight } from './id-token.ts';
import type { Runner } from './runner.ts';
import { courseKeeper, suspensionKeeper } from './state.ts';
import { systemClock } from './system-clock.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** How a step reaches AWS. */
export interface Session {
  readonly region: string;
  readonly maxRetries: number;
  readonly role: Role | undefined;
}

/** Checks by what AWS is reached; asks nothing of anybody. Throws a UserError. */
export function sessionOf(
  inputs: RoleInputs & { readonly 'max-retries': number },
  environment: Environment,
): Session {
  const region = regionOf(environment);
  const role = roleOf(inputs, environment);
  checkEnvironment(environment, { role: role !== undefined });
  if (role !== undefined) checkIdTokenRight(environment);
  return { region, role, maxRetries: inputs['max-retries'] };
}

/** Everything outside that a step touches, once the role is assumed where one is asked for. */
export async function openSession(session: Session, runner: Runner): Promise<Ports> {
  const { region, maxRetries, role } = session;
  if (role !== undefined) runner.saveState('role', role);
  const credentials = role && (await credentialsOf(role, session, runner));
  return {
    aws: awsClients({ region, maxRetries, ...(credentials === undefined ? {} : { credentials }) }),
    clock: systemClock,
    chance: Math.random,
    log: runner,
    signal: runner.signal,
    keep: courseKeeper(runner.saveState),
    keepSuspension: suspensionKeeper(runner.saveState),
  };
}

/** Credentials of the role, instead of those of the environment. */
async function credentialsOf(
  role: Role,
  client: Pick<Session, 'region' | 'maxRetries'>,
  { hide, idToken, notice, say }: Runner,
): Promise<RoleCredentials> {
  const unused = unusedCredentials(process.env);
  if (unused !== undefined) notice(unused);
  const credentials = await assumeRole(role, { client, hide, idToken, now: systemClock.now });
  say(`${role.arn} is assumed as ${role.sessionName}.`);
  return credentials;
}
