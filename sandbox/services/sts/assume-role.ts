import type { AssumeRoleWithWebIdentityRequest } from '@aws-sdk/client-sts';
import { type Claims, issuer, readIdToken } from '../../github/id-token.ts';
import { like } from '../../iam/policy.ts';
import type { Context } from '../../operation.ts';
import { seconds } from '../../wire/json11.ts';
import { refuseInvalid } from '../../wire/query-input.ts';
import type { World } from '../../world.ts';
import { stsErrors } from './errors.ts';
import { openSession, roleId } from './session.ts';
import type { Role } from './state.ts';

const DEFAULT_SECONDS = 3600;

/** Gives out credentials of a role that trusts the token, for as long as was asked. */
export function assumeRoleWithWebIdentity(
  input: AssumeRoleWithWebIdentityRequest,
  { world }: Context,
): object {
  const { RoleArn: arn = '', RoleSessionName: sessionName = '', DurationSeconds: duration } = input;
  refuseInvalid([...sessionNameComplaints(sessionName), ...durationComplaints(duration)]);
  if (!/^arn:aws:iam::\d{12}:role\/.+$/.test(arn)) throw stsErrors.invalidArn();
  const claims = verifiedToken(input.WebIdentityToken ?? '', world);
  const role = world.sts.roles.find(({ name }) => `arn:aws:iam::${world.account}:role/${name}` === arn);
  if (role === undefined || !isTrusted(role, claims)) throw stsErrors.notAuthorized();
  const lasting = duration ?? DEFAULT_SECONDS;
  if (lasting > role.maxSessionSeconds) throw stsErrors.tooLong();
  const name = role.name.split('/').at(-1) ?? role.name;
  const sessionArn = `arn:aws:sts::${world.account}:assumed-role/${name}/${sessionName}`;
  const session = openSession(world, { arn: sessionArn, seconds: lasting });
  return {
    Credentials: {
      AccessKeyId: session.accessKeyId,
      SecretAccessKey: session.secret,
      SessionToken: session.token,
      Expiration: Math.floor(seconds(session.expiresAt)),
    },
    SubjectFromWebIdentityToken: claims.subject,
    AssumedRoleUser: { AssumedRoleId: `${roleId(name)}:${sessionName}`, Arn: sessionArn },
    Provider: `arn:aws:iam::${world.account}:oidc-provider/${issuer.replace('https://', '')}`,
    Audience: claims.audience,
  };
}

/** The claims of a token that is one, of a known issuer, for a known audience, and not expired. */
function verifiedToken(token: string, world: World): Claims {
  const claims = readIdToken(token);
  if (claims === undefined) throw stsErrors.noJwt();
  if (claims.issuer !== issuer) throw stsErrors.noProvider(claims.issuer);
  if (!world.sts.roles.some(({ trust }) => trust.audience === claims.audience))
    throw stsErrors.wrongAudience();
  const now = Math.floor(seconds(world.now));
  if (now >= claims.expiration) throw stsErrors.tokenExpired(now, claims.expiration);
  return claims;
}

const isTrusted = ({ trust }: Role, { audience, subject }: Claims): boolean =>
  trust.audience === audience && trust.subjects.some((pattern) => like(pattern, subject));

function sessionNameComplaints(name: string): readonly string[] {
  const at = `Value '${name}' at 'roleSessionName' failed to satisfy constraint: Member must`;
  return [
    ...(/^[\w+=,.@-]*$/.test(name) ? [] : [`${at} satisfy regular expression pattern: [\\w+=,.@-]*`]),
    ...(name.length < 2 ? [`${at} have length greater than or equal to 2`] : []),
    ...(name.length > 64 ? [`${at} have length less than or equal to 64`] : []),
  ];
}

function durationComplaints(duration: number | undefined): readonly string[] {
  if (duration === undefined) return [];
  const at = `Value '${duration}' at 'durationSeconds' failed to satisfy constraint: Member must have value`;
  if (duration < 900) return [`${at} greater than or equal to 900`];
  return duration > 43_200 ? [`${at} less than or equal to 43200`] : [];
}
