import type { ContainerDefinition } from '@aws-sdk/client-ecs';
import type { World } from '../../world.ts';
import { findGroup, type LogPlace } from '../logs/state.ts';
import { noLogGroup, noLogRegion } from './start-failure.ts';
import type { TaskDefinitionContent } from './state.ts';

/** Where a container's output goes, and in which form. */
export interface LogOutput extends LogPlace {
  /** Whether a missing group is made. */
  readonly mayCreate: boolean;
  /** A line as it was written, or Fluent Bit's record of it in JSON. */
  readonly form: 'line' | 'record';
}

/** Where the output of a task's container goes in CloudWatch Logs; undefined where it goes elsewhere. */
export function logOutputOf(container: ContainerDefinition, taskId: string): LogOutput | undefined {
  const { logDriver, options = {} } = container.logConfiguration ?? {};
  if (logDriver === 'awslogs') return awslogs(container, options, taskId);
  if (logDriver === 'awsfirelens') return firelens(container, options, taskId);
  return undefined;
}

type Options = Readonly<Record<string, string>>;

function awslogs(
  { name = '' }: ContainerDefinition,
  options: Options,
  taskId: string,
): LogOutput | undefined {
  const { 'awslogs-group': group, 'awslogs-region': region = '', 'awslogs-stream-prefix': prefix } = options;
  if (group === undefined) return undefined;
  // Without a prefix the stream has the name of the Docker container, which only its instance knows.
  const stream = prefix === undefined ? taskId.padEnd(64, '0') : `${prefix}/${name}/${taskId}`;
  return { region, group, stream, mayCreate: options['awslogs-create-group'] === 'true', form: 'line' };
}

/**
 * Fluent Bit's outputs `cloudwatch_logs` and `cloudwatch`: the stream is `log_stream_name`, or the prefix and the tag,
 * which FireLens makes `CONTAINER-firelens-TASK_ID`. Its keys are read in any case.
 */
function firelens({ name = '' }: ContainerDefinition, given: Options, taskId: string): LogOutput | undefined {
  const options = new Map(Object.entries(given).map(([key, value]) => [key.toLowerCase(), value]));
  const output = options.get('name');
  const group = options.get('log_group_name');
  const prefix = options.get('log_stream_prefix');
  const stream = options.get('log_stream_name') ?? (prefix && `${prefix}${name}-firelens-${taskId}`);
  if (
    (output !== 'cloudwatch_logs' && output !== 'cloudwatch') ||
    group === undefined ||
    stream === undefined
  )
    return undefined;
  return {
    region: options.get('region') ?? '',
    group,
    stream,
    mayCreate: options.get('auto_create_group') === 'true',
    form: options.get('log_key') === 'log' ? 'line' : 'record',
  };
}

/** Why a container cannot be started with its log driver, in AWS's words; a FireLens router never stands in the way. */
export function logError(
  world: World,
  { requiresCompatibilities = [] }: TaskDefinitionContent,
  { logConfiguration }: ContainerDefinition,
): string | undefined {
  if (logConfiguration?.logDriver !== 'awslogs') return undefined;
  const { options = {} } = logConfiguration;
  const region = options['awslogs-region'];
  if (region === undefined && requiresCompatibilities.includes('FARGATE')) return noLogRegion;
  const group = { region: region ?? world.region, group: options['awslogs-group'] ?? '' };
  const mayCreate = !world.logs.listed || options['awslogs-create-group'] === 'true';
  return mayCreate || findGroup(world.logs, group) !== undefined ? undefined : noLogGroup;
}
