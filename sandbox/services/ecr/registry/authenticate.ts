import { AwsError } from '../../../aws-error.ts';
import type { Context } from '../../../operation.ts';
import type { Answer, HttpRequest } from '../../../wire/http.ts';
import { registryUrl } from '../address.ts';
import { decode, readPassword } from '../token.ts';
import { answer, encodeRefusal } from './answer.ts';

/**
 * Who sends a request to the registry, or what it answers to somebody it does not know: the login is Basic, with the
 * user `AWS` and a password of GetAuthorizationToken.
 */
export function authenticate(
  context: Pick<Context, 'world' | 'host'>,
  { headers }: HttpRequest,
): { readonly caller: string } | Answer {
  const [, credentials] = /^Basic (\S+)$/i.exec(headers['authorization'] ?? '') ?? [];
  if (credentials === undefined) return notAuthorized(context);
  const [, user, password] = /^([^:]*):(.*)$/s.exec(decode(credentials)) ?? [];
  if (user !== 'AWS' || password === undefined) return notAuthorized(context);
  const bearer = readPassword(context.world, password);
  switch (bearer.kind) {
    case 'caller':
      return { caller: bearer.caller };
    case 'malformed':
      return answer(400, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
    case 'wrong':
      return notAuthorized(context);
    case 'expired':
      return encodeRefusal(expired());
  }
}

/** A token that is older than twelve hours, in ECR's words. */
export const expired = (): AwsError =>
  new AwsError(
    'ExpiredTokenException',
    'Your authorization token has expired. Reauthenticate and try again.',
    403,
  );

const notAuthorized = (context: Pick<Context, 'world' | 'host'>): Answer =>
  answer(401, {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'www-authenticate': `Basic realm="${registryUrl(context)}/",service="ecr.amazonaws.com"`,
    },
    body: 'Not Authorized\n',
  });
