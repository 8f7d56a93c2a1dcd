import type { ContainerDefinition } from '@aws-sdk/client-ecs';
import {
  type Cause,
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
import { imageReference } from '../images/reference.ts';
import { describeNearestTags } from '../images/tags/describe.ts';
import { lastLines } from '../logs/describe.ts';
import { shownLines } from '../logs/line.ts';
import { logPlaceOf } from '../logs/place.ts';
import { diagnosisLines } from '../report/diagnosis.ts';
import { describeTroubles, troublesInEvents, type TargetTrouble } from '../targets/describe.ts';
import { type DiagnosisContext, eventsSince } from './context.ts';
import type { DiagnosedCause, DiagnosedTask, Diagnosis, TaskLog } from './diagnosis.ts';
import { createAttempts } from './gaps.ts';
import { blamedPath } from './place.ts';
import { describeScaling } from './scaling/describe.ts';
import { describeServing } from './serving/describe.ts';
import { failedStage } from './stage/describe.ts';

/** All reads together may take so long. */
const LIMIT_MS = 10_000;
const LOG_LINES = 50;
const MOST_CAUSES = 5;
const MOST_TARGETS = 5;

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

async function diagnose(context: DiagnosisContext): Promise<Diagnosis> {
  const { last, attempts } = context;
  const groups = causeGroups(context).slice(0, MOST_CAUSES);
  const [causes, stage, described, scaling] = await Promise.all([
    Promise.all(groups.map((group) => diagnosedCause(group, context))),
    failedStage(context),
    describeServing(context),
    describeScaling(context),
  ]);
  return {
    causes,
    remarks: remarksOf(last.stoppedTasks),
    ...(stage === undefined ? {} : { stage }),
    scaling,
    ...described,
    gaps: attempts.gaps(),
  };
}

/** The causes of the tasks that stopped; where none did, what the events since the start tell. */
function causeGroups(context: DiagnosisContext): readonly CauseGroup[] {
  const groups = groupCauses(context.last.stoppedTasks);
  if (groups.length > 0) return groups;
  const cause = causeOfEvents(eventsSince(context));
  return cause === undefined ? [] : [{ cause, tasks: [] }];
}

async function diagnosedCause(
  { cause: seen, tasks }: CauseGroup,
  context: DiagnosisContext,
): Promise<DiagnosedCause> {
  const { containers, request } = context;
  const [first, last] = [tasks.at(0), tasks.at(-1)];
  const ends = [first, ...(last === first ? [] : [last])].filter((task) => task !== undefined);
  const [logs, targets] = await Promise.all([
    logsOf({ cause: seen, tasks: ends }, context),
    troubledTargets({ cause: seen, tasks }, context),
  ]);
  const cause = logs.reduce((known, { lines }) => causeWithLog(known, lines), seen);
  const path = blamedPath(cause, containers);
  const image = await missingImage(cause, context);
  return {
    cause,
    count: tasks.length,
    tasks: ends.map(diagnosedTask),
    ...(path === undefined || request.revision.kind !== 'file'
      ? {}
      : { place: request.revision.locate(path) }),
    logs,
    ...(image === undefined ? {} : { image }),
    targets,
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
    case 'registry-denied':
    case 'secret-unreachable':
    case 'secret-denied':
    case 'secret-missing':
    case 'log-group-unreachable':
    case 'log-group-missing':
    case 'not-started':
    case 'no-capacity':
    case 'account-limit':
      return undefined;
  }
}

const only = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);

async function logOf(
  taskId: string,
  container: ContainerDefinition,
  { ports: { aws, signal }, attempts, containers }: DiagnosisContext,
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
    // A program may print what it hands to the one beside it.
    lines: shownLines(
      lines ?? [],
      containers.flatMap(({ environment = [] }) => environment),
    ),
  };
}

/** Why the load balancer finds targets unhealthy; once they are gone, what the events said of our tasks. */
async function troubledTargets(
  { cause, tasks }: CauseGroup,
  context: DiagnosisContext,
): Promise<readonly TargetTrouble[]> {
  if (cause.kind !== 'load-balancer-health') return [];
  const { ports, attempts } = context;
  const [, group] = /target-group (arn:[^)\s]+)/.exec(cause.awsText) ?? [];
  const registered =
    group === undefined
      ? []
      : await attempts.read('targets', async () =>
          describeTroubles(await ports.aws.loadBalancing(), group, ports.signal),
        );
  // Those of other revisions are in the same group.
  const addresses = new Set(tasks.flatMap(({ address }) => address ?? []));
  const ours = (registered ?? []).filter(({ target = '' }) =>
    addresses.has(target.slice(0, target.lastIndexOf(':'))),
  );
  if (ours.length > 0) return ours.slice(0, MOST_TARGETS);
  const own = eventsSince(context).filter((message) => tasks.some(({ id }) => message.includes(id)));
  return troublesInEvents(own);
}

/** An image that is not there, with the tags that are. */
async function missingImage(
  cause: Cause,
  { containers, ports: { aws, signal }, attempts }: DiagnosisContext,
): Promise<DiagnosedCause['image']> {
  const [, index] = (cause.kind === 'image-missing' ? blamedPath(cause, containers) : undefined) ?? [];
  const reference = typeof index === 'number' ? containers[index]?.image : undefined;
  if (reference === undefined) return undefined;
  const { ecr, tag } = imageReference(reference);
  const tags =
    ecr === undefined || tag === undefined
      ? []
      : await attempts.read('tags', async () =>
          describeNearestTags(await aws.ecr(ecr.region), { ...ecr, wanted: tag }, signal),
        );
  return { reference, nearestTags: tags ?? [] };
}
