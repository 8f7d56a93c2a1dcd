import type { Outcome } from '../deploy/outcome.ts';
import { diagnosisOutput } from './diagnosis.ts';
import { outcomeSentence } from './sentences.ts';
import { harmlessText } from './untrusted.ts';

/** The outputs of a deploy action and what each means: the one source for action.yml and README. */
export const DEPLOY_OUTPUTS = {
  status:
    'How it ended: `deployed`, `unchanged`, `started`, `paused`, `rolled-back`, `failed`, `superseded`, `timed-out`, `cancelled` or `unknown`. The step is green for the first four alone.',
  reason: 'One sentence that says why.',
  'task-definition-arn': 'ARN of the revision that was asked for.',
  'deployment-id':
    'Id of the deployment: `ecs-svc/…` of ECS, or `d-…` of CodeDeploy. Empty when none was started.',
  'codedeploy-deployment-id': 'Id of the CodeDeploy deployment. Empty with the controller ECS.',
  'previous-task-definition-arn': 'ARN of the revision that served before.',
  'running-task-definition-arn': 'ARN of the revision that serves now, as far as this run saw it.',
  'image-verified':
    'Whether the running tasks run the image that was asked for: `true`, `false` or `unknown`.',
  diagnosis:
    'Why it failed, as JSON on one line: causes, the last lines of logs, what serves now. Empty where no deployment of this step failed.',
  'duration-seconds': 'How long the step took, in whole seconds.',
} as const;

/** The outputs of a step that was refused for its inputs or files. */
export const REFUSED_OUTPUTS = {
  status: 'failed',
  'image-verified': 'unknown',
  'duration-seconds': '0',
} as const satisfies Partial<Record<DeployOutput, string>>;

export type DeployOutput = keyof typeof DEPLOY_OUTPUTS;

/** The value of each output, for every end. */
export function deployOutputs(outcome: Outcome): Readonly<Record<DeployOutput, string>> {
  const { handle } = outcome;
  return {
    status: outcome.verdict.status,
    reason: harmlessText(outcomeSentence(outcome)),
    'task-definition-arn': outcome.taskDefinition ?? '',
    'deployment-id': handle?.id ?? '',
    'codedeploy-deployment-id': handle?.kind === 'codedeploy' ? handle.id : '',
    'previous-task-definition-arn': outcome.previousTaskDefinition ?? '',
    'running-task-definition-arn': outcome.runningTaskDefinition ?? '',
    'image-verified': outcome.imageVerified,
    diagnosis: diagnosisOutput(outcome.diagnosis),
    'duration-seconds': String(Math.round(outcome.milliseconds / 1_000)),
  };
}
