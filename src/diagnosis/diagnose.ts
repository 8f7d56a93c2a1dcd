import type { ContainerDefinition } from '@aws-sdk/client-ecs';
import {
  type CauseGroup,
  causeOfEvents,
  causeWithLog,
  groupCauses,
  remarksOf,
  type StoppedTask,
} from '../deploy/cause.ts';
import { containersOf } from '../deploy/describe.ts';
import type { Verdict } from '../deploy/outcome.ts';
import type { VerifyContext } from '../deploy/verify.ts';
import type { Look } from '../deploy/watch.ts';
import { lastLines } from '../logs/describe.ts';
import { shownLines } from '../logs/line.ts';
import { logPlaceOf } from '../logs/place.ts';
import { diagnosisLines } from '../report/diagnosis.ts';
import type { DiagnosedCause, DiagnosedTask, Diagnosis, TaskLog } from './diagnosis.ts';
import { type Attempts, createAttempts } from './gaps.ts';
import { blamedPath } from './place.ts';

/** All reads together may take so long. */
const LIMIT_MS = 10_000;
const LOG_LINES = 50;
const MOST_CAUSES = 5;

/**
 * Reads why a deployment of ours failed, was rolled back or timed out, and tells the log; undefined for any
 * other end. Never throws and never changes the verdict: what cannot be read is a gap.
 */
export async function diagnoseIfRed(
  { status, facts }: Verdict,
  context: VerifyContext,
): Promise<Diagnosis | undefined> {
  const isOurs = status === 'failed' || status === 'rolled-back' || status === 'timed-out';
  const { started, last, ports } = context;
  if (!isOurs || !started.isNew || last === undefined) return undefined;
  const signal = AbortSignal.any([ports.signal, ports.clock.timeout(LIMIT_MS)]);
  try {
    const diagnosis = await diagnose({
      ...context,
      facts,
      last,
      ports: { ...ports, signal },
      containers: containersOf(context.request, context.current.asked),
      attempts: createAttempts(),
    });
    ports.log.group('Diagnosis', diagnosisLines(diagnosis));
    return diagnosis;
  } catch (error) {
    // A bug in here must not hide how the deployment ended.
    ports.log.say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return undefined;
  }
}

/** What every read of a diagnosis may need. */
export interface DiagnosisContext extends VerifyContext {
  readonly last: Look;
  readonly facts: Verdict['facts'];
  /** The containers of the revision that failed. */
  readonly containers: readonly ContainerDefinition[];
  readonly attempts: Attempts;
}

async function diagnose(context: DiagnosisContext): Promise<Diagnosis> {
  const { last, attempts } = context;
  const causes = await Promise.all(
    causeGroups(context)
      .slice(0, MOST_CAUSES)
      .map((group) => diagnosedCause(group, context)),
  );
  return { causes, remarks: remarksOf(last.stoppedTasks), changes: [], gaps: attempts.gaps() };
}

/** The causes of the tasks that stopped; where none did, what the events since the start tell. */
function causeGroups({ last, current }: DiagnosisContext): readonly CauseGroup[] {
  const groups = groupCauses(last.stoppedTasks);
  if (groups.length > 0) return groups;
  const cause = causeOfEvents(eventsSince(last, current));
  return cause === undefined ? [] : [{ cause, tasks: [] }];
}

/** The events that the service did not have before the deployment, newest first. */
function eventsSince({ service }: Look, { service: before }: VerifyContext['current']): readonly string[] {
  const known = new Set(before.events.map(({ id }) => id));
  return service.events.filter(({ id }) => !known.has(id)).map(({ message }) => message);
}

async function diagnosedCause(
  { cause: seen, tasks }: CauseGroup,
  context: DiagnosisContext,
): Promise<DiagnosedCause> {
  const { containers, request } = context;
  const [first, last] = [tasks.at(0), tasks.at(-1)];
  const ends = [first, ...(last === first ? [] : [last])].filter((task) => task !== undefined);
  const logs = await logsOf({ cause: seen, tasks: ends }, context);
  const cause = logs.reduce((known, { lines }) => causeWithLog(known, lines), seen);
  const path = blamedPath(cause, containers);
  return {
    cause,
    count: tasks.length,
    tasks: ends.map(diagnosedTask),
    ...(path === undefined || request.revision.kind !== 'file'
      ? {}
      : { place: request.revision.locate(path) }),
    logs,
    targets: [],
  };
}

const diagnosedTask = ({ id, containers }: StoppedTask): DiagnosedTask => ({
  id,
  containers: containers.map(({ name, exitCode }) => ({
    name,
    ...(exitCode === undefined ? {} : { exitCode }),
  })),
});

async function logsOf({ cause, tasks }: CauseGroup, context: DiagnosisContext): Promise<readonly TaskLog[]> {
  const container = containerWithLog({ cause, tasks }, context);
  if (container === undefined) return [];
  const logs = await Promise.all(tasks.map(({ id }) => logOf(id, container, context)));
  return logs.filter((log) => log !== undefined);
}

/** The container whose log tells most; none of a task that never started. */
function containerWithLog(
  { cause }: CauseGroup,
  { containers, last }: DiagnosisContext,
): ContainerDefinition | undefined {
  switch (cause.kind) {
    case 'exited':
    case 'out-of-memory':
    case 'container-health':
    case 'other':
      return containers.find(({ name }) => name === cause.container) ?? only(containers);
    case 'load-balancer-health': {
      const balanced = last.service.loadBalancers[0]?.containerName;
      return containers.find(({ name }) => name === balanced) ?? only(containers);
    }
    case 'image-missing':
    case 'wrong-architecture':
    case 'layers-unreachable':
    case 'registry-unreachable':
    case 'secret-unreachable':
    case 'secret-denied':
    case 'secret-missing':
    case 'log-group-unreachable':
    case 'log-group-missing':
    case 'not-started':
    case 'no-capacity':
      return undefined;
  }
}

const only = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);

async function logOf(
  taskId: string,
  container: ContainerDefinition,
  { ports: { aws, signal }, attempts }: DiagnosisContext,
): Promise<TaskLog | undefined> {
  const source = logPlaceOf(container, { taskId, region: aws.region });
  if (source === undefined) return undefined;
  const of = { task: taskId, container: container.name ?? '' };
  if (source.kind === 'elsewhere') return { ...of, source, lines: [] };
  const { region, group, stream } = source;
  const lines = await attempts.read('logs', async () =>
    lastLines(await aws.logs(region), { group, stream }, LOG_LINES, signal),
  );
  return {
    ...of,
    source: { group, stream },
    lines: shownLines(lines ?? [], container.environment ?? []),
  };
}
