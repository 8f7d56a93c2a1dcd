import { describeService } from '../../service/describe.ts';
import { denialLine } from '../../report/failure.ts';
import type { ServiceState } from '../../service/service.ts';
import { followStoppedTasks } from '../../tasks/watch.ts';
import { LostSight, serviceInSight } from '../lost-sight.ts';
import { type Facts, type Verdict, verdict } from '../outcome.ts';
import type { Ports } from '../ports.ts';
import type { ControlRequest } from '../request.ts';
import { createStopping, type Means, stopAsSeen, stopFacts, type StopMemory } from '../stop.ts';
import type { Subject } from '../watch.ts';
import { isNative } from './configuration.ts';
import { followRecord } from './describe.ts';
import { type RollingLook, rollingProgress } from './progress.ts';
import { judgeRolling, ownDeployment, recordPhase, type RollingRun } from './rules.ts';
import { followStability, type Standing } from './stability.ts';
import { meansToReturn, meansToRollBack, type StopRolling, type StopRollingPorts } from './stop.ts';

const RECORD_EXPECTED_WITHIN_MS = 30_000;

export interface RollingContext {
  /** The service at the start. */
  readonly before: ServiceState;
  readonly control: ControlRequest;
  /** ARN of the revision that was deployed successfully before. */
  readonly lastSuccessful?: string | undefined;
  /** The deployment by which this run already returned to it. */
  readonly rolledBackBy?: string | undefined;
  /** Seconds that the new tasks must be up; 0 for none. */
  readonly stableFor?: number;
  readonly standing?: Standing | undefined;
  readonly memory: StopMemory;
  /** Told the deployment by which this run returns to what was there before. */
  readonly returned: (deploymentId: string) => void;
}

/** A deployment by the controller ECS, as the watch sees it. */
export async function rollingSubject(
  run: RollingRun,
  { before, control, memory, ...known }: RollingContext,
  ports: Ports,
): Promise<Subject<RollingLook>> {
  const { aws, log, clock, signal: ended } = ports;
  const [ecs, once] = await Promise.all([aws.ecs(), aws.ecsOnce()]);
  const where = { cluster: before.clusterArn, service: before.name };
  let denial: string | undefined;
  const record = followRecord(ecs, where, run, (message) => {
    denial = message;
    log.warn(
      `The service deployment cannot be read, so the deployments of the service alone decide. ${denialLine(message)}`,
    );
  });
  const stopped = followStoppedTasks(ecs, where, (message) => {
    log.warn(`Stopped tasks cannot be read, so a failure will not tell its cause. ${denialLine(message)}`);
  });
  const stopping = createStopping(control, ports, memory);
  const { stableFor: seconds = 0, standing } = known;
  const stability = followStability(run, { seconds, control, standing, memory }, ports);
  const drainingSince = new Map<string, number>();
  let { rolledBackBy } = known;
  let lookedAt = 0;
  let isMissedSaid = false;

  const stopFrom = (look: RollingLook): readonly [StopRollingPorts, StopRolling] => [
    { ecs, once, clock, signal: ended },
    {
      run,
      lastSuccessful: known.lastSuccessful,
      service: look.service,
      record: look.record,
      rolledBackBy: (id: string) => {
        rolledBackBy = id;
        known.returned(id);
      },
    },
  ];

  const stopFactsIn = (last: RollingLook | undefined): Facts => {
    const isEnding = rolledBackBy !== undefined || (last !== undefined && isStopped(last));
    return stopFacts(stopAsSeen(stopping.state(), isEnding));
  };

  const means = (look: RollingLook): Means => {
    if (control.onFailure === 'leave') return { kind: 'leave' };
    const isAwaited = look.record === undefined && !record.isDenied() && lookedAt < RECORD_EXPECTED_WITHIN_MS;
    if (isAwaited) return { kind: 'not-yet' };
    const [from, stop] = stopFrom(look);
    const state = stopping.state();
    const isStopDenied = state.kind === 'denied' && state.action === 'ecs:StopServiceDeployment';
    if (look.record !== undefined && !isStopDenied) return meansToRollBack(from, stop);
    // A breaker that rolls back does so in some minutes: a second deployment would only cross it.
    const { enabled, rollback } = look.service.breaker;
    return enabled && rollback ? { kind: 'not-yet' } : meansToReturn(from, stop);
  };

  return {
    take: async (at, signal) => {
      lookedAt = at;
      const [described, found] = await Promise.all([
        describeService(ecs, where, signal),
        record.read(signal),
      ]);
      const service = serviceInSight(described);
      if (denial !== undefined && isNative(service)) throw new LostSight(denial);
      const stoppedTasks = await stopped.read(service, run.deploymentId, signal);
      if (found === undefined && at >= RECORD_EXPECTED_WITHIN_MS && !isMissedSaid && !record.isDenied()) {
        isMissedSaid = true;
        log.warn(
          'ECS shows no service deployment for this deployment yet: the deployments of the service decide.',
        );
      }
      const leaving = stopped.draining(run.deploymentId);
      for (const id of leaving) drainingSince.set(id, drainingSince.get(id) ?? at);
      const oldest = Math.min(...leaving.map((id) => drainingSince.get(id) ?? at));
      return {
        at,
        service,
        stoppedTasks,
        ...(found === undefined ? {} : { record: found }),
        ...(leaving.length === 0
          ? {}
          : { draining: { count: leaving.length, seconds: Math.round((at - oldest) / 1_000) } }),
      };
    },
    judge: (snapshots) => {
      const decided =
        judgeRolling({ run, snapshots, ...(rolledBackBy === undefined ? {} : { rolledBackBy }) }) ??
        leftFailing(snapshots.at(-1), stopping.state().kind === 'left');
      // Once this run has returned to what was there before, how that ends is the verdict.
      const judged = rolledBackBy === undefined ? stability.judge(decided, snapshots) : decided;
      const facts = { ...stopFactsIn(snapshots.at(-1)), ...stability.facts() };
      return judged && { ...judged, facts: { ...judged.facts, ...facts } };
    },
    progress: (previous, next) =>
      rollingProgress(run, previous ?? { at: 0, service: before, stoppedTasks: [] }, next),
    factsOf: (last) => ({
      ...factsOfLook(last),
      ...stopFactsIn(last),
      ...stability.openFacts(),
      ...underWay(run, last),
    }),
    intervene: async (snapshots) => {
      const last = snapshots.at(-1);
      if (last === undefined) return [];
      const events = await stability.intervene(last, () => meansToReturn(...stopFrom(last)));
      if (!isStoppable(run, last)) return events;
      return stopping.intervene(last.stoppedTasks, () => means(last));
    },
  };
}

const underWay = (run: RollingRun, last: RollingLook): Facts =>
  isStoppable(run, last) ? { isUnderWay: true } : {};

// What AWS itself ended or rolls back is not stopped once more.
function isStoppable(run: RollingRun, { service, record }: RollingLook): boolean {
  const own = ownDeployment(run, service);
  const phase = record === undefined ? 'moving' : recordPhase(record);
  return own?.status === 'PRIMARY' && own.rolloutState === 'IN_PROGRESS' && phase === 'moving';
}

function isStopped({ record }: RollingLook): boolean {
  const phase = record === undefined ? 'moving' : recordPhase(record);
  return phase !== 'moving' && phase !== 'successful' && phase !== 'unknown';
}

/** Nothing ends a rolling deployment without a rollback: this run is done with it, and AWS goes on. */
function leftFailing(last: RollingLook | undefined, isLeft: boolean): Verdict | undefined {
  return last !== undefined && isLeft ? verdict('failed', 'left-failing', factsOfLook(last)) : undefined;
}

function factsOfLook({ service, record }: RollingLook): Facts {
  const primary = service.deployments.find(({ status }) => status === 'PRIMARY');
  const isRollingBack =
    (record !== undefined && recordPhase(record) === 'rolling-back') ||
    primary?.rolloutStateReason?.includes('rolling back') === true;
  return {
    ...(primary === undefined ? {} : { primary: { id: primary.id, taskDefinition: primary.taskDefinition } }),
    ...(isRollingBack ? { rollingBack: true } : {}),
  };
}
