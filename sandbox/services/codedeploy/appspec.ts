import type { AwsVpcConfiguration, CapacityProviderStrategyItem } from '@aws-sdk/client-ecs';
import { parse } from 'yaml';
import { isJsonObject, parseJson, type Json, type JsonObject } from '../../wire/json.ts';
import { eventNames, type EventName } from './state.ts';

/** What an AppSpec for ECS asks for. */
export interface AppSpec {
  readonly taskDefinition: string;
  readonly containerName: string;
  readonly containerPort: number;
  readonly platformVersion?: string;
  readonly network?: AwsVpcConfiguration;
  readonly capacityProviders?: readonly CapacityProviderStrategyItem[];
  /** Lambda functions by lifecycle event. */
  readonly hooks: Readonly<Partial<Record<EventName, string>>>;
}

/** Reads an AppSpec in YAML or JSON, its keys in any case. Undefined where it is not one for an ECS service. */
export function readAppSpec(content: string): AppSpec | undefined {
  const root = parsed(content);
  const [resource] = listOf(member(root, 'Resources'));
  const [service] = isJsonObject(resource) ? Object.values(resource) : [];
  const properties = member(service, 'Properties');
  const loadBalancer = member(properties, 'LoadBalancerInfo');
  const taskDefinition = textOf(member(properties, 'TaskDefinition'));
  const containerName = textOf(member(loadBalancer, 'ContainerName'));
  const containerPort = Number(textOf(member(loadBalancer, 'ContainerPort')) ?? Number.NaN);
  if (textOf(member(service, 'Type')) !== 'AWS::ECS::Service') return undefined;
  if (taskDefinition === undefined || containerName === undefined || Number.isNaN(containerPort))
    return undefined;
  const platformVersion = textOf(member(properties, 'PlatformVersion'));
  const network = member(member(properties, 'NetworkConfiguration'), 'AwsvpcConfiguration');
  const providers = listOf(member(properties, 'CapacityProviderStrategy'));
  return {
    taskDefinition,
    containerName,
    containerPort,
    ...(platformVersion === undefined ? {} : { platformVersion }),
    ...(isJsonObject(network) ? { network: readNetwork(network) } : {}),
    ...(providers.length === 0 ? {} : { capacityProviders: providers.map(readProvider) }),
    hooks: readHooks(listOf(member(root, 'Hooks'))),
  };
}

/** The AppSpec of a rollback, which CodeDeploy writes itself. */
export const writeAppSpec = ({
  taskDefinition,
  containerName,
  containerPort,
}: Pick<AppSpec, 'taskDefinition' | 'containerName' | 'containerPort'>): string =>
  JSON.stringify({
    version: 0,
    Resources: [
      {
        TargetService: {
          Type: 'AWS::ECS::Service',
          Properties: {
            TaskDefinition: taskDefinition,
            LoadBalancerInfo: { ContainerName: containerName, ContainerPort: containerPort },
          },
        },
      },
    ],
  });

/** JSON is YAML, but for the parser's patience with tabs and long keys: JSON is tried first. */
function parsed(content: string): Json | undefined {
  const json = parseJson(content);
  if (json !== undefined) return json;
  try {
    const value: unknown = parse(content, { logLevel: 'error' });
    return parseJson(JSON.stringify(value ?? null));
  } catch {
    return undefined;
  }
}

function readNetwork(network: JsonObject): AwsVpcConfiguration {
  const assignPublicIp = textOf(member(network, 'AssignPublicIp'));
  return {
    subnets: listOf(member(network, 'Subnets')).flatMap((subnet) => textOf(subnet) ?? []),
    securityGroups: listOf(member(network, 'SecurityGroups')).flatMap((group) => textOf(group) ?? []),
    assignPublicIp: assignPublicIp === 'ENABLED' ? 'ENABLED' : 'DISABLED',
  };
}

const readProvider = (item: Json): CapacityProviderStrategyItem => ({
  capacityProvider: textOf(member(item, 'CapacityProvider')) ?? '',
  base: Number(textOf(member(item, 'Base')) ?? 0),
  weight: Number(textOf(member(item, 'Weight')) ?? 0),
});

function readHooks(items: readonly Json[]): AppSpec['hooks'] {
  const hooks: Partial<Record<EventName, string>> = {};
  for (const name of eventNames) {
    const [lambda] = items.flatMap((item) => textOf(member(item, name)) ?? []);
    if (lambda !== undefined) hooks[name] = lambda;
  }
  return hooks;
}

/** A member by its name in any case. */
function member(value: Json | undefined, name: string): Json | undefined {
  if (!isJsonObject(value)) return undefined;
  const key = Object.keys(value).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : value[key];
}

/** Text, or a number that YAML made of it. */
function textOf(value: Json | undefined): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : undefined;
}

function listOf(value: Json | undefined): readonly Json[] {
  const items: readonly Json[] = Array.isArray(value) ? value : [];
  return items;
}
