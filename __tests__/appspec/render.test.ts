import { expect, test } from '@jest/globals';
import { renderAppSpec } from '../../src/appspec/render.ts';

const arn = 'arn:aws:ecs:eu-central-1:123456789012:task-definition/api:8';

test('the content has the members of an AppSpec for ECS, and our task definition', () => {
  const content = renderAppSpec(
    {
      containerName: 'api',
      containerPort: 8080,
      platformVersion: '1.4.0',
      network: { subnets: ['subnet-1'], securityGroups: [], assignPublicIp: 'DISABLED' },
      capacityProviders: [{ name: 'FARGATE', base: 1, weight: 2 }],
      hooks: [{ event: 'AfterInstall', lambda: 'check' }],
    },
    arn,
  );
  expect(JSON.parse(content)).toEqual({
    version: 0.0,
    Resources: [
      {
        TargetService: {
          Type: 'AWS::ECS::Service',
          Properties: {
            TaskDefinition: arn,
            LoadBalancerInfo: { ContainerName: 'api', ContainerPort: 8080 },
            PlatformVersion: '1.4.0',
            NetworkConfiguration: {
              AwsvpcConfiguration: { Subnets: ['subnet-1'], SecurityGroups: [], AssignPublicIp: 'DISABLED' },
            },
            CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE', Base: 1, Weight: 2 }],
          },
        },
      },
    ],
    Hooks: [{ AfterInstall: 'check' }],
  });
});

test('what is not given is left out', () => {
  const content = renderAppSpec({ containerName: 'api', containerPort: 80, hooks: [] }, arn);
  expect(content).not.toMatch(/Hooks|PlatformVersion|NetworkConfiguration|CapacityProviderStrategy/);
});
