import { isGreen, type Outcome } from '../deploy/outcome.ts';
import { diagnosisOutput } from './diagnosis.ts';
import { outcomeSentence } from './outcome.ts';
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

/** The outputs of a rollback, of one service or several. */
export const ROLLBACK_OUTPUTS = {
  ...DEPLOY_OUTPUTS,
  status:
    'How it ended, as for the deploy actions; with several services the worst of them. The step is green only when all are.',
  reason: 'One sentence that says why; with several services one for each.',
  outcomes:
    'JSON list with one object for each service, in the order of the input: `service`, and each of the other outputs. With several services those others are empty, but for `status`, `reason` and `duration-seconds`.',
} as const;

/** The outputs of a step that was refused for its inputs or files. */
export const REFUSED_OUTPUTS = {
  status: 'failed',
  'image-verified': 'unknown',
  'duration-seconds': '0',
} as const satisfies Partial<Record<DeployOutput, string>>;

export type DeployOutput = keyof typeof DEPLOY_OUTPUTS;

/** The value of each output of a rollback. */
export function rollbackOutputs(
  outcomes: readonly Outcome[],
): Readonly<Record<keyof typeof ROLLBACK_OUTPUTS, string>> {
  const each = outcomes.map((outcome) => ({ service: outcome.service, ...deployOutputs(outcome) }));
  const [first, ...others] = outcomes;
  if (first === undefined) throw new Error('A rollback without a service has no outcome.');
  const worst = outcomes.find(({ verdict }) => !isGreen(verdict.status)) ?? first;
  const whole =
    others.length === 0
      ? deployOutputs(first)
      : {
          ...NO_DEPLOYMENT,
          status: worst.verdict.status,
          reason: each.map(({ reason }) => reason).join(' '),
          'duration-seconds': String(Math.max(...each.map((one) => Number(one['duration-seconds'])))),
        };
  return { ...whole, outcomes: JSON.stringify(each) };
}

const NO_DEPLOYMENT = {
  'task-definition-arn': '',
  'deployment-id': '',
  'codedeploy-deployment-id': '',
  'previous-task-definition-arn': '',
  'running-task-definition-arn': '',
  'image-verified': '',
  diagnosis: '',
} as const satisfies Partial<Record<DeployOutput, string>>;

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
