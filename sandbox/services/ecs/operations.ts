import { operation, type AwsService, type Operation } from '../../operation.ts';
import { lastPart, serviceArn } from './arn.ts';
import { createService } from './create-service.ts';
import { describeServices } from './describe-services.ts';
import { accept } from './load.ts';
import { describeTaskDefinition, registerTaskDefinition } from './task-definition.ts';
import { updateService } from './update-service.ts';

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The service that a body names in `service`, or in `services`. */
const aService: Operation['resource'] = (body, world) => {
  const [first] = listOf(body['services']);
  const name = text(body['service']) ?? text(body['serviceName']) ?? text(first) ?? '*';
  return serviceArn(world, lastPart(text(body['cluster']) ?? 'default'), lastPart(name));
};

/** Amazon ECS as far as the sandbox goes. */
export const ecs: AwsService = {
  name: 'ecs',
  target: 'AmazonEC2ContainerServiceV20141113',
  operations: {
    CreateService: operation({ accept: accept.CreateService, resource: aService, run: createService }),
    DescribeServices: operation({
      accept: accept.DescribeServices,
      resource: aService,
      run: describeServices,
    }),
    DescribeTaskDefinition: operation({ accept: accept.DescribeTaskDefinition, run: describeTaskDefinition }),
    RegisterTaskDefinition: operation({ accept: accept.RegisterTaskDefinition, run: registerTaskDefinition }),
    UpdateService: operation({ accept: accept.UpdateService, resource: aService, run: updateService }),
  },
};
