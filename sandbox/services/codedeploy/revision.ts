import type { GetApplicationRevisionInput } from '@aws-sdk/client-codedeploy';
import type { Context } from '../../operation.ts';
import { seconds } from '../../wire/json11.ts';
import { sha256 } from '../../wire/sha256.ts';
import { codeDeployErrors } from './errors.ts';
import { applicationOf } from './find.ts';

/** GetApplicationRevision: the only call that gives the text of an AppSpec back, by its digest. */
export function getApplicationRevision(input: GetApplicationRevisionInput, { world }: Context): object {
  const { name } = applicationOf(world, input.applicationName ?? '');
  const digest = input.revision?.appSpecContent?.sha256;
  const uses = world.codedeploy.deployments.filter(
    ({ applicationName, content }) => applicationName === name && sha256(content) === digest,
  );
  const [first] = uses;
  const last = uses.at(-1);
  if (first === undefined || last === undefined) throw codeDeployErrors.noSuchRevision();
  return {
    applicationName: name,
    revision: { revisionType: 'AppSpecContent', appSpecContent: { content: first.content, sha256: digest } },
    revisionInfo: {
      deploymentGroups: [...new Set(uses.map(({ groupName }) => groupName))],
      firstUsedTime: seconds(first.createdAt),
      lastUsedTime: seconds(last.createdAt),
      registerTime: seconds(first.createdAt),
    },
  };
}
