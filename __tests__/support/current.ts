import type { RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';
import type { CodeDeployState, CurrentState } from '../../src/deploy/current.ts';
import type { DeployPlan, Plan } from '../../src/deploy/plan.ts';
import type { Reason } from '../../src/deploy/reason.ts';
import type { DeployRequest, ServiceSettings } from '../../src/deploy/request.ts';
import type { RegistryImage } from '../../src/images/describe.ts';
import type { Problem } from '../../src/inputs/problem.ts';
import type { Revision } from '../../src/task-definition/revision.ts';
import { deployRequest, noSettings } from './deployment.ts';
import { described } from './described.ts';
import { aService, revisionArn } from './service.ts';
import { container, taskDefinition } from './task-definition.ts';

export const digest = (letter: string): string => `sha256:${letter.repeat(64)}`;

const repository = '123456789012.dkr.ecr.eu-central-1.amazonaws.com/web';
/** Named by digest: it needs no proof from a registry. */
export const pinnedImage = `${repository}@${digest('a')}`;
export const taggedImage = `${repository}:v1`;

/** A file whose one container `app` runs this image. */
export const fileWith = (
  image: string,
  changes: Partial<RegisterTaskDefinitionCommandInput> = {},
): RegisterTaskDefinitionCommandInput =>
  taskDefinition({ containerDefinitions: [container({ image })], ...changes });

/** A registered revision with the content of this file. */
export const registered = (
  number: number,
  definition: RegisterTaskDefinitionCommandInput = fileWith(pinnedImage),
  changes: Partial<Revision> = {},
): Revision => ({
  arn: revisionArn(number),
  status: 'ACTIVE',
  definition: described(definition),
  tags: new Map(),
  ...changes,
});

/** The request for a file; without one for the file that runs already. */
export const requestFor = (
  definition: RegisterTaskDefinitionCommandInput = fileWith(pinnedImage),
  given: Partial<Omit<DeployRequest, 'settings'>> & { readonly settings?: Partial<ServiceSettings> } = {},
): DeployRequest =>
  deployRequest({
    service: 'web',
    revision: {
      kind: 'file',
      definition,
      locate: (path) => ({ file: 'web.yml', line: path.length, column: 1 }),
    },
    ...given,
    settings: { ...noSettings, ...given.settings },
  });

/** What AWS has: a service settled on revision 1, which is the newest too and pinned by digest. */
export const currentState = (changes: Partial<CurrentState> = {}): CurrentState => ({
  service: aService(),
  running: registered(1),
  newest: registered(1),
  images: new Map(),
  ...changes,
});

export const codeDeployState = (changes: Partial<CodeDeployState> = {}): CodeDeployState => ({
  application: 'app',
  group: 'group',
  readyWaitMinutes: 0,
  terminationWaitMinutes: 60,
  ...changes,
});

export const known = (letter: string, children: readonly string[] = []): RegistryImage => ({
  state: 'known',
  digest: digest(letter),
  children: children.map(digest),
});

/** The plan as one that deploys, or a failure that shows what it is. */
export function deploying(plan: Plan): DeployPlan {
  if (plan.kind === 'deploy') return plan;
  throw new Error(`The plan is ${JSON.stringify(plan)}.`);
}

export const reasonsOf = (plan: Plan): readonly Reason['kind'][] =>
  plan.kind === 'deploy' ? plan.reasons.map(({ kind }) => kind) : [];

/** The problems of a plan that refuses; none of any other. */
export const refusals = (plan: Plan): readonly Problem[] => (plan.kind === 'refuse' ? plan.problems : []);
