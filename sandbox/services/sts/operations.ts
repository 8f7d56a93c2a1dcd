import { queryOperation, type Context, type QueryService } from '../../operation.ts';
import { assumeRoleWithWebIdentity } from './assume-role.ts';
import { shapes } from './load.ts';
import { roleId } from './session.ts';

/** AWS STS as far as a job needs it that assumes a role by a token of GitHub. */
export const sts: QueryService = {
  protocol: 'awsQuery',
  name: 'sts',
  version: '2011-06-15',
  namespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
  operations: {
    AssumeRoleWithWebIdentity: queryOperation({
      shapes: shapes.AssumeRoleWithWebIdentity,
      needs: 'nothing',
      run: assumeRoleWithWebIdentity,
    }),
    GetCallerIdentity: queryOperation({
      shapes: shapes.GetCallerIdentity,
      needs: 'signature',
      run: getCallerIdentity,
    }),
  },
};

/** AWS answers this to anyone who signs, whatever a policy denies. */
function getCallerIdentity(_: object, { world, caller }: Context): object {
  const [, role = '', session = ''] = caller.split('/');
  return { UserId: `${roleId(role)}:${session}`, Account: world.account, Arn: caller };
}
