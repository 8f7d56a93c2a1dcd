import { AwsError } from '../../aws-error.ts';

/** What AssumeRoleWithWebIdentity refuses with, as users were answered by AWS; `[?]` marks other words. */
export const stsErrors = {
  notAuthorized: () =>
    new AwsError('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity', 403),
  noJwt: () =>
    new AwsError(
      'InvalidIdentityToken',
      'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)',
    ),
  noProvider: (issuer: string) =>
    new AwsError('InvalidIdentityToken', `No OpenIDConnect provider found in your account for ${issuer}`),
  wrongAudience: () => new AwsError('InvalidIdentityToken', 'Incorrect token audience'),
  /** AWS leaves the last blank out. Times are seconds since 1970. */
  tokenExpired: (now: number, expiration: number) =>
    new AwsError(
      'ExpiredTokenException',
      `Token expired: current date/time ${now} must be before the expiration date/time${expiration}`,
    ),
  invalidArn: () => new AwsError('ValidationError', 'Request ARN is invalid'),
  tooLong: () =>
    new AwsError(
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    ),
} as const;
