import { type DocumentNode, type ListNode, type ObjectNode, pathText } from '../inputs/document.ts';
import { type Location, type Parsed, parsed, type Problem, refused } from '../inputs/problem.ts';
import type { AppSpec, AwsvpcNetwork, CapacityProvider } from './appspec.ts';
import { readHooks } from './hooks.ts';
import { membersIn, type Place } from './members.ts';
import { oneOf, portNumber, text, wholeNumber } from './scalar.ts';

/**
 * Reads the AppSpec of a deployment on ECS. Names of members may be in any case, as they are in files in
 * use. The task definition it names is not kept: what is deployed is always ours. All problems at once.
 */
export function parseAppSpec(document: DocumentNode): Parsed<AppSpec> {
  const problems: Problem[] = [];
  const top = object({ node: document, path: [], problems }, document.at);
  const appSpec = top === undefined ? undefined : readTop(top, problems);
  return problems.length > 0 || appSpec === undefined ? refused(...problems) : parsed(appSpec);
}

function readTop(top: ObjectNode, problems: Problem[]): AppSpec | undefined {
  const member = membersIn(top, ['version', 'Resources', 'Hooks'], { path: [], problems });
  checkVersion(member('version'), top.at);
  const hooks = readHooks(member('Hooks'));
  const service = readResources(member('Resources'), top.at);
  return service === undefined ? undefined : { ...service, hooks };
}

/** The only version there is. */
function checkVersion({ node, problems }: Place, parent: Location): void {
  const isRight = node?.kind === 'number' ? node.value === 0 : node?.kind === 'text' && node.value === '0.0';
  if (isRight) return;
  const message = node === undefined ? 'version is missing.' : 'version must be 0.0.';
  problems.push({ message, remedy: 'Write version: 0.0.', location: node?.at ?? parent });
}

function readResources(place: Place, parent: Location): Omit<AppSpec, 'hooks'> | undefined {
  const resources = list(place, parent);
  if (resources === undefined) return undefined;
  const [first, ...others] = resources.items;
  const named = first?.kind === 'object' ? first.members : [];
  const [resource] = named;
  if (resource === undefined || others.length > 0 || named.length > 1) {
    place.problems.push({
      message: 'Resources must hold exactly one resource: the service.',
      remedy: 'Write one item, TargetService, with Type and Properties.',
      location: resources.at,
    });
    return undefined;
  }
  const path = [...place.path, 0, resource.key];
  const target = object({ ...place, node: resource.value, path }, resource.keyAt);
  return target === undefined ? undefined : readService(target, { ...place, node: target, path });
}

function readService(target: ObjectNode, { path, problems }: Place): Omit<AppSpec, 'hooks'> | undefined {
  const member = membersIn(target, ['Type', 'Properties'], { path, problems });
  oneOf(member('Type'), ['AWS::ECS::Service'], target.at);
  const place = member('Properties');
  const properties = object(place, target.at);
  return properties === undefined ? undefined : readProperties(properties, place);
}

const propertyNames = [
  'TaskDefinition',
  'LoadBalancerInfo',
  'PlatformVersion',
  'NetworkConfiguration',
  'CapacityProviderStrategy',
] as const;

function readProperties(
  properties: ObjectNode,
  { path, problems }: Place,
): Omit<AppSpec, 'hooks'> | undefined {
  const member = membersIn(properties, propertyNames, { path, problems });
  optional(member('TaskDefinition'), text);
  const platformVersion = optional(member('PlatformVersion'), text);
  const network = optional(member('NetworkConfiguration'), readNetwork);
  const capacityProviders = optional(member('CapacityProviderStrategy'), readProviders);
  const target = readTarget(member('LoadBalancerInfo'), properties.at);
  if (target === undefined) return undefined;
  return {
    ...target,
    ...(platformVersion !== undefined && { platformVersion }),
    ...(network !== undefined && { network }),
    ...(capacityProviders !== undefined && { capacityProviders }),
  };
}

type Target = Pick<AppSpec, 'containerName' | 'containerPort'>;

function readTarget(place: Place, parent: Location): Target | undefined {
  const info = object(place, parent);
  if (info === undefined) return undefined;
  const member = membersIn(info, ['ContainerName', 'ContainerPort'], place);
  const containerName = text(member('ContainerName'), info.at);
  const containerPort = portNumber(member('ContainerPort'), info.at);
  return containerName === undefined || containerPort === undefined
    ? undefined
    : { containerName, containerPort };
}

function readNetwork(place: Place, parent: Location): AwsvpcNetwork | undefined {
  const outer = object(place, parent);
  if (outer === undefined) return undefined;
  const inner = membersIn(outer, ['AwsvpcConfiguration'], place)('AwsvpcConfiguration');
  const configuration = object(inner, outer.at);
  if (configuration === undefined) return undefined;
  const member = membersIn(configuration, ['Subnets', 'SecurityGroups', 'AssignPublicIp'], inner);
  const subnets = texts(member('Subnets'), configuration.at);
  const securityGroups = optional(member('SecurityGroups'), texts) ?? [];
  const assignPublicIp = optional(member('AssignPublicIp'), (one, at) =>
    oneOf(one, ['ENABLED', 'DISABLED'], at),
  );
  return { subnets, securityGroups, ...(assignPublicIp !== undefined && { assignPublicIp }) };
}

function readProviders(place: Place, parent: Location): readonly CapacityProvider[] | undefined {
  return list(place, parent)?.items.flatMap((item, index) => {
    const one = { ...place, node: item, path: [...place.path, index] };
    const provider = object(one, item.at);
    if (provider === undefined) return [];
    const member = membersIn(provider, ['CapacityProvider', 'Base', 'Weight'], one);
    const name = text(member('CapacityProvider'), provider.at);
    const base = optional(member('Base'), wholeNumber);
    const weight = optional(member('Weight'), wholeNumber);
    if (name === undefined) return [];
    return [{ name, ...(base !== undefined && { base }), ...(weight !== undefined && { weight }) }];
  });
}

/** Reads what the file has, and nothing where it has nothing. */
function optional<T>(place: Place, read: (place: Place, parent: Location) => T | undefined): T | undefined {
  return place.node === undefined ? undefined : read(place, place.node.at);
}

function texts(place: Place, parent: Location): readonly string[] {
  const items = list(place, parent)?.items ?? [];
  return items.flatMap(
    (node, index) => text({ ...place, node, path: [...place.path, index] }, node.at) ?? [],
  );
}

function object(place: Place, parent: Location): ObjectNode | undefined {
  if (place.node?.kind === 'object') return place.node;
  reportKind(place, 'an object', parent);
  return undefined;
}

function list(place: Place, parent: Location): ListNode | undefined {
  if (place.node?.kind === 'list') return place.node;
  reportKind(place, 'a list', parent);
  return undefined;
}

function reportKind({ node, path, problems }: Place, wanted: string, parent: Location): void {
  const name = path.length === 0 ? 'The AppSpec' : pathText(path);
  problems.push({
    message: node === undefined ? `${name} is missing.` : `${name} must be ${wanted}.`,
    remedy: `Write ${wanted} here.`,
    location: node?.at ?? parent,
  });
}
