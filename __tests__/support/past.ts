import type { Sandbox } from '../../sandbox/sandbox.ts';
import { sendNow } from './deployment.ts';
import { registry } from './sandbox.ts';

/** The AppSpec of a revision of the service `web`, as somebody else would give it to CodeDeploy. */
export const webDeployment = (taskDefinition: string) => ({
  applicationName: 'Shop',
  deploymentGroupName: 'Web',
  revision: {
    revisionType: 'AppSpecContent',
    appSpecContent: {
      content: JSON.stringify({
        version: 0,
        Resources: [
          {
            TargetService: {
              Type: 'AWS::ECS::Service',
              Properties: {
                TaskDefinition: `arn:aws:ecs:us-east-1:123456789012:task-definition/${taskDefinition}`,
                LoadBalancerInfo: { ContainerName: 'web', ContainerPort: 80 },
              },
            },
          },
        ],
      }),
    },
  },
});

/** Somebody registers the next revision of `worker` or `web`, with this image tag; its container writes a log. */
export const registerNow = (sandbox: Sandbox, family: 'worker' | 'web', tag: string): void =>
  sendNow(sandbox, 'RegisterTaskDefinition', {
    family,
    networkMode: 'awsvpc',
    containerDefinitions: [
      {
        name: family,
        image: `${registry}/${family}:${tag}`,
        memory: 256,
        portMappings: [{ containerPort: 80 }],
        logConfiguration: {
          logDriver: 'awslogs',
          options: {
            'awslogs-group': `/shop/${family}`,
            'awslogs-region': 'us-east-1',
            'awslogs-stream-prefix': family,
          },
        },
      },
    ],
  });

/** Somebody starts a deployment of revision 2 of `worker` or `web`, which has image tag v2. */
export function startSecond(sandbox: Sandbox, family: 'worker' | 'web'): void {
  registerNow(sandbox, family, 'v2');
  if (family === 'web') sendNow(sandbox, 'CreateDeployment', webDeployment('web:2'));
  else sendNow(sandbox, 'UpdateService', { cluster: 'shop', service: 'worker', taskDefinition: 'worker:2' });
}

const HOUR = 3_600;

/** Both revisions were deployed, one after the other, with success: there is one to return to. */
export const deployBoth =
  (family: 'worker' | 'web') =>
  (sandbox: Sandbox, pass: (seconds: number) => void): void => {
    // The task set that CreateService made is in no history of CodeDeploy.
    if (family === 'web') sendNow(sandbox, 'CreateDeployment', webDeployment('web:1'));
    pass(HOUR);
    startSecond(sandbox, family);
    pass(HOUR);
  };

/** Four deployments drain for long beside the one that serves, as with a long deregistration delay. */
export function fillWithDeployments({ world }: Sandbox): void {
  for (const { deployments } of world.ecs.services) {
    const [first] = deployments;
    for (let count = 0; count < 4 && first !== undefined; count += 1)
      deployments.push({ ...first, id: `ecs-svc/${count}`, status: 'ACTIVE' });
  }
}
