import type { Outcome, Status } from '../src/deploy/outcome.ts';
import type { Attempt, Call, Run } from './run.ts';
import { digestOf, imageOf, serviceName } from './setting.ts';
import type { Serving, Truth } from './truth.ts';

/** An invariant that did not hold, and what was so instead. */
export interface Breach {
  readonly invariant: Invariant;
  /** Which step of the run, post steps included; absent where it concerns the whole run. */
  readonly attempt?: number;
  readonly found: string;
}

/** What must hold whatever happens, in the order in which it is asked. */
export const INVARIANTS = {
  'ends by itself': endsByItself,
  'throws nothing': throwsNothing,
  'ends within its limit': endsWithinItsLimit,
  'deployed is what serves': deployedServes,
  'what serves is not red': servingIsNotRed,
  'rolled-back serves what served before': rolledBackServesThePrevious,
  'superseded by somebody else': supersededBySomebodyElse,
  'unchanged sent nothing but a count': unchangedSentNothing,
  'starts one deployment at most': startsOneAtMost,
  'rolls back once at most': rollsBackOnceAtMost,
  'refused changes nothing': refusedChangesNothing,
  'changes nothing after its end': changesNothingLate,
  'names the deployment it started': namesItsDeployment,
  'names the cause': namesTheCause,
  'restores what it suspended': restoresScaling,
} as const satisfies Readonly<Record<string, (seen: Seen) => string | undefined>>;

export type Invariant = keyof typeof INVARIANTS;

/** One attempt with all that an invariant may ask. */
interface Seen {
  readonly run: Run;
  readonly attempt: Attempt;
  /** Absent where it ended without. */
  readonly outcome: Outcome | undefined;
  readonly status: Status | undefined;
  /** The deployment that this attempt started or took up. */
  readonly own: string | undefined;
  /** What was so before that deployment was started. */
  readonly basis: Truth;
  /** What was so at any moment that the last two looks may have seen. */
  readonly lately: readonly Truth[];
}

/** Asks every invariant about every attempt; the sandbox's state is the truth, not what our code says. */
export function judge(run: Run): readonly Breach[] {
  return run.attempts.flatMap((attempt, index) => {
    const seen = seenOf(run, attempt);
    return Object.entries(INVARIANTS).flatMap(([name, holds]): readonly Breach[] => {
      const found = holds(seen);
      return found === undefined || !isInvariant(name)
        ? []
        : [{ invariant: name, attempt: index + 1, found }];
    });
  });
}

const isInvariant = (name: string): name is Invariant => Object.hasOwn(INVARIANTS, name);

function seenOf(run: Run, attempt: Attempt): Seen {
  const outcome = attempt.end.kind === 'outcome' ? attempt.end.outcome : undefined;
  // What it took up may be followed by a deployment that returns to what was before.
  const own = outcome?.handle?.id ?? (attempt.step === 'main' ? startedBy(attempt)[0] : undefined);
  const start = run.attempts
    .filter(({ step }) => step === 'main')
    .flatMap(({ calls }) => calls)
    .find(({ started }) => started.some((id) => id === own));
  return {
    run,
    attempt,
    outcome,
    status: outcome?.verdict.status,
    own,
    basis: start?.before ?? attempt.before,
    lately: lately(run, attempt),
  };
}

const startedBy = ({ calls }: Attempt): readonly string[] => calls.flatMap(({ started }) => started);

function lately({ scenario }: Run, { pauses, trail, startedAt }: Attempt): readonly Truth[] {
  const staleness = Math.max(
    0,
    ...scenario.faults.filter(({ kind }) => kind === 'stale').map(({ seconds }) => seconds * 1_000),
  );
  const since = (pauses.at(-3) ?? startedAt) - staleness;
  const before = trail.filter(({ at }) => at < since).slice(-1);
  return staleness === 0
    ? trail.filter(({ at }) => at >= since)
    : [...before, ...trail.filter(({ at }) => at >= since)];
}

/** Whether the deployment serves, whole, with the image that was asked for. */
function serves({ primary }: Truth, own: string | undefined, { run }: Seen): boolean {
  return (
    primary !== undefined &&
    primary.deployment === own &&
    primary.isComplete &&
    isWhole(primary, run) &&
    runsTheAsked(primary, run)
  );
}

/** Whether all its tasks run, but for those that somebody has just stopped by hand. */
function isWhole({ tasks, desiredCount }: Serving, { othersDid }: Run): boolean {
  const stopped = othersDid.filter(({ does }) => does.kind === 'stop-task');
  return tasks.length + stopped.length >= desiredCount;
}

function runsTheAsked({ images, tasks }: Serving, { scenario }: Run): boolean {
  const image = imageOf(serviceName(scenario), scenario.tag);
  const digest = digestOf(scenario.tag);
  return (
    images.every((used) => used === image || used.endsWith(`@${digest}`)) &&
    tasks.every((digests) => digests.every((used) => used === digest))
  );
}

function endsByItself({ attempt }: Seen): string | undefined {
  return attempt.end.kind === 'stuck' ? 'nothing is left that could wake it' : undefined;
}

function throwsNothing({ attempt: { end } }: Seen): string | undefined {
  return end.kind === 'thrown' ? end.error : undefined;
}

const MINUTE = 60_000;
/** How long may be waited before a start: 10 minutes for a steady service, 5 for the end of a wait. */
const BEFORE_THE_START = 16 * MINUTE;
const POST_MINUTES = 2;

function endsWithinItsLimit({ run: { scenario }, attempt }: Seen): string | undefined {
  const { faults, pace, request } = scenario;
  // A pause that had begun, calls that got no answer for 20 seconds or a late one, and slowing down.
  const lost = faults.reduce(
    (sum, { kind, times, seconds }) =>
      sum + (kind === 'hang' ? 20 : kind === 'delay' ? seconds : 0) * Math.min(times, 100),
    0,
  );
  const margin = (35 * pace + 30 + lost) * 1_000;
  const start = attempt.calls.find(({ started }) => started.length > 0);
  const isPost = attempt.step === 'post';
  const minutes = isPost ? POST_MINUTES : request.waitMinutes;
  // Waiting for what is in the way has a limit as long.
  const before = BEFORE_THE_START + request.waitMinutes * MINUTE;
  const from = isPost ? attempt.startedAt : (start?.at ?? attempt.startedAt + before);
  const limit = from + minutes * MINUTE + margin;
  return attempt.endedAt <= limit
    ? undefined
    : `it ended ${seconds(attempt.endedAt - limit)} after its limit of ${minutes} minutes and ${seconds(margin)} of margin`;
}

const seconds = (milliseconds: number): string => `${Math.round(milliseconds / 1_000)} s`;

function deployedServes(seen: Seen): string | undefined {
  const { status, outcome, lately: moments, attempt, run } = seen;
  if (status !== 'deployed') return undefined;
  const own = outcome?.handle?.id;
  // A deployment of ECS does not say who started it: one of the revision asked for is taken up, whoever that was.
  const known = [...attempt.before.deployments, ...startedBy(attempt)];
  const isOthers = run.othersDid.some(({ does: { kind } }) => kind === 'force' || kind === 'deploy');
  if (own === undefined || (!known.includes(own) && !isOthers))
    return `it did not start ${own ?? 'a deployment'}`;
  return moments.some((truth) => serves(truth, own, seen)) ? undefined : servingText(attempt);
}

const RED: ReadonlySet<Status | undefined> = new Set(['failed', 'rolled-back', 'superseded']);

function servingIsNotRed(seen: Seen): string | undefined {
  const { status, own, attempt, run } = seen;
  if (!RED.has(status) || own === undefined) return undefined;
  const end = attempt.trail.at(-1);
  if (end !== undefined && serves(end, own, seen)) return `${own} serves, whole and as asked`;
  // What a later attempt or somebody else did to it is nothing that this verdict could know; and what somebody
  // stopped without a rollback may go on [?].
  const isLast = attempt === run.attempts.at(-1);
  const meddled = run.othersDid.some(({ at, does }) => at > attempt.endedAt || does.kind === 'stop');
  return isLast && !meddled && serves(run.later, own, seen)
    ? `half an hour later ${own} serves, whole and as asked`
    : undefined;
}

function rolledBackServesThePrevious(seen: Seen): string | undefined {
  if (seen.status !== 'rolled-back') return undefined;
  const isRestored = ({ primary }: Truth): boolean =>
    primary !== undefined &&
    primary.deployment !== seen.own &&
    primary.isComplete &&
    isWhole(primary, seen.run) &&
    seen.basis.revisions.includes(primary.taskDefinition);
  return seen.lately.some(isRestored) ? undefined : servingText(seen.attempt);
}

function supersededBySomebodyElse(seen: Seen): string | undefined {
  if (seen.status !== 'superseded') return undefined;
  const { own, basis, attempt, run, lately: moments } = seen;
  const isAnother = ({ primary }: Truth): boolean =>
    primary !== undefined && primary.deployment !== own && !basis.deployments.includes(primary.deployment);
  const started = run.othersDid.some(
    ({ at, does: { kind } }) => at <= attempt.endedAt && (kind === 'deploy' || kind === 'force'),
  );
  if (!started) return 'nobody else started a deployment';
  return moments.some(isAnother) ? undefined : servingText(attempt);
}

function unchangedSentNothing(seen: Seen): string | undefined {
  const { status, outcome, attempt, lately: moments, run } = seen;
  if (status !== 'unchanged') return undefined;
  const changing = attempt.calls.filter((call) => call.hadEffect && !clearsTheWay(call, attempt, run));
  const wrong = changing.find(({ name, started }) => name !== 'ecs:UpdateService' || started.length > 0);
  if (wrong !== undefined) return `it sent ${callText(wrong)}`;
  if (outcome?.verdict.rule === 'plan-only')
    return changing.length === 0 ? undefined : 'it sent a call though only the plan was asked for';
  return moments.some(({ primary }) => primary !== undefined && runsTheAsked(primary, run))
    ? undefined
    : servingText(attempt);
}

const isStop = ({ name, hadEffect }: Call): boolean =>
  hadEffect && (name === 'codedeploy:StopDeployment' || name === 'ecs:StopServiceDeployment');

/** Stopping what is in the way, before anything else, is what `when-in-progress: replace` asks for. */
const clearsTheWay = (call: Call, { calls }: Attempt, { scenario }: Run): boolean => {
  const start = calls.findIndex(({ started }) => started.length > 0);
  return (
    scenario.control.whenInProgress === 'replace' &&
    isStop(call) &&
    (start === -1 || calls.indexOf(call) < start)
  );
};

/** The deployments that went back to what served before are no starts. */
function startsOneAtMost({ attempt, basis }: Seen): string | undefined {
  if (attempt.step === 'post') return undefined;
  const starts = attempt.calls.filter(
    (call) => call.started.length > 0 && !goesBack(call, basis, attempt.calls),
  );
  return starts.length <= 1
    ? undefined
    : `it started ${starts.length}: ${starts.flatMap(({ started }) => started).join(', ')}`;
}

/** Whether an UpdateService, not the first one, returns the service to a revision that served before. */
function goesBack(call: Call, basis: Truth, calls: readonly Call[]): boolean {
  const first = calls.find(({ started }) => started.length > 0);
  const { taskDefinition } = { taskDefinition: undefined, ...call.input };
  return call !== first && typeof taskDefinition === 'string' && basis.revisions.includes(taskDefinition);
}

/** The post step included: what the main step has rolled back is not rolled back again. */
function rollsBackOnceAtMost({ run, attempt, basis }: Seen): string | undefined {
  if (attempt.step === 'post') return undefined;
  const next = run.attempts[run.attempts.indexOf(attempt) + 1];
  const post = next?.step === 'post' ? next.calls : [];
  const rollbacks = [
    ...attempt.calls.filter(
      (call) =>
        (isStop(call) && !clearsTheWay(call, attempt, run)) ||
        (call.started.length > 0 && goesBack(call, basis, attempt.calls)),
    ),
    ...post.filter((call) => isStop(call) || call.started.length > 0),
  ];
  return new Set(rollbacks.map(rolledBack)).size <= 1 ? undefined : rollbacks.map(callText).join(', ');
}

/** What a rollback is of: asking twice to stop one deployment stops it once. */
function rolledBack({ input, started }: Call): unknown {
  const { deploymentId, serviceDeploymentArn } = {
    deploymentId: undefined,
    serviceDeploymentArn: undefined,
    ...input,
  };
  return started[0] ?? deploymentId ?? serviceDeploymentArn;
}

function refusedChangesNothing({ run, outcome, attempt }: Seen): string | undefined {
  if (outcome?.verdict.rule !== 'refused') return undefined;
  const changing = attempt.calls.find((call) => call.hadEffect && !clearsTheWay(call, attempt, run));
  return changing === undefined ? undefined : `it sent ${callText(changing)}`;
}

function changesNothingLate({ attempt }: Seen): string | undefined {
  const late = attempt.lateCalls.find(({ mutating }) => mutating);
  return late === undefined
    ? undefined
    : `it sent ${callText(late)} ${seconds(late.at - attempt.endedAt)} after its end`;
}

/** An end that does not tell which deployment runs says at least that a call may have started one. */
function namesItsDeployment({ run, outcome, attempt }: Seen): string | undefined {
  const [started] = attempt.step === 'main' ? startedBy(attempt) : [];
  if (outcome === undefined || started === undefined || outcome.handle?.id === started) return undefined;
  if (outcome.handle !== undefined && attempt.before.deployments.includes(outcome.handle.id))
    return undefined;
  // Two of one revision, and the answer of ours lost: nothing tells them apart once ours is gone.
  if (run.othersDid.some(({ does: { kind } }) => kind === 'force' || kind === 'deploy')) return undefined;
  if (outcome.handle !== undefined) return `it says ${outcome.handle.id}, and started ${started}`;
  const { status, facts } = outcome.verdict;
  return facts.wasSent === true
    ? undefined
    : `it started ${started} and ends as ${status} without a word of it`;
}

/** The kind of cause that the tag of an image leads to; the longer one of two stands first. */
const CAUSES: readonly (readonly [prefix: string, kinds: readonly string[]])[] = [
  ['fault-unpullable', ['image-missing']],
  ['fault-arch', ['wrong-architecture']],
  ['fault-no-route', ['registry-unreachable']],
  ['fault-layers', ['layers-unreachable']],
  ['fault-secret-denied', ['secret-denied']],
  ['fault-secret', ['secret-missing']],
  ['fault-log-group', ['log-group-missing']],
  ['fault-exec-format', ['exited']],
  ['fault-crash', ['exited']],
  ['fault-exit-code', ['exited']],
  ['fault-oom', ['out-of-memory']],
  ['fault-unhealthy', ['container-health', 'load-balancer-health']],
];

/** Three looks in which nothing moves may pass without a question for stopped tasks. */
const LOOKS = 5;

function namesTheCause(seen: Seen): string | undefined {
  const { run, outcome, attempt, own } = seen;
  if (outcome === undefined || attempt.step === 'post' || !isDiagnosed(seen)) return undefined;
  const couldBeSeen = attempt.pauses.at(-LOOKS) ?? 0;
  const known = run.failedTasks.find(
    ({ deployment, stoppedAt }) => deployment === own && stoppedAt < couldBeSeen,
  );
  const [prefix, expected = []] = CAUSES.find(([start]) => run.scenario.tag.startsWith(start)) ?? [];
  if (known === undefined || prefix === undefined) return undefined;
  return outcome.causes.some(({ cause }) => expected.includes(cause.kind))
    ? undefined
    : `a task failed by ${prefix}, and it says ${outcome.causes.map(({ cause }) => cause.kind).join(', ') || 'nothing'}`;
}

/** Whether the run could see the cause: nothing stood between it and the stopped tasks. */
function isDiagnosed({ run: { scenario, othersDid }, status, outcome }: Seen): boolean {
  const isHidden = (name: string): boolean => /ListTasks|DescribeTasks/.test(name);
  // A look at which one call fails is none.
  const isBlind = (name: string): boolean =>
    /DescribeServices|ServiceDeployments|Tasks|GetDeployment|\*/.test(name);
  return (
    outcome?.handle !== undefined &&
    status !== 'deployed' &&
    status !== 'started' &&
    status !== 'unknown' &&
    status !== 'cancelled' &&
    !scenario.deny.some(isHidden) &&
    !scenario.faults.some(({ operation }) => isBlind(operation)) &&
    !othersDid.some(({ does }) => does.kind === 'deny' && isHidden(does.action))
  );
}

function restoresScaling({ run: { scaling } }: Seen): string | undefined {
  return scaling.before === scaling.after ? undefined : `before ${scaling.before}, after ${scaling.after}`;
}

const callText = ({ name, status, started }: Call): string =>
  `${name} (status ${status}${started.length === 0 ? '' : `, started ${started.join(', ')}`})`;

/** What serves at the end of an attempt. */
function servingText({ trail }: Attempt): string {
  const { primary } = trail.at(-1) ?? {};
  if (primary === undefined) return 'nothing serves';
  const { deployment, images, tasks, desiredCount, isComplete } = primary;
  return `${deployment} serves with ${images.join(', ')}: ${tasks.length} of ${desiredCount} tasks, ${isComplete ? 'complete' : 'not complete'}`;
}
