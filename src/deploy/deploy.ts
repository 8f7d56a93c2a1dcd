import type { AwsFailure } from '../aws/errors.ts';
import { awsFailure } from '../aws/errors.ts';
import { LostAnswer } from '../aws/lost-answer.ts';
import { pinImages, type Unpinned } from '../images/pin.ts';
import { imageReference } from '../images/reference.ts';
import { type Problem, UserError } from '../inputs/problem.ts';
import { consoleLink } from '../report/console.ts';
import { denialRemedy, failureProblem } from '../report/failure.ts';
import { definitionLines, imageWarnings, planLines } from '../report/plan.ts';
import { timelineLines } from '../report/sentences.ts';
import { type Deployment, serving, servingBeside, type TaskSet } from '../service/service.ts';
import { describeRevision } from '../task-definition/describe.ts';
import type { Revision } from '../task-definition/revision.ts';
import { groupCauses } from './cause.ts';
import { waitForSteadyService } from './codedeploy/prepare.ts';
import { clearingFor } from './clear.ts';
import type { Course } from './course.ts';
import type { CurrentState } from './current.ts';
import { describeCurrent } from './describe.ts';
import { answered, CutOff } from './grace.ts';
import { type Facts, type Outcome, type Verdict, verdict } from './outcome.ts';
import { type DeployPlan, type JoinPlan, planDeployment } from './plan.ts';
import type { Ports } from './ports.ts';
import { registerRevision } from './register.ts';
import type { AskedRevision, DeployRequest, ServiceRequest } from './request.ts';
import { type Scaling, scalingFor } from './scaling.ts';
import { strategyFor } from './strategies.ts';
import type { DeployContext, Started } from './strategy.ts';
import { TAG_PREFIX } from './run.ts';
import { stopFacts } from './stop.ts';
import { type Verified, type VerifyContext, verifyDeployment, verifyRunning } from './verify.ts';

type Rest = Omit<Outcome, 'region' | 'cluster' | 'service' | 'milliseconds' | 'verdict'>;

const NOTHING: Rest = { problems: [], imageVerified: 'unknown', causes: [], timeline: [] };

/**
 * Deploys one service: reads and checks everything, registers, starts by one call, watches to the
 * end, and tells the truth about it. Never throws for what a user or AWS did: that is an outcome.
 */
export function deploy(request: DeployRequest, ports: Ports): Promise<Outcome> {
  return deployChosen(request, ports, () => Promise.resolve(request.revision));
}

/** The same for a revision that is chosen first, by what AWS says; errors of the choice are outcomes, too. */
export async function deployChosen(
  request: ServiceRequest,
  ports: Ports,
  choose: () => Promise<AskedRevision>,
): Promise<Outcome> {
  const startedAt = ports.clock.now();
  const outcome = (decided: Verdict, rest: Partial<Rest> = {}): Outcome => ({
    ...NOTHING,
    ...rest,
    ...names(request),
    region: ports.aws.region,
    verdict: decided,
    milliseconds: ports.clock.now() - startedAt,
  });
  const known: Known = { scaling: scalingFor(ports) };
  const observed = { ...ports, keep: (course: Course) => ports.keep((known.course = course)) };
  const ended = await ending({ request, choose }, observed, { outcome, known }).finally(
    known.scaling.restore,
  );
  // What was cancelled may have to be undone, or found out, by the post step; of every other end all is told.
  const isOpen =
    ended.verdict.status === 'cancelled' &&
    (request.control.onCancel === 'rollback' || ended.verdict.facts.wasSent === true);
  if (known.course !== undefined && !isOpen) ports.keep({ ...known.course, isTold: true });
  return ended;
}

interface Chosen {
  readonly request: ServiceRequest;
  readonly choose: () => Promise<AskedRevision>;
}

async function ending(
  { request, choose }: Chosen,
  ports: Ports,
  { outcome, known }: Ending,
): Promise<Outcome> {
  try {
    return await follow({ ...request, revision: await choose() }, ports, { outcome, known });
  } catch (error) {
    if (error instanceof UserError) {
      return outcome(refusal(known), { ...known.rest, problems: error.problems });
    }
    if (error instanceof LostAnswer) return outcomeOfLostAnswer(error, { outcome, known });
    const failure = awsFailure(error);
    if (failure === undefined) return outcomeOfBug(error, { ports, outcome, known });
    if (failure.kind === 'aborted' || ports.signal.aborted) {
      const unanswered =
        error instanceof CutOff && error.sent !== undefined ? { unanswered: error.sent } : {};
      return outcome(
        verdict('cancelled', 'signal', { ...registeredFacts(known), ...unanswered }),
        known.rest,
      );
    }
    return outcome(
      { ...refusal(known), facts: { ...refusal(known).facts, ...failureFacts(failure) } },
      { ...known.rest, problems: [failureProblem(failure, ports.aws.region)] },
    );
  }
}

const names = ({ cluster, service }: ServiceRequest): Pick<Outcome, 'cluster' | 'service'> => ({
  cluster: nameOf(cluster),
  service: nameOf(service),
});

/** The name at the end of an ARN; a name as it is. */
const nameOf = (nameOrArn: string): string => nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1);

/** A bug of ours hides no deployment: once one runs, its id is still told. Before, the bug is all there is. */
function outcomeOfBug(
  error: unknown,
  { ports, outcome, known }: Ending & { readonly ports: Ports },
): Outcome {
  if (known.rest?.handle === undefined || !(error instanceof Error)) throw error;
  ports.log.say(error.stack ?? error.message);
  const awsReason = `this action has a bug (please report it): ${error.message}`;
  return outcome(verdict('unknown', 'lost-sight', { awsReason }), known.rest);
}

/** What is known so far, for an end that comes from outside. */
interface Known {
  rest?: Partial<Rest>;
  registered?: string;
  /** True while a call that starts a deployment is under way. */
  isStarting?: boolean;
  /** Restored whatever becomes of the run. */
  readonly scaling: Scaling;
  /** What the post step was told of the deployment. */
  course?: Course;
}

interface Ending {
  readonly outcome: (decided: Verdict, rest?: Partial<Rest>) => Outcome;
  readonly known: Known;
}

const refusal = (known: Known): Verdict =>
  verdict('failed', known.registered === undefined ? 'refused' : 'start-refused', registeredFacts(known));

const registeredFacts = ({ registered, isStarting }: Known): Facts => ({
  ...(registered === undefined ? {} : { registered }),
  ...(isStarting === true ? { wasSent: true } : {}),
});

const failureFacts = ({ code, message }: AwsFailure): { awsCode: string; awsReason: string } => ({
  awsCode: code,
  awsReason: message,
});

/** Whether a deployment was started is not known then; what was only being registered has started none. */
function outcomeOfLostAnswer({ message, failure }: LostAnswer, { outcome, known }: Ending): Outcome {
  if (known.isStarting === true) {
    const facts = { wasSent: true, awsCode: failure.code, awsReason: message };
    return outcome(verdict('unknown', 'lost-sight', facts), known.rest);
  }
  const remedy = 'Run the job again: it uses the revision, if there is one.';
  return outcome(verdict('failed', 'start-refused', failureFacts(failure)), {
    ...known.rest,
    problems: [{ message, remedy }],
  });
}

async function follow(asked: DeployRequest, ports: Ports, { outcome, known }: Ending): Promise<Outcome> {
  const way = clearingFor(asked, ports);
  let { request, current } = await situationOf(asked, ports);
  let plan = planDeployment(request, current);
  ports.log.group('Task definition', definitionLines(request, current));
  for (const warning of imageWarnings(request, current)) ports.log.warn(warning);
  ports.log.group('Plan', planLines({ request, current, plan }));
  const atFirst = previous(serving(current.service));
  let isStopped = false;
  while (plan.kind === 'clear' && !request.dryRun) {
    await way.clear(plan, { request, current, ports });
    isStopped ||= plan.stops;
    ({ request, current } = await situationOf(asked, ports));
    plan = planDeployment(request, current);
    ports.log.group('Plan', planLines({ request, current, plan }));
  }
  const before = serving(current.service);
  known.rest = { ...previous(before), ...running(before) };

  if (plan.kind !== 'refuse' && !request.dryRun) known.scaling.takeUpLeft(current);

  switch (plan.kind) {
    case 'refuse':
      return outcome(verdict('failed', 'refused'), { ...known.rest, problems: plan.problems });
    case 'unchanged':
      return outcome(unchangedVerdict(current, isStopped), {
        ...known.rest,
        ...(isStopped ? atFirst : {}),
        taskDefinition: plan.taskDefinition,
        imageVerified: verifyRunning(request, current),
      });
    case 'clear':
      return outcome(verdict('unchanged', 'plan-only'), known.rest);
    case 'join': {
      if (request.dryRun) return outcome(verdict('unchanged', 'plan-only'), known.rest);
      // What this run deploys may be PRIMARY already: it is not what served before.
      known.rest = { ...previous(servingBeside(current.service, plan.deploymentId)), ...running(before) };
      const started = await strategyFor(current.service).join(plan, { request, current, ports });
      return finish(started, { request, current, ports, outcome, known, joined: plan });
    }
    case 'deploy': {
      if (request.dryRun) return outcome(verdict('unchanged', 'plan-only'), known.rest);
      const started = await start(plan, { request, current, ports, known });
      return finish(started, { request, current, ports, outcome, known });
    }
  }
}

/** What a run finds in place: as it was before, or as its stopping of what was in the way has restored it. */
const unchangedVerdict = (current: CurrentState, isStopped: boolean): Verdict =>
  isStopped
    ? verdict('deployed', 'restored-by-stop', idleFacts(current))
    : verdict('unchanged', 'already-running', idleFacts(current));

const previous = (served: Deployment | TaskSet | undefined): Partial<Rest> =>
  served === undefined ? {} : { previousTaskDefinition: served.taskDefinition };

const running = (serves: Deployment | TaskSet | undefined): Partial<Rest> =>
  serves === undefined
    ? {}
    : { runningTaskDefinition: serves.taskDefinition, servingTasks: serves.runningCount };

const idleFacts = ({ service }: CurrentState): Facts =>
  service.desiredCount === 0 && service.scheduling === 'REPLICA' ? { nothingRan: true } : {};

/** Everything that is read before the plan, once the service is steady where it may only be scaling. */
async function situationOf(asked: DeployRequest, ports: Ports): Promise<ReturnType<typeof pinIfAsked>> {
  const found = pinIfAsked(asked, await describeCurrent(asked, ports), ports);
  const { request, current } = found;
  if (request.dryRun || !mayOnlyScale(request, current)) return found;
  await waitForSteadyService(request, current, ports);
  return pinIfAsked(asked, await describeCurrent(asked, ports), ports);
}

// Under CODE_DEPLOY a new count makes the task set unsteady; deploying the same again would not help it.
function mayOnlyScale(request: DeployRequest, current: CurrentState): boolean {
  if (current.service.controller !== 'CODE_DEPLOY') return false;
  const plan = planDeployment(request, current);
  if (plan.kind !== 'deploy' || plan.endWaitOf !== undefined) return false;
  const kinds = new Set(plan.reasons.map(({ kind }) => kind));
  return kinds.has('not-settled') && !kinds.has('changed');
}

function pinIfAsked(
  request: DeployRequest,
  current: CurrentState,
  { log }: Ports,
): { readonly request: DeployRequest; readonly current: CurrentState } {
  const { revision } = request;
  if (!request.pinImages || revision.kind !== 'file') return { request, current };
  const { definition, images, unpinned } = pinImages(revision.definition, current.images);
  const unread = unpinned.filter(({ image }) => imageReference(image).ecr !== undefined);
  if (unread.length > 0) throw new UserError(unread.map(notPinned));
  for (const { image, why } of unpinned) log.warn(`The image ${image} keeps its tag: ${why}.`);
  return { request: { ...request, revision: { ...revision, definition } }, current: { ...current, images } };
}

/** A tag in Amazon ECR that cannot be resolved would be registered as it is, against what was asked for. */
const notPinned = ({ image, why, denied = '' }: Unpinned): Problem => ({
  message: `The digest of ${image} cannot be read, so it cannot be pinned: ${why}.`,
  remedy: denialRemedy(denied) ?? 'Allow ecr:BatchGetImage on its repository, or leave pin-images out.',
  input: 'pin-images',
});

/** Everything is checked: wait for quiet, register, look once more, start. */
async function start(plan: DeployPlan, context: DeployContext & { readonly known: Known }): Promise<Started> {
  const { request, ports, known } = context;
  const strategy = strategyFor(context.current.service);
  const current = await strategy.prepare(plan, context);
  throwIfAborted(ports);
  await known.scaling.suspendIfAsked(context);
  throwIfAborted(ports);
  const taskDefinition =
    plan.revision.kind === 'use'
      ? plan.revision.arn
      : await answered(registerRevision(plan.revision.definition, { request, ports }), ports);
  if (plan.revision.kind === 'register') known.registered = taskDefinition;
  known.rest = { ...known.rest, taskDefinition };
  throwIfAborted(ports);
  known.isStarting = true;
  const started = await answered(strategy.start(plan, { request, current, ports, taskDefinition }), ports);
  known.isStarting = false;
  delete known.registered;
  return started;
}

function throwIfAborted({ signal }: Ports): void {
  if (signal.aborted) throw new CutOff();
}

/** It runs at AWS now: from here on every end carries the handle. */
async function finish(
  started: Started,
  {
    request,
    current,
    ports,
    outcome,
    known,
    joined,
  }: DeployContext & Ending & { readonly joined?: JoinPlan },
): Promise<Outcome> {
  const { handle, taskDefinition } = started;
  known.rest = { ...known.rest, taskDefinition, ...(started.isNew ? { handle } : {}) };
  ports.keep({ ...started.course, ...(started.isNew ? { handle } : {}) });
  ports.log.say(
    joined === undefined ? headline(started, request) : joinedLine(joined, request),
    consoleLink({ ...names(request), handle }, ports.aws.region),
  );
  if (!request.wait) {
    return outcome(verdict('started', 'not-waiting', started.isNew ? {} : { countOnly: true }), known.rest);
  }

  const watched = await started.watch((entry) => ports.log.say(...timelineLines(entry)));
  const { last, timeline } = watched;
  const decided = await rolledBackIfCancelled(watched.verdict, { request, started, ports });
  const verified = await closerLook(decided, { request, current, ports, started, last });
  return outcome(verified.verdict, {
    ...known.rest,
    ...(last === undefined ? {} : running(serving(last.service))),
    imageVerified: verified.imageVerified,
    causes: groupCauses(last?.stoppedTasks ?? []),
    timeline,
  });
}

/** What is asked once AWS has decided: the images of a success, the author of what took over. */
async function closerLook(decided: Verdict, context: VerifyContext): Promise<Verified> {
  if (decided.status === 'deployed') return verifyDeployment(decided, context);
  const unverified = { verdict: decided, imageVerified: 'unknown' } as const;
  const other = decided.facts.primary?.taskDefinition;
  if (decided.status !== 'superseded' || other === undefined) return unverified;
  const revision = await revisionIfReadable(other, context.ports);
  const commit = revision?.tags.get(`${TAG_PREFIX}commit`);
  return commit === undefined
    ? unverified
    : { ...unverified, verdict: { ...decided, facts: { ...decided.facts, commit } } };
}

// The verdict stands already: not being able to name the author of what took over does not change it.
async function revisionIfReadable(arn: string, { aws, signal }: Ports): Promise<Revision | undefined> {
  try {
    return await describeRevision(await aws.ecs(), arn, signal);
  } catch (error) {
    if (awsFailure(error) === undefined) throw error;
    return undefined;
  }
}

const joinedLine = ({ deploymentId, isOfRun }: JoinPlan, { service, wait }: DeployRequest): string =>
  `${deploymentId} of ${service} is joined: ${isOfRun ? 'an earlier attempt of this run started it' : 'it deploys the same revision'}.${wait ? '' : ' Not waiting for it, as asked.'}`;

/** How long the call that ends a cancelled deployment may take: the runner kills this process after 10 seconds. */
const CANCEL_MS = 5_000;

/** A run that is cancelled asks for the rollback itself, where it is to; the post step watches it to its end. */
async function rolledBackIfCancelled(
  decided: Verdict,
  { request, started, ports }: Pick<VerifyContext, 'request' | 'started' | 'ports'>,
): Promise<Verdict> {
  const isDue = decided.status === 'cancelled' && request.control.onCancel === 'rollback' && started.isNew;
  if (!isDue || decided.facts.stopped === true) return decided;
  const within = { ...ports, signal: ports.clock.timeout(CANCEL_MS) };
  const facts = stopFacts(await started.rollBack(within));
  return { ...decided, facts: { ...decided.facts, ...facts } };
}

function headline({ handle: { kind, id }, isNew }: Started, { service, wait }: DeployRequest): string {
  const what = kind === 'ecs' ? 'Deployment' : 'CodeDeploy deployment';
  const said = isNew
    ? `${what} ${id} of ${service} is started.`
    : `ECS started no deployment of ${service}: the count is set on ${id}.`;
  return wait ? said : `${said} Not waiting for it, as asked.`;
}
