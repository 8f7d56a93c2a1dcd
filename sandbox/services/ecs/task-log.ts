import type { ContainerDefinition } from '@aws-sdk/client-ecs';
import type { World } from '../../world.ts';
import { openStream, write } from '../logs/stream.ts';
import { lastPart } from './arn.ts';
import { findTaskDefinition } from './find.ts';
import { logOutputOf, type LogOutput } from './log-driver.ts';
import type { Exits, Task } from './state.ts';

/** What the containers of a task write when they start. One that can execute nothing writes nothing yet. */
export function logStart(world: World, task: Task): void {
  for (const container of containersOf(world, task)) {
    const isMute = task.fate.kind === 'exits' && task.fate.log === 'exec-format';
    log({ world, task, container }, isMute ? [] : startLines(task, container));
  }
}

/** What a container writes before it ends by itself. */
export function logExit(world: World, task: Task, fate: Exits): void {
  const container = containersOf(world, task).find(({ name }) => name === fate.container);
  if (container !== undefined) log({ world, task, container }, exitLines(container, fate));
}

/** What containers write whose health checks fail. */
export function logUnhealthy(world: World, task: Task): void {
  for (const container of containersOf(world, task)) {
    if (isRouter(container)) continue;
    const name = container.name ?? '';
    log({ world, task, container }, [
      ...Array.from({ length: 5 }, () => `[${name}] GET /health 503 Service Unavailable in 2 ms`),
      `[${name}] not ready: the database does not answer (5 attempts)`,
    ]);
  }
}

/** What containers write when they are asked to end. */
export function logSignal(world: World, task: Task): void {
  const stays = task.fate.kind === 'unstoppable' ? task.fate.container : undefined;
  for (const container of containersOf(world, task)) {
    const name = container.name ?? '';
    const answer = name === stays ? 'waiting for 1 job that is under way' : 'shut down';
    log({ world, task, container }, [`[${name}] received SIGTERM`, `[${name}] ${answer}`]);
  }
}

const containersOf = (world: World, { taskDefinition }: Task): readonly ContainerDefinition[] =>
  findTaskDefinition(world, taskDefinition)?.content.containerDefinitions ?? [];

const isRouter = ({ firelensConfiguration }: ContainerDefinition): boolean =>
  firelensConfiguration !== undefined;

function startLines(task: Task, container: ContainerDefinition): readonly string[] {
  const name = container.name ?? '';
  if (isRouter(container))
    return ['[ info] [fluent bit] version=1.9.10', '[ info] [sp] stream processor started'];
  return [
    `[${name}] starting ${lastPart(task.taskDefinition)}`,
    `[${name}] configuration read`,
    `[${name}] connected to the database`,
  ];
}

/** How many lines an application writes on its way to an error: more than anybody wants to read. */
const bootLines = 60;

function exitLines(
  { name = '', entryPoint, command }: ContainerDefinition,
  { log: kind }: Exits,
): readonly string[] {
  switch (kind) {
    case 'exec-format':
      // Recorded: the log alone tells it.
      return [`exec ${entryPoint?.[0] ?? command?.[0] ?? '/usr/bin/sh'}: exec format error`];
    case 'memory':
      return [62, 81, 97, 99].map((percent) => `[${name}] memory in use: ${percent} %`);
    case 'error':
      return [
        ...Array.from(
          { length: bootLines },
          (_, index) => `[${name}] loading component ${index + 1} of ${bootLines}`,
        ),
        `/app/config/application.rb:14:in 'Hash#fetch': key not found: "MAIL_HOST" (KeyError)`,
        `\tfrom /app/config/application.rb:14:in '<class:Application>'`,
        `\tfrom /app/config/environment.rb:5:in '<main>'`,
        `\tfrom /app/config.ru:3:in 'block in <main>'`,
      ];
  }
}

interface Writer {
  readonly world: World;
  readonly task: Task;
  readonly container: ContainerDefinition;
}

/** Writes to the stream of the container; what a FireLens router cannot deliver it complains about in its own log. */
function log({ world, task, container }: Writer, lines: readonly string[]): void {
  const output = logOutputOf(container, task.id);
  if (output === undefined) return;
  const place = { ...output, region: output.region === '' ? world.region : output.region };
  const stream = openStream(world, place, output.mayCreate);
  if (stream !== undefined)
    write(
      world,
      stream,
      lines.map((line) => formed(line, output, { task, container })),
    );
  else if (lines.length > 0) complain({ world, task, container }, output);
}

/** Fluent Bit's record of a line, with the metadata that FireLens adds (developer guide, "Using the ECS metadata"). */
function formed(line: string, { form }: LogOutput, { task, container }: Omit<Writer, 'world'>): string {
  if (form === 'line') return line;
  const { name = '' } = container;
  return JSON.stringify({
    source: 'stdout',
    log: line,
    container_id: task.containers.find((candidate) => candidate.name === name)?.runtimeId,
    container_name: name,
    ecs_cluster: lastPart(task.clusterArn),
    ecs_task_arn: task.arn,
    ecs_task_definition: lastPart(task.taskDefinition),
  });
}

function complain({ world, task, container }: Writer, { stream }: LogOutput): void {
  const router = containersOf(world, task).find(isRouter);
  if (router === undefined || router.name === container.name) return;
  log({ world, task, container: router }, [
    `[error] [output:cloudwatch_logs:cloudwatch_logs.1] CreateLogStream API responded with ` +
      `error='ResourceNotFoundException', message='The specified log group does not exist.'`,
    `[error] [output:cloudwatch_logs:cloudwatch_logs.1] Failed to create log stream ${stream}`,
  ]);
}
