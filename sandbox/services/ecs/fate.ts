import type { ContainerDefinition } from '@aws-sdk/client-ecs';
import { uuid } from '../../chance.ts';
import type { World } from '../../world.ts';
import { lookUp, tagOf } from '../ecr/state.ts';
import { findTaskDefinition } from './find.ts';
import { logError } from './log-driver.ts';
import * as reasons from './start-failure.ts';
import type { Exits, Fate, TaskDefinition, TaskDefinitionContent, TaskOwner } from './state.ts';

const second = 1000;

/** How long a pull goes on before it is given up: 85 to 92 s were seen from the start of the task to its end. */
const pullAttempts = 72 * second;
/** Four and a half to five minutes of PENDING were seen. */
const withoutRoute = 280 * second;
/** [?] Secrets and log groups are asked for at once, without many attempts; what cannot be reached times out as the registry does. */
const refused = 10 * second;

/**
 * What will become of a task of this revision. An image that the sandbox's registry ought to have and does not
 * have cannot be pulled; a tag that starts with `fault-…` asks for that fault; else the task runs.
 */
export function fateOf(world: World, { content }: TaskDefinition, taskId: string): Fate {
  const fates = (content.containerDefinitions ?? []).map((container) =>
    fateOfContainer({ world, content, container, taskId }),
  );
  return (
    gravest.map((kind) => fates.find((fate) => fate.kind === kind)).find((fate) => fate !== undefined) ?? {
      kind: 'runs',
    }
  );
}

/** Whether no capacity is found for tasks of this owner's revision. */
export function isUnplaceable(world: World, { settings }: TaskOwner): boolean {
  const containers = findTaskDefinition(world, settings.taskDefinition)?.content.containerDefinitions ?? [];
  return containers.some(({ image = '' }) => tagOf(image)?.startsWith('fault-no-capacity') === true);
}

const gravest = [
  'unstartable',
  'exits',
  'interrupted',
  'unhealthy',
  'unstoppable',
  'slow',
] as const satisfies readonly Fate['kind'][];

/** One container of a task that is about to be made. */
interface Candidate {
  readonly world: World;
  readonly content: TaskDefinitionContent;
  readonly container: ContainerDefinition;
  readonly taskId: string;
}

function fateOfContainer(candidate: Candidate): Fate {
  const { world, content, container } = candidate;
  const { image = '' } = container;
  if (lookUp(world.ecr, image).kind === 'missing') return unstartable(reasons.noImage(image), pullAttempts);
  const tag = tagOf(image) ?? '';
  const asked = faults.find(([prefix]) => tag.startsWith(prefix))?.[1](candidate);
  const error = logError(world, content, container);
  if (asked?.kind === 'unstartable' || error === undefined) return asked ?? { kind: 'runs' };
  return unstartable(error, refused);
}

/** What the tags ask for; of two that fit, the longer one stands first. */
const faults: readonly (readonly [prefix: string, fate: (candidate: Candidate) => Fate])[] = [
  ['fault-unpullable', ({ container }) => unstartable(reasons.noImage(container.image ?? ''), pullAttempts)],
  ['fault-arch', ({ content }) => unstartable(reasons.noPlatform(content), pullAttempts)],
  ['fault-no-route', ({ world }) => unstartable(reasons.noRoute(world), withoutRoute)],
  ['fault-layers', ({ container }) => unstartable(reasons.noLayers(container.image ?? ''), withoutRoute)],
  ['fault-unpack', () => unstartable(reasons.noUnpacking, pullAttempts)],
  ['fault-registry-denied', (candidate) => unstartable(registryReason(candidate), refused)],
  [
    'fault-secret-unreachable',
    (candidate) => unstartable(reasons.noSecretRoute(secretOf(candidate)), withoutRoute),
  ],
  ['fault-secret-denied', (candidate) => unstartable(secretReason(candidate, 'denied'), refused)],
  ['fault-secret', (candidate) => unstartable(secretReason(candidate, 'missing'), refused)],
  ['fault-log-group-unreachable', () => unstartable(reasons.noLogRoute, withoutRoute)],
  ['fault-log-group', () => unstartable(reasons.noLogGroup, refused)],
  ['fault-exec-format', (candidate) => exits(candidate, { after: second, log: 'exec-format' })],
  ['fault-crash-late', (candidate) => exits(candidate, { after: 25 * second, since: 'healthy' })],
  ['fault-crash', (candidate) => exits(candidate, {})],
  ['fault-exit-code-', (candidate) => exits(candidate, { exitCode: exitCodeOf(candidate) })],
  ['fault-oom', (candidate) => exits(candidate, outOfMemory)],
  ['fault-unhealthy', () => ({ kind: 'unhealthy' })],
  ['fault-spot', () => ({ kind: 'interrupted' })],
  ['fault-stop-timeout', ({ container }) => unstoppable(container)],
  ['fault-slow', () => ({ kind: 'slow' })],
];

const unstartable = (reason: string, after: number): Fate => ({ kind: 'unstartable', reason, after });

const exits = ({ container: { name = '' } }: Candidate, how: Partial<Exits>): Fate => ({
  kind: 'exits',
  container: name,
  exitCode: 1,
  after: 3 * second,
  since: 'start',
  log: 'error',
  ...how,
});

const outOfMemory: Partial<Exits> = {
  exitCode: 137,
  reason: 'OutOfMemoryError: Container killed due to memory usage',
  after: 12 * second,
  log: 'memory',
};

function exitCodeOf({ container }: Candidate): number {
  const [, digits = '1'] = /^fault-exit-code-(\d{1,3})/.exec(tagOf(container.image ?? '') ?? '') ?? [];
  return Number(digits);
}

/** The default is 30 s, and Fargate takes 120 s at most. */
const unstoppable = ({ name = '', stopTimeout = 30 }: ContainerDefinition): Fate => ({
  kind: 'unstoppable',
  container: name,
  stopTimeout: stopTimeout * second,
});

function secretOf({ world, container }: Candidate): string {
  const [first] = container.secrets ?? [];
  const arn = `arn:aws:secretsmanager:${world.region}:${world.account}:secret:${container.name ?? ''}-AbCdEf`;
  return first?.valueFrom ?? arn;
}

const executionRole = ({ world, content }: Candidate): string =>
  content.executionRoleArn ?? `arn:aws:iam::${world.account}:role/ecsTaskExecutionRole`;

function registryReason(candidate: Candidate): string {
  const { world, taskId } = candidate;
  return reasons.noRegistryAuth({
    world,
    taskId,
    role: executionRole(candidate),
    requestId: uuid(world.chance),
  });
}

function secretReason(candidate: Candidate, why: 'missing' | 'denied'): string {
  const { world, taskId } = candidate;
  return reasons.noSecret({
    world,
    secret: secretOf(candidate),
    why,
    role: executionRole(candidate),
    taskId,
    requestId: uuid(world.chance),
  });
}
