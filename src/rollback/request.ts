import { runIdentity } from '../deploy/workflow.ts';
import { descriptionProblem, suspension } from '../deploy/load.ts';
import { waitProblems } from '../deploy/wait.ts';
import { type Problem, UserError } from '../inputs/problem.ts';
import type { InputValues } from '../inputs/schema.ts';
import type { ROLLBACK_INPUTS } from './inputs.ts';
import type { RollbackRequest } from './rollback.ts';

export type RollbackInputs = InputValues<typeof ROLLBACK_INPUTS>;

/** What is asked for, service by service. Throws a UserError where an input can be for one service alone. */
export function rollbackRequests(
  inputs: RollbackInputs,
  environment: Readonly<Record<string, string | undefined>>,
): readonly RollbackRequest[] {
  const run = runIdentity(environment);
  const description = inputs['codedeploy-deployment-description'];
  const problems = [
    ...givenForSeveral(inputs),
    ...waitProblems(inputs),
    ...(description === undefined ? [] : descriptionProblem(description, run)),
  ];
  if (problems.length > 0) throw new UserError(problems);
  const { to, cluster, 'wait-for-minutes': waitMinutes } = inputs;
  return inputs.service.map((service) => ({
    action: 'rollback',
    run,
    cluster,
    service,
    codeDeploy: codeDeployOf(inputs),
    settings: AS_THEY_ARE,
    control: {
      whenInProgress: inputs['when-in-progress'],
      stopAfterFailedTasks: inputs['stop-after-failed-tasks'],
      onFailure: inputs['on-failure'],
      onCancel: inputs['on-cancel'],
      stableFor: inputs['stable-for'] ?? 'default',
    },
    ...suspension(inputs),
    pinImages: false,
    dryRun: inputs['dry-run'],
    wait: inputs['wait-for-service-stability'],
    ...(waitMinutes === undefined ? {} : { waitMinutes }),
    ...(to === undefined ? {} : { to }),
  }));
}

const AS_THEY_ARE: RollbackRequest['settings'] = {
  forceNewDeployment: undefined,
  desiredCount: undefined,
  propagateTags: undefined,
  managedTags: undefined,
};

function codeDeployOf(inputs: RollbackInputs): RollbackRequest['codeDeploy'] {
  const application = inputs['codedeploy-application'];
  const group = inputs['codedeploy-deployment-group'];
  const description = inputs['codedeploy-deployment-description'];
  return {
    endPreviousWait: false,
    waitForTermination: false,
    config: inputs['codedeploy-deployment-config'],
    ...(application === undefined ? {} : { application }),
    ...(group === undefined ? {} : { group }),
    ...(description === undefined ? {} : { description }),
  };
}

const FOR_ONE_SERVICE = ['to', 'codedeploy-application', 'codedeploy-deployment-group'] as const;

function givenForSeveral(inputs: RollbackInputs): readonly Problem[] {
  if (inputs.service.length === 1) return [];
  return FOR_ONE_SERVICE.filter((input) => inputs[input] !== undefined).map((input) => ({
    message: `${input} is for one service, and ${inputs.service.length} are named.`,
    remedy: 'Leave it out, or roll the services back in steps of their own.',
    input,
  }));
}
