import { UserError } from '../inputs/problem.ts';
import { serving, servingBeside } from '../service/service.ts';
import { definitionLines, imageWarnings, planLines } from '../report/plan.ts';
import { clearingFor } from './clear.ts';
import { waitForSteadyService } from './codedeploy/prepare.ts';
import type { Course } from './course.ts';
import type { CurrentState } from './current.ts';
import { describeCurrent } from './describe.ts';
import { type Ending, endingOf, type Known, names, NOTHING, previous, type Rest, running } from './ending.ts';
import { finish } from './finish.ts';
import { answered, CutOff } from './grace.ts';
import { type Outcome, type Verdict, verdict } from './outcome.ts';
import { pinIfAsked } from './pin.ts';
import { Overtaken } from './overtaken.ts';
import { type DeployPlan, type Plan, planDeployment } from './plan.ts';
import type { Ports } from './ports.ts';
import { registerRevision } from './register.ts';
import type { AskedRevision, DeployRequest, ServiceRequest } from './request.ts';
import { scalingFor } from './scaling.ts';
import { type Restored, standing } from './standing.ts';
import { strategyFor } from './strategies.ts';
import type { DeployContext, Started } from './strategy.ts';

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
  const course = async (): Promise<Outcome> =>
    follow({ ...request, revision: await choose() }, observed, { outcome, known });
  const ended = await course()
    .catch((error: unknown) => endingOf(error, observed, { outcome, known }))
    .finally(known.scaling.restore);
  // What was cancelled may have to be undone, or found out, by the post step; of every other end all is told.
  const isOpen =
    ended.verdict.status === 'cancelled' &&
    (request.control.onCancel === 'rollback' || ended.verdict.facts.wasSent === true);
  if (known.course !== undefined && !isOpen) ports.keep({ ...known.course, isTold: true });
  return ended;
}

/** How often a run that something came in the way of plans anew; then what AWS says of it is the end. */
const OVERTAKEN_AT_MOST = 20;
/** CodeDeploy takes no deployment for some seconds before it shows the rollback that it is about to make. */
const PLANNED_ANEW_AFTER_MS = 3_000;

async function follow(asked: DeployRequest, ports: Ports, ending: Ending): Promise<Outcome> {
  const way = clearingFor(asked, ports);
  const found = await situationOf(asked, ports);
  ports.log.group('Task definition', definitionLines(found.request, found.current));
  for (const warning of imageWarnings(found.request, found.current)) ports.log.warn(warning);
  const atFirst = previous(serving(found.current.service));
  let situation: Planned = { ...found, plan: planned(found, ports) };
  let restored: Restored | undefined;
  for (let overtaken = 0; ; overtaken += 1) {
    while (situation.plan.kind === 'clear' && !asked.dryRun) {
      const { plan, request, current } = situation;
      await way.clear(plan, { request, current, ports });
      if (plan.stops) restored = 'by-stop';
      else if (plan.inTheWay.isRollback) restored ??= 'by-rollback';
      situation = await planAnew(asked, ports);
    }
    try {
      return await carryOut(situation, { ports, ending, restored, atFirst });
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
      ending.known.isStarting = false;
      if (overtaken >= OVERTAKEN_AT_MOST) throw error.refusal;
      ports.log.say(`Something came in the way on ${asked.service}: everything is read and planned anew.`);
      await ports.clock.sleep(PLANNED_ANEW_AFTER_MS, ports.signal);
      throwIfAborted(ports);
      situation = await planAnew(asked, ports);
    }
  }
}

interface Planned extends Pick<DeployContext, 'request' | 'current'> {
  readonly plan: Plan;
}

function planned({ request, current }: Omit<Planned, 'plan'>, { log }: Ports): Plan {
  const plan = planDeployment(request, current);
  log.group('Plan', planLines({ request, current, plan }));
  return plan;
}

async function planAnew(asked: DeployRequest, ports: Ports): Promise<Planned> {
  const found = await situationOf(asked, ports);
  return { ...found, plan: planned(found, ports) };
}

interface CarryOut {
  readonly ports: Ports;
  readonly ending: Ending;
  readonly restored: Restored | undefined;
  /** What served when this run began. */
  readonly atFirst: Partial<Rest>;
}

async function carryOut(
  { plan, request, current }: Planned,
  { ports, ending, restored, atFirst }: CarryOut,
): Promise<Outcome> {
  const { outcome, known } = ending;
  const before = serving(current.service);
  known.rest = { ...previous(before), ...running(before) };

  if (plan.kind !== 'refuse' && !request.dryRun) known.scaling.takeUpLeft(current);

  switch (plan.kind) {
    case 'refuse':
      // What was registered before something came in the way is told.
      if (known.registered !== undefined) throw new UserError(plan.problems);
      return outcome(verdict('failed', 'refused'), { ...known.rest, problems: plan.problems });
    case 'unchanged': {
      const { taskDefinition } = plan;
      known.rest = { ...known.rest, ...(restored === 'by-stop' ? atFirst : {}), taskDefinition };
      const { decided, rest } = await standing({ request, current, ports }, restored);
      return outcome(decided, { ...known.rest, ...rest });
    }
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
