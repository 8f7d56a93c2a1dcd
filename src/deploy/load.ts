import { parseAppSpec } from '../appspec/parse.ts';
import type { AppSpec } from '../appspec/appspec.ts';
import type { Path } from '../inputs/document.ts';
import { loadDocument } from '../inputs/load.ts';
import { type Parsed, parsed, type Problem, refused, UserError } from '../inputs/problem.ts';
import type { InputValues } from '../inputs/schema.ts';
import { imageByName } from '../task-definition/image-names.ts';
import { parseInterpolated, placeholdersIn } from '../task-definition/interpolate.ts';
import { parseTaskDefinition, type TaskDefinitionFile } from '../task-definition/parse.ts';
import { renderTaskDefinition } from '../task-definition/render.ts';
import type { DEPLOY_INPUTS } from './inputs.ts';
import { deploymentSettingsOf } from './ecs/settings.ts';
import { RENDER_INPUTS, renderInputs } from './render-inputs.ts';
import { placeholderValues, runIdentity } from './workflow.ts';
import type { ActionName, AskedRevision, CodeDeployRequest, DeployRequest } from './request.ts';
import { type RunIdentity, wordsLimit } from './run.ts';
import { volumeOf } from './volume.ts';
import { waitProblems } from './wait.ts';

export type DeployInputs = InputValues<typeof DEPLOY_INPUTS>;

/** Inputs of bluegreen-deploy alone; the other action has none of them. */
export interface CodeDeployInputs {
  readonly 'codedeploy-appspec'?: string | undefined;
  readonly 'codedeploy-application'?: string | undefined;
  readonly 'codedeploy-deployment-group'?: string | undefined;
  readonly 'codedeploy-deployment-description'?: string | undefined;
  readonly 'codedeploy-deployment-config'?: string | undefined;
  readonly 'wait-for-termination'?: boolean | undefined;
  readonly 'end-previous-wait'?: boolean | undefined;
}

export interface LoadContext {
  readonly action: ActionName;
  /** GITHUB_* variables of the workflow run. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly notice: (problem: Problem) => void;
}

/**
 * The desired state: inputs and the files they name, read, resolved and checked. Asks nothing of AWS.
 * Throws a UserError with all problems of all files.
 */
export async function loadRequest(
  inputs: DeployInputs & CodeDeployInputs,
  context: LoadContext,
): Promise<DeployRequest> {
  const { action, environment } = context;
  const run = runIdentity(environment);
  const [revision, codeDeploy] = await Promise.all([
    loadRevision(inputs, context),
    loadCodeDeploy(inputs, { ...context, run }),
  ]);
  const volume = volumeOf(inputs);
  const deployment = deploymentSettingsOf(inputs);
  const times = waitProblems(inputs);
  if (!revision.ok || !codeDeploy.ok || !volume.ok || !deployment.ok || times.length > 0) {
    throw new UserError([
      ...times,
      ...(deployment.ok ? [] : deployment.problems),
      ...(volume.ok ? [] : volume.problems),
      ...(revision.ok ? [] : revision.problems),
      ...(codeDeploy.ok ? [] : codeDeploy.problems),
    ]);
  }
  const waitMinutes = inputs['wait-for-minutes'];
  return {
    action,
    run,
    cluster: inputs.cluster,
    service: inputs.service,
    revision: revision.value,
    codeDeploy: codeDeploy.value,
    settings: {
      forceNewDeployment: inputs['force-new-deployment'],
      desiredCount: inputs['desired-count'],
      propagateTags: inputs['propagate-tags'],
      managedTags: inputs['enable-ecs-managed-tags'],
      volume: volume.value,
      deployment: deployment.value,
    },
    control: {
      whenInProgress: inputs['when-in-progress'],
      stopAfterFailedTasks: inputs['stop-after-failed-tasks'],
      onFailure: inputs['on-failure'],
      onCancel: inputs['on-cancel'],
      stableFor: inputs['stable-for'] ?? 'default',
    },
    ...suspension(inputs),
    pinImages: inputs['pin-images'],
    dryRun: inputs['dry-run'],
    wait: inputs['wait-for-service-stability'],
    ...(waitMinutes === undefined ? {} : { waitMinutes }),
  };
}

/** What is kept from scaling, where anything is. */
export const suspension = ({
  'suspend-scaling': asked,
}: Pick<DeployInputs, 'suspend-scaling'>): Pick<DeployRequest, 'suspendScaling'> =>
  asked === 'none' ? {} : { suspendScaling: asked };

const REGISTERED = /^(?:arn:[\w-]+:ecs:[\w-]*:\d*:task-definition\/)?[\w-]{1,255}:\d+$/;

async function loadRevision(inputs: DeployInputs, context: LoadContext): Promise<Parsed<AskedRevision>> {
  const given = inputs['task-definition'];
  if (REGISTERED.test(given)) {
    const problems = fileInputsGiven(inputs);
    return problems.length > 0 ? refused(...problems) : parsed({ kind: 'registered', reference: given });
  }
  if (given.startsWith('arn:')) return refused(notARevision(given));
  const file = await loadTaskDefinition(inputs, context);
  if (!file.ok) return refused(...file.problems);
  for (const notice of file.value.notices) context.notice(notice);
  return parsed({ kind: 'file', definition: file.value.definition, locate: file.value.locate });
}

function notARevision(arn: string): Problem {
  return {
    message: `${arn} is not the ARN of a revision of a task definition.`,
    remedy: 'End it with the family, a colon and the number of the revision, or give the path of a file.',
    input: 'task-definition',
  };
}

/** A registered revision is deployed as it is: what would change it has no place to go. */
function fileInputsGiven(inputs: DeployInputs): readonly Problem[] {
  const values = new Map<string, unknown>(Object.entries(inputs));
  // container-name alone changes nothing.
  const changing = Object.keys(RENDER_INPUTS).filter((input) => input !== 'container-name');
  const given = [
    ...changing.filter((input) => values.get(input) !== undefined),
    ...(inputs['pin-images'] ? ['pin-images'] : []),
  ];
  return given.map((input) => ({
    message: `${input} cannot be used with the registered revision ${inputs['task-definition']}: nothing is registered.`,
    remedy: 'Give a task definition file, or leave the input out.',
    input,
  }));
}

async function loadTaskDefinition(
  inputs: DeployInputs,
  { environment }: LoadContext,
): Promise<Parsed<TaskDefinitionFile>> {
  const document = await loadDocument({
    path: inputs['task-definition'],
    input: 'task-definition',
    workspace: workspaceOf(environment),
  });
  if (!document.ok) return document;
  const placeholders = placeholdersIn(document.value);
  const image = inputs.image ?? imageByName(document.value, inputs.images ?? new Map());
  const values = placeholderValues({ ...inputs, image }, environment);
  const file = parseInterpolated(document.value, values, (resolved) =>
    parseTaskDefinition(resolved, givenLater(inputs)),
  );
  if (!file.ok) return file;
  return renderTaskDefinition(file.value, { ...renderInputs(inputs), placeholders });
}

/** Members that a file need not have, since an input gives them. */
const givenLater = (inputs: DeployInputs): readonly Path[] =>
  inputs['execution-role-arn'] === undefined ? [] : [['executionRoleArn']];

async function loadCodeDeploy(
  inputs: CodeDeployInputs & DeployInputs,
  { environment, run }: LoadContext & { readonly run: RunIdentity },
): Promise<Parsed<CodeDeployRequest>> {
  const appSpec = await loadAppSpec(inputs, environment);
  const words = inputs['codedeploy-deployment-description'];
  const tooLong = words === undefined ? [] : descriptionProblem(words, run);
  if (!appSpec.ok || tooLong.length > 0) return refused(...tooLong, ...(appSpec.ok ? [] : appSpec.problems));
  const application = inputs['codedeploy-application'];
  const group = inputs['codedeploy-deployment-group'];
  const config = inputs['codedeploy-deployment-config'];
  return parsed({
    endPreviousWait: inputs['end-previous-wait'] ?? false,
    waitForTermination: inputs['wait-for-termination'] ?? false,
    ...(appSpec.value === undefined ? {} : { appSpec: appSpec.value }),
    ...(application === undefined ? {} : { application }),
    ...(group === undefined ? {} : { group }),
    ...(config === undefined ? {} : { config }),
    ...(words === undefined ? {} : { description: words }),
  });
}

/** Words of the user that do not fit in the description of a CodeDeploy deployment. */
export function descriptionProblem(words: string, run: RunIdentity): readonly Problem[] {
  const limit = wordsLimit(run);
  if (words.length <= limit) return [];
  return [
    {
      message: `The description has ${words.length} characters; beside the words that say who deploys, ${limit} fit in the 512 that CodeDeploy takes.`,
      remedy: 'Shorten it.',
      input: 'codedeploy-deployment-description',
    },
  ];
}

async function loadAppSpec(
  inputs: CodeDeployInputs & DeployInputs,
  environment: LoadContext['environment'],
): Promise<Parsed<AppSpec | undefined>> {
  const path = inputs['codedeploy-appspec'];
  if (path === undefined) return parsed(undefined);
  const document = await loadDocument({
    path,
    input: 'codedeploy-appspec',
    workspace: workspaceOf(environment),
  });
  if (!document.ok) return document;
  return parseInterpolated(document.value, placeholderValues(inputs, environment), parseAppSpec);
}

const workspaceOf = (environment: LoadContext['environment']): string =>
  environment['GITHUB_WORKSPACE'] ?? '.';
