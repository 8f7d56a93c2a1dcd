import * as sts from '@aws-sdk/client-sts';
import { queryShapes } from '../../wire/query.ts';

/** The shapes of the operations of STS: the schemas that the SDK exports. */
export const shapes = {
  AssumeRoleWithWebIdentity: queryShapes<sts.AssumeRoleWithWebIdentityRequest>(
    sts.AssumeRoleWithWebIdentityRequest$,
    sts.AssumeRoleWithWebIdentityResponse$,
  ),
  GetCallerIdentity: queryShapes<sts.GetCallerIdentityRequest>(
    sts.GetCallerIdentityRequest$,
    sts.GetCallerIdentityResponse$,
  ),
} as const;
