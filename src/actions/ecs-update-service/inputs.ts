import { DEPLOY_INPUTS, POINTLESS_INPUTS, REFUSED_INPUTS } from '../../deploy/inputs.ts';
import type { ActionSpec } from '../../inputs/schema.ts';
import { DEPLOY_OUTPUTS, REFUSED_OUTPUTS } from '../../report/outputs.ts';

const forCodeDeploy = 'It is for services with the controller CODE_DEPLOY: use the action bluegreen-deploy.';

export const action = {
  name: 'ecs-update-service',
  title: 'ECS Deploy Toolkit: update service',
  description:
    'Deploys a task definition to an Amazon ECS service by UpdateService, with or without a load balancer, and says truthfully how it ended',
  inputs: DEPLOY_INPUTS,
  outputs: DEPLOY_OUTPUTS,
  hasPost: true,
  refusedOutputs: REFUSED_OUTPUTS,
  refused: {
    ...REFUSED_INPUTS,
    'codedeploy-appspec': forCodeDeploy,
    'codedeploy-application': forCodeDeploy,
    'codedeploy-deployment-group': forCodeDeploy,
    'codedeploy-deployment-description': forCodeDeploy,
    'codedeploy-deployment-config': forCodeDeploy,
  },
  pointless: POINTLESS_INPUTS,
} as const satisfies ActionSpec;
