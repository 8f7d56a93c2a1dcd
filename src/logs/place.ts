import type { ContainerDefinition } from '@aws-sdk/client-ecs';

/** A stream of CloudWatch Logs. */
export interface CloudWatchPlace {
  readonly kind: 'cloudwatch';
  readonly region: string;
  readonly group: string;
  readonly stream: string;
}

/** Logs that are not in CloudWatch Logs, or in a stream whose name cannot be known. */
export interface ElsewherePlace {
  readonly kind: 'elsewhere';
  /** The log driver, or the output plugin of Fluent Bit. */
  readonly plugin: string;
  readonly destination?: string;
}

export interface LogOf {
  readonly taskId: string;
  /** The region of the task. */
  readonly region: string;
}

type Options = Readonly<Record<string, string>>;

/** Where the lines of a task's container are; undefined where it has no log configuration. */
export function logPlaceOf(
  { name = '', logConfiguration }: ContainerDefinition,
  task: LogOf,
): CloudWatchPlace | ElsewherePlace | undefined {
  if (logConfiguration?.logDriver === undefined) return undefined;
  const { logDriver, options = {} } = logConfiguration;
  switch (logDriver) {
    case 'awslogs':
      return awslogs(name, options, task);
    case 'awsfirelens':
      return firelens(name, options, task);
    default:
      return { kind: 'elsewhere', plugin: logDriver };
  }
}

/** Developer guide, "Using the awslogs log driver": the stream is PREFIX/CONTAINER/TASK_ID. */
function awslogs(name: string, options: Options, task: LogOf): CloudWatchPlace | ElsewherePlace {
  const { 'awslogs-group': group, 'awslogs-stream-prefix': prefix } = options;
  // Without a prefix the stream has the name of the Docker container, which only its instance knows.
  if (group === undefined || prefix === undefined) {
    return { kind: 'elsewhere', plugin: 'awslogs', ...(group === undefined ? {} : { destination: group }) };
  }
  const region = options['awslogs-region'] ?? task.region;
  return { kind: 'cloudwatch', region, group, stream: `${prefix}/${name}/${task.taskId}` };
}

// What names a destination in the options of Fluent Bit's outputs; others hold keys and headers.
const DESTINATIONS = ['log_group_name', 'delivery_stream', 'stream', 'bucket', 'host', 'index'];

/** Fluent Bit's outputs cloudwatch_logs and cloudwatch; the tag that FireLens gives is CONTAINER-firelens-TASK_ID. */
function firelens(name: string, given: Options, task: LogOf): CloudWatchPlace | ElsewherePlace {
  const options = new Map(Object.entries(given).map(([key, value]) => [key.toLowerCase(), value]));
  const plugin = options.get('name') ?? 'awsfirelens';
  const group = options.get('log_group_name');
  const prefix = options.get('log_stream_prefix');
  const stream =
    options.get('log_stream_name') ??
    (prefix === undefined ? undefined : `${prefix}${name}-firelens-${task.taskId}`);
  const isCloudWatch = plugin === 'cloudwatch_logs' || plugin === 'cloudwatch';
  // The plugin cloudwatch fills in templates such as $(ecs_cluster): what comes of them only it knows.
  const isKnown = ![group, stream].some((text) => text?.includes('$') === true);
  if (isCloudWatch && isKnown && group !== undefined && stream !== undefined) {
    return { kind: 'cloudwatch', region: options.get('region') ?? task.region, group, stream };
  }
  const destination = DESTINATIONS.map((key) => options.get(key)).find((value) => value !== undefined);
  return { kind: 'elsewhere', plugin, ...(destination === undefined ? {} : { destination }) };
}
