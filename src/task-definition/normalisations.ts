import { cpuUnits, memoryMib } from './size.ts';

/** A value that means the same to AWS as another way to write it. Each names where that is known from. */
export type Normalisation =
  /** An empty list or map, anywhere but in the exceptions: not given means the same. */
  | {
      readonly kind: 'empty';
      readonly member: '*';
      readonly except: readonly string[];
      readonly source: string;
    }
  /** Not given means the same. */
  | {
      readonly kind: 'drop';
      readonly member: string;
      readonly source: string;
      readonly when: (place: Place) => boolean;
    }
  /** Another spelling means the same. */
  | {
      readonly kind: 'rewrite';
      readonly member: string;
      readonly source: string;
      readonly to: (value: unknown) => unknown;
    }
  /** Another order means the same: entries are sorted by one of their members. */
  | { readonly kind: 'order'; readonly member: string; readonly source: string; readonly by: string };

/** A value where it stands, as far as its meaning may depend on that. */
export interface Place {
  readonly value: unknown;
  /** A member of the structure that the value is a member of. */
  readonly sibling: (name: string) => unknown;
  readonly networkMode: unknown;
  readonly operatingSystemFamily: unknown;
}

/**
 * All that is stripped before two definitions are compared; the order of every other list counts. What is
 * not on this list makes a difference, and a difference makes a deployment: too short a list costs a
 * deployment, too long a one hides a change.
 */
export const NORMALISATIONS: readonly Normalisation[] = [
  {
    kind: 'empty',
    member: '*',
    // An empty entry point may take that of the image away, as Docker does with one that is not null [?].
    except: ['ContainerDefinition.entryPoint'],
    source: 'recorded: DescribeTaskDefinition answers "environment": [] and the like for what was not given',
  },
  drop(
    'ContainerDefinition.cpu',
    [0],
    'API reference: null and zero are passed on alike; DescribeTaskDefinition fills in 0',
  ),
  drop(
    'ContainerDefinition.essential',
    [true],
    'API reference: assumed true; DescribeTaskDefinition fills it in',
  ),
  drop('ContainerDefinition.versionConsistency', ['enabled'], 'API reference: by default enabled'),
  drop(
    'PortMapping.protocol',
    ['tcp'],
    'API reference: the default is tcp; DescribeTaskDefinition fills it in',
  ),
  {
    kind: 'drop',
    member: 'PortMapping.hostPort',
    source: 'API reference: blank or equal to containerPort under awsvpc and host; blank or 0 otherwise',
    when: ({ value, sibling, networkMode }) =>
      networkMode === 'awsvpc' || networkMode === 'host' ? value === sibling('containerPort') : value === 0,
  },
  drop(
    'HealthCheck.interval',
    [30],
    'API reference: the default is 30 seconds; DescribeTaskDefinition fills it in',
  ),
  drop(
    'HealthCheck.timeout',
    [5],
    'API reference: the default is 5 seconds; DescribeTaskDefinition fills it in',
  ),
  drop('HealthCheck.retries', [3], 'API reference: the default is 3; DescribeTaskDefinition fills it in'),
  drop('ContainerRestartPolicy.restartAttemptPeriod', [300], 'API reference: by default 300 seconds'),
  drop('MountPoint.readOnly', [false], 'API reference: the default is false'),
  drop('VolumeFrom.readOnly', [false], 'API reference: the default is false'),
  drop('EFSVolumeConfiguration.rootDirectory', ['/'], 'API reference: the same as omitting it'),
  drop('EFSVolumeConfiguration.transitEncryption', ['DISABLED'], 'API reference: the default is DISABLED'),
  drop('EFSAuthorizationConfig.iam', ['DISABLED'], 'API reference: the default is DISABLED'),
  {
    kind: 'drop',
    member: 'Volume.host',
    source:
      'API reference: a volume without configuration is a host volume; DescribeTaskDefinition answers "host": {}',
    when: ({ value }) => typeof value === 'object' && value !== null && Object.keys(value).length === 0,
  },
  {
    kind: 'drop',
    member: 'RegisterTaskDefinitionRequest.networkMode',
    source: 'API reference: the default is bridge, but for Windows',
    when: ({ value, operatingSystemFamily }) =>
      value === 'bridge' &&
      !(typeof operatingSystemFamily === 'string' && operatingSystemFamily.startsWith('WINDOWS')),
  },
  drop('RegisterTaskDefinitionRequest.enableFaultInjection', [false], 'API reference: the default is false'),
  {
    kind: 'rewrite',
    member: 'RegisterTaskDefinitionRequest.cpu',
    source: 'developer guide, task size: vCPUs are turned into CPU units ("1 vCPU" is 1024) when registered',
    to: (value) => rewritten(value, cpuUnits),
  },
  {
    kind: 'rewrite',
    member: 'RegisterTaskDefinitionRequest.memory',
    source: 'developer guide, task size: gigabytes are turned into MiB ("2 GB" is 2048) when registered',
    to: (value) => rewritten(value, memoryMib),
  },
  order(
    'ContainerDefinition.environment',
    'name',
    'AWS answers variables in another order (hashicorp/terraform-provider-aws #3035)',
  ),
  order(
    'ContainerDefinition.secrets',
    'name',
    'AWS answers secrets in another order (hashicorp/terraform-provider-aws #35792)',
  ),
  order(
    'RegisterTaskDefinitionRequest.containerDefinitions',
    'name',
    'AWS may answer containers in another order [?] (hashicorp/terraform-provider-aws sorts them too); dependsOn orders their start',
  ),
  order(
    'RegisterTaskDefinitionRequest.tags',
    'key',
    'tags are a map from unique keys; AWS promises no order',
  ),
];

function drop(member: string, values: readonly unknown[], source: string): Normalisation {
  return { kind: 'drop', member, source, when: ({ value }) => values.includes(value) };
}

function order(member: string, by: string, source: string): Normalisation {
  return { kind: 'order', member, source, by };
}

function rewritten(value: unknown, read: (text: string) => number | undefined): unknown {
  const number = typeof value === 'string' ? read(value) : undefined;
  return number === undefined ? value : String(number);
}

/** Whether an empty list or map means the same as none in this place. */
export function emptyMeansAbsent(member: string): boolean {
  return NORMALISATIONS.some((one) => one.kind === 'empty' && !one.except.includes(member));
}

/** The entries for one member. */
export function normalisationsOf(member: string): readonly Normalisation[] {
  return NORMALISATIONS.filter((normalisation) => normalisation.member === member);
}
