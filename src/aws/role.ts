import { UserError } from '../inputs/problem.ts';

/** A role to be assumed by a token of GitHub. */
export interface Role {
  readonly arn: string;
  readonly sessionName: string;
  /** How long a session is asked for. */
  readonly seconds: number;
}

export interface RoleInputs {
  readonly 'role-to-assume'?: string | undefined;
  readonly 'role-session-name'?: string | undefined;
  readonly 'role-duration-seconds': number;
}

/** The role that the inputs ask for; undefined where none is. Throws a UserError where a name has no role. */
export function roleOf(
  inputs: RoleInputs,
  environment: Readonly<Record<string, string | undefined>>,
): Role | undefined {
  const arn = inputs['role-to-assume'];
  const name = inputs['role-session-name'];
  if (arn !== undefined) {
    return { arn, sessionName: name ?? sessionName(environment), seconds: inputs['role-duration-seconds'] };
  }
  if (name === undefined) return undefined;
  throw new UserError({
    message: 'role-session-name is given, but no role to assume.',
    remedy: 'Give role-to-assume too, or leave role-session-name out.',
    input: 'role-session-name',
  });
}

/** Whom the token is for: in China STS has another name. */
export const audienceOf = ({ arn }: Role): string =>
  arn.startsWith('arn:aws-cn:') ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';

const LONGEST_NAME = 64;

/** `OWNER-REPOSITORY-RUN`, in the characters and the length that AWS takes: the run is never cut. */
function sessionName(environment: Readonly<Record<string, string | undefined>>): string {
  const repository = environment['GITHUB_REPOSITORY'] || 'ecs-deploy-toolkit';
  const run = environment['GITHUB_RUN_ID'] || '';
  const suffix = run === '' ? '' : `-${run}`;
  const whole = `${repository.slice(0, LONGEST_NAME - suffix.length)}${suffix}`;
  return whole.replaceAll(/[^\w+=,.@-]/g, '-').slice(0, LONGEST_NAME);
}

/** A role as it was written as JSON; undefined where the text holds none. */
export function readRole(text: string): Role | undefined {
  const [value] = parseJson(text);
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('arn' in value) || !('sessionName' in value) || !('seconds' in value)) return undefined;
  const { arn, sessionName: name, seconds } = value;
  if (typeof arn !== 'string' || typeof name !== 'string' || typeof seconds !== 'number') return undefined;
  return { arn, sessionName: name, seconds };
}

function parseJson(text: string): readonly unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    return [];
  }
}
