import type { AppSpec, AwsvpcNetwork, CapacityProvider, Hook } from './appspec.ts';

/**
 * The content of the AppSpec as JSON text, with the ARN of the revision to deploy.
 * `version` 0.0 becomes 0, as in every JSON that is made from a number; CodeDeploy takes it.
 */
export function renderAppSpec(appSpec: AppSpec, taskDefinitionArn: string): string {
  const { containerName, containerPort, platformVersion, network, capacityProviders = [], hooks } = appSpec;
  const properties = {
    TaskDefinition: taskDefinitionArn,
    LoadBalancerInfo: { ContainerName: containerName, ContainerPort: containerPort },
    ...(platformVersion !== undefined && { PlatformVersion: platformVersion }),
    ...(network !== undefined && { NetworkConfiguration: renderNetwork(network) }),
    ...(capacityProviders.length > 0 && { CapacityProviderStrategy: capacityProviders.map(renderProvider) }),
  };
  return JSON.stringify({
    version: 0.0,
    Resources: [{ TargetService: { Type: 'AWS::ECS::Service', Properties: properties } }],
    ...(hooks.length > 0 && { Hooks: hooks.map(renderHook) }),
  });
}

function renderNetwork({ subnets, securityGroups, assignPublicIp }: AwsvpcNetwork): object {
  return {
    AwsvpcConfiguration: {
      Subnets: subnets,
      SecurityGroups: securityGroups,
      ...(assignPublicIp !== undefined && { AssignPublicIp: assignPublicIp }),
    },
  };
}

function renderProvider({ name, base, weight }: CapacityProvider): object {
  return {
    CapacityProvider: name,
    ...(base !== undefined && { Base: base }),
    ...(weight !== undefined && { Weight: weight }),
  };
}

function renderHook({ event, lambda }: Hook): object {
  return { [event]: lambda };
}
