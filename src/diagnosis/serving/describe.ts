import { changesTo } from '../../deploy/changes.ts';
import { TAG_PREFIX } from '../../deploy/run.ts';
import { servingIn } from '../../deploy/serving.ts';
import { revisionName } from '../../service/service.ts';
import { describeRevision } from '../../task-definition/describe.ts';
import { type Change, diffTaskDefinitions } from '../../task-definition/diff.ts';
import type { Revision } from '../../task-definition/revision.ts';
import { describeTasks, listTasks } from '../../tasks/describe.ts';
import type { DiagnosisContext } from '../context.ts';
import type { Serving } from '../diagnosis.ts';

export interface Described {
  readonly serving?: Serving;
  readonly changes: readonly Change[];
}

/** What serves now, and what the revision that failed changes in it. */
export async function describeServing(context: DiagnosisContext): Promise<Described> {
  const { last, current, started, attempts } = context;
  const served = servingIn(last, started.handle.id);
  if (served === undefined) return { changes: [] };
  const [revision, tasks] = await Promise.all([
    attempts.read('serving', () => revisionOf(served.taskDefinition, context)),
    attempts.read('serving', () => runningTasks(served.id, context)),
  ]);
  const commit = revision?.tags.get(`${TAG_PREFIX}commit`);
  // Where ours is all that runs, it is compared with what ran before.
  const compared = served.taskDefinition === started.taskDefinition ? current.running : revision;
  return {
    serving: {
      revision: revisionName(served.taskDefinition),
      ...(commit === undefined ? {} : { commit }),
      digests: tasks?.digests ?? [],
      ...(tasks?.since === undefined ? {} : { since: tasks.since }),
    },
    changes: compared === undefined ? [] : changesOf(compared, context),
  };
}

async function revisionOf(
  arn: string,
  { current: { running, asked }, ports: { aws, signal } }: DiagnosisContext,
): Promise<Revision | undefined> {
  const known = [running, asked].find((revision) => revision?.arn === arn);
  return known ?? describeRevision(await aws.ecs(), arn, signal);
}

interface RunningTasks {
  readonly digests: Serving['digests'];
  readonly since?: string;
}

async function runningTasks(
  startedBy: string,
  { last: { service }, ports: { aws, signal } }: DiagnosisContext,
): Promise<RunningTasks> {
  const ecs = await aws.ecs();
  const where = { cluster: service.clusterArn, service: service.name };
  const arns = await listTasks(ecs, where, 'RUNNING', signal);
  const tasks = await describeTasks(ecs, service.clusterArn, arns, signal);
  const own = tasks.filter((task) => task.startedBy === startedBy);
  const [since] = own
    .flatMap(({ startedAt }) => (startedAt === undefined ? [] : [startedAt.toISOString()]))
    .sort();
  const digests = own.flatMap(({ containers = [] }) =>
    containers.flatMap(({ name, imageDigest }) =>
      name === undefined || imageDigest === undefined ? [] : [`${name} ${imageDigest}`],
    ),
  );
  return {
    digests: [...new Set(digests)].map((text) => {
      const [container = '', digest = ''] = text.split(' ');
      return { container, digest };
    }),
    ...(since === undefined ? {} : { since }),
  };
}

function changesOf(revision: Revision, { request, current }: DiagnosisContext): readonly Change[] {
  if (request.revision.kind === 'file') return changesTo(revision, request.revision.definition);
  return current.asked === undefined
    ? []
    : diffTaskDefinitions(revision.definition, current.asked.definition);
}
