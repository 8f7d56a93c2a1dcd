import { operation, type AwsService, type Operation } from '../../operation.ts';
import type { Json } from '../../wire/json.ts';
import { clusterArn, lastPart, serviceArn, taskArn } from './arn.ts';
import { createCluster, describeClusters } from './cluster.ts';
import { createService } from './create-service.ts';
import { accept } from './load.ts';
import {
  continueServiceDeployment,
  describeServiceDeployments,
  describeServiceRevisions,
  listServiceDeployments,
  stopServiceDeployment,
} from './service-deployment-operations.ts';
import { deleteService, describeServices, describeTaskSets, listServices } from './service-operations.ts';
import { listTagsForResource, tagResource } from './tag.ts';
import {
  deleteTaskDefinitions,
  deregisterTaskDefinition,
  describeTaskDefinition,
  listTaskDefinitions,
  registerTaskDefinition,
} from './task-definition.ts';
import { describeTasks, listTasks, stopTask } from './task-operations.ts';
import { updateService } from './update-service.ts';

type Resource = Operation['resource'];

/** The service that a body names in `service`, or first in `services`. */
const aService: Resource = (body, world) => {
  const name = first(body['service']) ?? first(body['serviceName']) ?? first(body['services']) ?? '*';
  return serviceArn(world, lastPart(first(body['cluster']) ?? 'default'), lastPart(name));
};

const aCluster: Resource = (body, world) =>
  clusterArn(world, lastPart(first(body['clusterName']) ?? first(body['clusters']) ?? 'default'));

const aTask =
  (member: string): Resource =>
  (body, world) =>
    taskArn(world, lastPart(first(body['cluster']) ?? 'default'), lastPart(first(body[member]) ?? '*'));

/** The ARN that a body names itself. */
const named =
  (member: string): Resource =>
  (body) =>
    first(body[member]) ?? '*';

/** A text, or the first text of a list. */
function first(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value;
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.find((item) => typeof item === 'string');
}

/** Amazon ECS as far as the sandbox goes. ListTasks and the like have no resource that IAM knows: `*`. */
export const ecs: AwsService = {
  name: 'ecs',
  target: 'AmazonEC2ContainerServiceV20141113',
  operations: {
    ContinueServiceDeployment: operation({
      accept: accept.ContinueServiceDeployment,
      resource: named('serviceDeploymentArn'),
      run: continueServiceDeployment,
    }),
    CreateCluster: operation({ accept: accept.CreateCluster, resource: aCluster, run: createCluster }),
    CreateService: operation({ accept: accept.CreateService, resource: aService, run: createService }),
    DeleteService: operation({ accept: accept.DeleteService, resource: aService, run: deleteService }),
    DeleteTaskDefinitions: operation({
      accept: accept.DeleteTaskDefinitions,
      resource: named('taskDefinitions'),
      run: deleteTaskDefinitions,
    }),
    DeregisterTaskDefinition: operation({
      accept: accept.DeregisterTaskDefinition,
      run: deregisterTaskDefinition,
    }),
    DescribeClusters: operation({
      accept: accept.DescribeClusters,
      resource: aCluster,
      run: describeClusters,
    }),
    DescribeServiceDeployments: operation({
      accept: accept.DescribeServiceDeployments,
      resource: named('serviceDeploymentArns'),
      run: describeServiceDeployments,
    }),
    DescribeServiceRevisions: operation({
      accept: accept.DescribeServiceRevisions,
      resource: named('serviceRevisionArns'),
      run: describeServiceRevisions,
    }),
    DescribeServices: operation({
      accept: accept.DescribeServices,
      resource: aService,
      run: describeServices,
    }),
    DescribeTaskDefinition: operation({ accept: accept.DescribeTaskDefinition, run: describeTaskDefinition }),
    DescribeTasks: operation({ accept: accept.DescribeTasks, resource: aTask('tasks'), run: describeTasks }),
    DescribeTaskSets: operation({
      accept: accept.DescribeTaskSets,
      resource: aService,
      run: describeTaskSets,
    }),
    ListServiceDeployments: operation({
      accept: accept.ListServiceDeployments,
      resource: aService,
      run: listServiceDeployments,
    }),
    ListServices: operation({ accept: accept.ListServices, run: listServices }),
    ListTagsForResource: operation({
      accept: accept.ListTagsForResource,
      resource: named('resourceArn'),
      run: listTagsForResource,
    }),
    ListTaskDefinitions: operation({ accept: accept.ListTaskDefinitions, run: listTaskDefinitions }),
    ListTasks: operation({ accept: accept.ListTasks, run: listTasks }),
    RegisterTaskDefinition: operation({ accept: accept.RegisterTaskDefinition, run: registerTaskDefinition }),
    StopServiceDeployment: operation({
      accept: accept.StopServiceDeployment,
      resource: named('serviceDeploymentArn'),
      run: stopServiceDeployment,
    }),
    StopTask: operation({ accept: accept.StopTask, resource: aTask('task'), run: stopTask }),
    TagResource: operation({ accept: accept.TagResource, resource: named('resourceArn'), run: tagResource }),
    UpdateService: operation({ accept: accept.UpdateService, resource: aService, run: updateService }),
  },
};
