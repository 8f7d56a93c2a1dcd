/** Source: API reference, LogConfiguration. Which of them an instance has depends on the instance. */
export const logDrivers = [
  'json-file',
  'syslog',
  'journald',
  'gelf',
  'fluentd',
  'awslogs',
  'splunk',
  'awsfirelens',
] as const;

/**
 * The values that AWS takes where a member is an enumeration: `Shape.member` → values.
 * Source: the API reference of Amazon ECS, "Valid Values" of each member. The SDK's schemas do not hold
 * them; a test compares this table with the constants that the SDK exports.
 */
export const enumerations: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['RegisterTaskDefinitionRequest.networkMode', ['bridge', 'host', 'awsvpc', 'none']],
  [
    'RegisterTaskDefinitionRequest.requiresCompatibilities',
    ['EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES'],
  ],
  ['RegisterTaskDefinitionRequest.pidMode', ['host', 'task']],
  ['RegisterTaskDefinitionRequest.ipcMode', ['host', 'task', 'none']],
  ['ContainerDefinition.versionConsistency', ['enabled', 'disabled']],
  ['PortMapping.protocol', ['tcp', 'udp']],
  ['PortMapping.appProtocol', ['http', 'http2', 'grpc']],
  ['EnvironmentFile.type', ['s3']],
  ['Device.permissions', ['read', 'write', 'mknod']],
  ['ContainerDependency.condition', ['START', 'COMPLETE', 'SUCCESS', 'HEALTHY']],
  [
    'Ulimit.name',
    [
      'core',
      'cpu',
      'data',
      'fsize',
      'locks',
      'memlock',
      'msgqueue',
      'nice',
      'nofile',
      'nproc',
      'rss',
      'rtprio',
      'rttime',
      'sigpending',
      'stack',
    ],
  ],
  ['LogConfiguration.logDriver', logDrivers],
  ['ResourceRequirement.type', ['GPU', 'InferenceAccelerator', 'NeuronDevice']],
  ['FirelensConfiguration.type', ['fluentd', 'fluentbit']],
  ['DockerVolumeConfiguration.scope', ['task', 'shared']],
  ['EFSVolumeConfiguration.transitEncryption', ['ENABLED', 'DISABLED']],
  ['EFSAuthorizationConfig.iam', ['ENABLED', 'DISABLED']],
  ['TaskDefinitionPlacementConstraint.type', ['memberOf']],
  ['ProxyConfiguration.type', ['APPMESH']],
  ['RuntimePlatform.cpuArchitecture', ['X86_64', 'ARM64']],
  [
    'RuntimePlatform.operatingSystemFamily',
    [
      'LINUX',
      'WINDOWS_SERVER_2016_FULL',
      'WINDOWS_SERVER_2004_CORE',
      'WINDOWS_SERVER_2019_CORE',
      'WINDOWS_SERVER_2019_FULL',
      'WINDOWS_SERVER_20H2_CORE',
      'WINDOWS_SERVER_2022_CORE',
      'WINDOWS_SERVER_2022_FULL',
      'WINDOWS_SERVER_2025_CORE',
      'WINDOWS_SERVER_2025_FULL',
    ],
  ],
  ['ServiceManagedEBSVolumeConfiguration.filesystemType', ['ext3', 'ext4', 'xfs', 'ntfs']],
  ['EBSTagSpecification.resourceType', ['volume']],
  ['EBSTagSpecification.propagateTags', ['TASK_DEFINITION', 'SERVICE', 'NONE']],
]);

/**
 * Members that AWS requires though its model does not say so.
 * Source: `Container.name should not be null or blank.` (RegisterTaskDefinition); an image is required by
 * the developer guide's "Standard container definition parameters"; the rest by their use.
 */
export const requiredByService: ReadonlyMap<string, readonly string[]> = new Map([
  ['ContainerDefinition', ['name', 'image']],
  ['KeyValuePair', ['name']],
  ['MountPoint', ['sourceVolume', 'containerPath']],
  ['VolumeFrom', ['sourceContainer']],
  ['Volume', ['name']],
  ['Tag', ['key']],
  ['TaskDefinitionPlacementConstraint', ['type']],
]);

/** The log drivers of Fargate. Source: API reference, LogConfiguration. */
export const fargateLogDrivers: readonly string[] = ['awslogs', 'splunk', 'awsfirelens'];

/** The memory that may go with a number of CPU units on Fargate, in MiB. */
export interface FargateSize {
  readonly cpu: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  /** Sizes below the first step. */
  readonly also?: readonly number[];
}

/** Source: developer guide, "Task size"; AWS refuses others with `No Fargate configuration exists for given values.` */
export const fargateSizes: readonly FargateSize[] = [
  { cpu: 256, least: 1024, most: 2048, step: 1024, also: [512] },
  { cpu: 512, least: 1024, most: 4096, step: 1024 },
  { cpu: 1024, least: 2048, most: 8192, step: 1024 },
  { cpu: 2048, least: 4096, most: 16_384, step: 1024 },
  { cpu: 4096, least: 8192, most: 30_720, step: 1024 },
  { cpu: 8192, least: 16_384, most: 61_440, step: 4096 },
  { cpu: 16_384, least: 32_768, most: 122_880, step: 8192 },
];

/** `Actual length: '514430'. Max allowed length is '65536' bytes.` */
export const mostBytes = 65_536;

/** Source: API reference, Tag: 50 tags a resource, keys of 1–128 characters, values of up to 256. */
export const tagLimits = { count: 50, key: 128, value: 256 } as const;
