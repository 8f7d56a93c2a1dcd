import type { Deployment, Service, TaskSet } from '@aws-sdk/client-ecs';
import { readService } from '../../src/service/describe.ts';
import type { ServiceState } from '../../src/service/service.ts';

/** ARN of a revision of the family `web`. */
export const revisionArn = (revision: number): string =>
  `arn:aws:ecs:eu-central-1:123456789012:task-definition/web:${revision}`;

/** A deployment as ECS describes it: `ecs-svc/1`, done, with both of its tasks. */
export const awsDeployment = (changes: Partial<Deployment> = {}): Deployment => ({
  id: 'ecs-svc/1',
  status: 'PRIMARY',
  taskDefinition: revisionArn(1),
  desiredCount: 2,
  runningCount: 2,
  pendingCount: 0,
  failedTasks: 0,
  rolloutState: 'COMPLETED',
  ...changes,
});

/** A task set as ECS describes it: the one CreateService made, steady. */
export const awsTaskSet = (changes: Partial<TaskSet> = {}): TaskSet => ({
  id: 'ecs-svc/1',
  status: 'PRIMARY',
  taskDefinition: revisionArn(1),
  computedDesiredCount: 2,
  runningCount: 2,
  pendingCount: 0,
  stabilityStatus: 'STEADY_STATE',
  loadBalancers: [{ containerName: 'app', containerPort: 8080 }],
  ...changes,
});

/** A service as ECS describes it: controller ECS, settled on revision 1 with two tasks. */
export const awsService = (changes: Partial<Service> = {}): Service => ({
  serviceArn: 'arn:aws:ecs:eu-central-1:123456789012:service/shop/web',
  serviceName: 'web',
  clusterArn: 'arn:aws:ecs:eu-central-1:123456789012:cluster/shop',
  status: 'ACTIVE',
  desiredCount: 2,
  runningCount: 2,
  pendingCount: 0,
  taskDefinition: revisionArn(1),
  deploymentConfiguration: { maximumPercent: 200, minimumHealthyPercent: 100 },
  deployments: [awsDeployment()],
  ...changes,
});

/** The same as the toolkit reads it. */
export const aService = (changes: Partial<Service> = {}): ServiceState => readService(awsService(changes));

/** A service with the controller CODE_DEPLOY, settled on revision 1 with one task set. */
export const aCodeDeployService = (
  taskSets: readonly TaskSet[] = [awsTaskSet()],
  changes: Partial<Service> = {},
): ServiceState =>
  aService({
    deploymentController: { type: 'CODE_DEPLOY' },
    deployments: [],
    taskSets: [...taskSets],
    ...changes,
  });
