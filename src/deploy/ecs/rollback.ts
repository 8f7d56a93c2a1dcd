import { describeService } from '../../service/describe.ts';
import type { ServiceState } from '../../service/service.ts';
import type { Course } from '../course.ts';
import type { Ports } from '../ports.ts';
import { CutOff } from '../grace.ts';
import { ask, askForPost, type Means, type Stop } from '../stop.ts';
import { followRecord } from './describe.ts';
import { ownDeployment, recordPhase, type RollingRun, type ServiceDeploymentRecord } from './rules.ts';
import { meansToReturn, meansToRollBack } from './stop.ts';

/** Ends a deployment of ours at once, whatever it has come to, and returns to what served before. */
export async function rollBackNow(
  run: RollingRun,
  { course, ports }: { readonly course: Course; readonly ports: Ports },
): Promise<Stop> {
  const { aws, clock, signal } = ports;
  let kept = course;
  const keep = (more: Partial<Course>): void => ports.keep((kept = { ...kept, ...more }));
  const { cluster, service: name } = course;
  const [ecs, once] = await Promise.all([aws.ecs(), aws.ecsOnce()]);
  const described = await describeService(ecs, { cluster, service: name }, signal);
  if (!described.found || !isInPlace(run, described.service)) return { kind: 'not-needed' };
  const record = await followRecord(ecs, { cluster, service: name }, run, () => undefined).read(signal);
  const stop = {
    run,
    lastSuccessful: course.lastSuccessful,
    service: described.service,
    record,
    rolledBackBy: (id: string) => keep({ rolledBackBy: id }),
  };
  const from = { ecs, once, clock, signal };
  // What ECS calls done cannot be stopped any more; a run that still waits for it to stay up returns from it.
  const means = isDone(run, described.service, record) ? meansToReturn : meansToRollBack;
  const asking = { ...ports, keep: (sent: Course['stop']) => keep({ stop: sent }) };
  const first = await carryOut(means(from, stop), asking);
  return first.kind === 'denied' ? carryOut(meansToReturn(from, stop), asking) : first;
}

function isInPlace(run: RollingRun, service: ServiceState): boolean {
  const own = ownDeployment(run, service);
  return own?.status === 'PRIMARY' && own.rolloutState !== 'FAILED';
}

const isDone = (
  run: RollingRun,
  service: ServiceState,
  record: ServiceDeploymentRecord | undefined,
): boolean =>
  ownDeployment(run, service)?.rolloutState === 'COMPLETED' ||
  (record !== undefined && recordPhase(record) === 'successful');

async function carryOut(means: Means, ports: Parameters<typeof askForPost>[1]): Promise<Stop> {
  if (means.kind === 'call') return (await askForPost(means, ports)).stop;
  return means.kind === 'impossible' ? { kind: 'refused', reason: means.why } : { kind: 'not-needed' };
}

const ALREADY_ENDING: ReadonlySet<string> = new Set(['ConflictException']);
const BETWEEN_LOOKS_MS = 2_000;
/** The record of a new deployment comes some seconds late. */
const RECORD_EXPECTED_WITHIN_MS = 30_000;

/**
 * Stops, with a rollback, a deployment that is in the way, and waits until ECS has taken that up: until then
 * the service may show none under way. Gives back why not, in words of AWS.
 */
export async function stopInTheWay(
  deploymentId: string,
  service: ServiceState,
  ports: Ports,
): Promise<string | undefined> {
  const { aws, clock, signal } = ports;
  const [ecs, once] = await Promise.all([aws.ecs(), aws.ecsOnce()]);
  const where = { cluster: service.clusterArn, service: service.name };
  const run = { deploymentId, before: [], taskDefinition: '' };
  let denial: string | undefined;
  const follower = followRecord(ecs, where, run, (message) => (denial = message));
  const startedAt = clock.now();
  let record = await follower.read(signal);
  while (
    record === undefined &&
    denial === undefined &&
    clock.now() - startedAt < RECORD_EXPECTED_WITHIN_MS
  ) {
    await clock.sleep(BETWEEN_LOOKS_MS, signal);
    if (signal.aborted) throw new CutOff();
    record = await follower.read(signal);
  }
  if (record === undefined) return denial ?? 'ECS shows no service deployment of it.';
  const { arn } = record;
  const { stop, failure } = await ask(
    {
      kind: 'call',
      action: 'ecs:StopServiceDeployment',
      restores: true,
      send: () => once.stopServiceDeployment({ serviceDeploymentArn: arn, stopType: 'ROLLBACK' }),
      over: ALREADY_ENDING,
    },
    ports,
  );
  if (stop.kind === 'cut-off') throw new CutOff(stop.action);
  if (stop.kind === 'denied' || stop.kind === 'throttled') return failure;
  if (stop.kind === 'refused') return stop.reason === undefined ? undefined : failure;
  for (;;) {
    const now = await follower.read(signal);
    const phase = now === undefined ? 'moving' : recordPhase(now);
    if (phase !== 'moving' && phase !== 'rolling-back' && phase !== 'unknown') return undefined;
    if (signal.aborted) throw new CutOff();
    await clock.sleep(BETWEEN_LOOKS_MS, signal);
  }
}
