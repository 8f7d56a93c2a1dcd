import { awsFailure } from '../aws/errors.ts';
import { diagnoseIfRed } from '../diagnosis/diagnose.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { consoleLink } from '../report/console.ts';
import { timelineLines } from '../report/timeline.ts';
import { describeService } from '../service/describe.ts';
import { groupCauses } from './cause.ts';
import type { Course } from './course.ts';
import { names } from './ending.ts';
import { hindsight, type Seen } from './hindsight.ts';
import { type Facts, type Outcome, type Status, type Verdict, verdict } from './outcome.ts';
import type { Ports } from './ports.ts';
import { servingIn } from './serving.ts';
import { stopFacts } from './stop.ts';
import { strategyFor } from './strategies.ts';
import type { Started } from './strategy.ts';
import type { Look, Watched } from './watch.ts';

/** How long the post step may take: what it undoes is watched for so many minutes at most. */
const MINUTES = 2;

/**
 * What the post step does about a deployment whose run was cut off: tells what goes on, or, with
 * `on-cancel: rollback`, sees to it that it is rolled back, at most once, and watches that for 2 minutes.
 * What was done before this process began is read from AWS. Never throws for what AWS does.
 */
export async function settle(course: Course, ports: Ports): Promise<Outcome> {
  const startedAt = ports.clock.now();
  const outcome = (decided: Verdict, rest: Partial<Outcome> = {}): Outcome => ({
    region: course.region,
    ...names(course),
    taskDefinition: course.taskDefinition,
    ...(course.handle === undefined ? {} : { handle: course.handle }),
    ...(course.lastSuccessful === undefined ? {} : { previousTaskDefinition: course.lastSuccessful }),
    problems: [],
    imageVerified: 'unknown',
    causes: [],
    timeline: [],
    ...rest,
    verdict: decided,
    milliseconds: ports.clock.now() - startedAt,
  });
  try {
    return await settled(course, ports, outcome);
  } catch (error) {
    const failure = awsFailure(error);
    if (failure === undefined) throw error;
    const facts = { awsCode: failure.code, awsReason: failure.message };
    return outcome(verdict('unknown', 'lost-sight', facts));
  }
}

type MakeOutcome = (decided: Verdict, rest?: Partial<Outcome>) => Outcome;

async function settled(course: Course, ports: Ports, outcome: MakeOutcome): Promise<Outcome> {
  const { cluster, service } = course;
  const described = await describeService(await ports.aws.ecs(), { cluster, service }, ports.signal);
  if (!described.found) {
    const awsReason = `ECS does not list the service any more (${described.reason})`;
    return outcome(verdict('unknown', 'lost-sight', { awsReason }));
  }
  const started = await strategyFor(described.service).resume(course, { service: described.service, ports });
  if (started === undefined) return outcome(verdict('cancelled', 'signal'));
  const { handle } = started;
  ports.log.say(consoleLink({ ...names(course), handle }, course.region));
  const { decided, watched } = await brought(started, course, ports);
  const { last, timeline } = watched;
  const serves = last && servingIn(last, handle.id);
  const causes = groupCauses(last?.stoppedTasks ?? []);
  // What was only withdrawn has no cause.
  const isWithdrawn = decided.facts.stopped === true && causes.length === 0;
  const diagnosis =
    last && !isWithdrawn ? await diagnosed(decided, course, { started, last, ports }) : undefined;
  return outcome(decided, {
    handle,
    causes,
    ...(diagnosis === undefined ? {} : { diagnosis }),
    timeline,
    ...(serves === undefined
      ? {}
      : { runningTaskDefinition: serves.taskDefinition, servingTasks: serves.runningCount }),
  });
}

// The verdict stands already: not being able to read the revision does not change it.
async function diagnosed(decided: Verdict, course: Course, seen: Seen): Promise<Diagnosis | undefined> {
  if (!HAS_FAILED.has(decided.status)) return undefined;
  try {
    return await diagnoseIfRed(decided, await hindsight(course, seen));
  } catch (error) {
    if (awsFailure(error) === undefined) throw error;
    return undefined;
  }
}

const HAS_FAILED: ReadonlySet<Status> = new Set(['failed', 'rolled-back', 'timed-out']);

interface Brought {
  readonly decided: Verdict;
  readonly watched: Watched<Look>;
}

/** To its end where it has one by now; else rolled back, or left, as `on-cancel` says. */
async function brought(started: Started, course: Course, ports: Ports): Promise<Brought> {
  const tell = (entry: Watched<Look>['timeline'][number]): void => ports.log.say(...timelineLines(entry));
  // A deployment that has ended meanwhile, well or not, is not touched; what only crashes has not ended.
  const look = await started.watch(() => undefined, 0);
  const isOpen = look.verdict.rule === 'limit-passed';
  const isCrashing = look.verdict.rule === 'not-stable' && course.onCancel === 'rollback';
  if (!isOpen && !isCrashing) return { decided: look.verdict, watched: look };
  const { facts: seen } = look.verdict;
  const isLeft = course.onCancel === 'leave';
  const isEnding = seen.stopped === true || seen.rollingBack === true;
  const goesOn = seen.stopped !== true && (seen.isUnderWay === true || seen.unproven !== undefined);
  if (isLeft && goesOn) return { decided: verdict('cancelled', 'signal', seen), watched: look };
  const facts = isEnding || isLeft ? {} : await rollBack(started, ports);
  if (facts.notStopped !== undefined) {
    const notUndone = isCrashing ? look.verdict : verdict('cancelled', 'signal', look.verdict.facts);
    return { decided: { ...notUndone, facts: { ...notUndone.facts, ...facts } }, watched: look };
  }
  // How it ended one look may not tell, and what is ending is watched.
  const resumed = await started.watch(tell, MINUTES);
  if (isLeft && resumed.verdict.rule === 'limit-passed') {
    return { decided: verdict('cancelled', 'signal', resumed.verdict.facts), watched: resumed };
  }
  return { decided: { ...resumed.verdict, facts: { ...resumed.verdict.facts, ...facts } }, watched: resumed };
}

async function rollBack(started: Started, ports: Ports): Promise<Facts> {
  ports.log.say(`Rolling ${started.handle.id} back, as on-cancel asks.`);
  return stopFacts(await started.rollBack(ports));
}
