import { action as bluegreenDeploy } from '../actions/bluegreen-deploy/inputs.ts';
import { CREDENTIAL_INPUTS } from '../deploy/credential-inputs.ts';
import { DEPLOY_INPUTS } from '../deploy/inputs.ts';
import { choice, formed, names, text } from '../inputs/kinds.ts';

const CODEDEPLOY_INPUTS = bluegreenDeploy.inputs;

/** Inputs of the action rollback; what the deploy actions have as well is theirs. */
export const ROLLBACK_INPUTS = {
  service: names({
    required: true,
    description:
      'Name or ARN of the ECS service. Several, one a line or separated by commas, are rolled back side by side, each with a verdict of its own; the step is red if one is.',
  }),
  cluster: DEPLOY_INPUTS.cluster,
  to: formed(
    {
      what: 'a registered revision',
      pattern: /^(?:arn:[\w-]+:ecs:[\w-]*:\d*:task-definition\/)?[\w-]{1,255}:\d+$/,
      example: 'reservation-web:41',
    },
    {
      description:
        'The revision to return to, as `family:revision` or ARN; for one service alone. Without it the last revision that was deployed successfully before the one that is left.',
    },
  ),
  'when-in-progress': choice(['fail', 'wait', 'replace', 'join'], {
    default: 'replace',
    description:
      'What to do when a deployment is under way on the service: `replace` it, which stops it with a rollback and waits for that; `wait` until it has ended; `fail`; or `join` it when it deploys the revision to return to. The deployment under way is what is left: by default the revision before it is returned to. A rollback that is under way is never stopped, and a deployment of the revision to return to is joined by `replace`, too.',
  }),
  'wait-for-service-stability': DEPLOY_INPUTS['wait-for-service-stability'],
  'wait-for-minutes': DEPLOY_INPUTS['wait-for-minutes'],
  'stop-after-failed-tasks': DEPLOY_INPUTS['stop-after-failed-tasks'],
  'on-failure': DEPLOY_INPUTS['on-failure'],
  'stable-for': DEPLOY_INPUTS['stable-for'],
  'on-cancel': DEPLOY_INPUTS['on-cancel'],
  'suspend-scaling': DEPLOY_INPUTS['suspend-scaling'],
  'codedeploy-application': CODEDEPLOY_INPUTS['codedeploy-application'],
  'codedeploy-deployment-group': CODEDEPLOY_INPUTS['codedeploy-deployment-group'],
  'codedeploy-deployment-description': CODEDEPLOY_INPUTS['codedeploy-deployment-description'],
  'codedeploy-deployment-config': text({
    default: 'CodeDeployDefault.ECSAllAtOnce',
    description:
      'Deployment configuration. All traffic is shifted at once unless another is given, as in the rollbacks of CodeDeploy itself.',
  }),
  ...CREDENTIAL_INPUTS,
  'dry-run': DEPLOY_INPUTS['dry-run'],
  'max-retries': DEPLOY_INPUTS['max-retries'],
} as const;
