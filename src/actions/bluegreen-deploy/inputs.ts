import { DEPLOY_INPUTS, POINTLESS_INPUTS, REFUSED_INPUTS } from '../../deploy/inputs.ts';
import { flag, text } from '../../inputs/kinds.ts';
import type { ActionSpec } from '../../inputs/schema.ts';
import { DEPLOY_OUTPUTS, REFUSED_OUTPUTS } from '../../report/outputs.ts';

export const action = {
  name: 'bluegreen-deploy',
  title: 'ECS Deploy Toolkit: blue/green deploy',
  description:
    'Deploys a task definition to an Amazon ECS service by CodeDeploy blue/green, and says truthfully how it ended',
  inputs: {
    ...DEPLOY_INPUTS,
    'codedeploy-appspec': text({
      description:
        'Path of an AppSpec file (YAML or JSON). Its task definition is always replaced by the one that is deployed. Without it the AppSpec is built from the service.',
    }),
    'codedeploy-application': text({
      description:
        'Name of the CodeDeploy application. Found by the service when neither this nor `codedeploy-deployment-group` is given; with the group alone `AppECS-CLUSTER-SERVICE`.',
    }),
    'codedeploy-deployment-group': text({
      description:
        'Name of the deployment group. Found by the service when neither this nor `codedeploy-application` is given; with the application alone `DgpECS-CLUSTER-SERVICE`.',
    }),
    'codedeploy-deployment-description': text({
      description:
        'Words of your own for the description of the deployment, after those that say which run started it.',
    }),
    'codedeploy-deployment-config': text({
      description:
        'Deployment configuration, such as `CodeDeployDefault.ECSCanary10Percent5Minutes`. The default is that of the group.',
    }),
    'wait-for-termination': flag({
      default: 'false',
      description:
        'Watch until the old task set is terminated, instead of until all traffic is shifted and the last hook has ended.',
    }),
    'end-previous-wait': flag({
      default: 'false',
      description:
        'When an earlier deployment has shifted all traffic and only waits to terminate the old task set, end that wait first. Otherwise it stands in the way.',
    }),
  },
  outputs: DEPLOY_OUTPUTS,
  hasPost: true,
  refusedOutputs: REFUSED_OUTPUTS,
  refused: REFUSED_INPUTS,
  pointless: POINTLESS_INPUTS,
} as const satisfies ActionSpec;
