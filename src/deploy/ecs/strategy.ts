import { UserError } from '../../inputs/problem.ts';
import type { ServiceState } from '../../service/service.ts';
import { type Course, courseOf, NO_INTERVENTION } from '../course.ts';
import type { CurrentState } from '../current.ts';
import { containersOf, readAgain } from '../describe.ts';
import type { Handle } from '../outcome.ts';
import type { Ports } from '../ports.ts';
import type { ControlRequest, DeployRequest, ServiceSettings } from '../request.ts';
import type { JoinPlan } from '../plan.ts';
import type { DeployContext, Started, Strategy } from '../strategy.ts';
import { watch } from '../watch.ts';
import { waitMinutes } from './configuration.ts';
import { rollBackNow, stopInTheWay } from './rollback.ts';
import type { RollingRun } from './rules.ts';
import { runOf, startRolling } from './start.ts';
import { configurationAfter } from './settings.ts';
import { isStabilityAsked, stableSeconds } from './stable.ts';
import { lastSuccessful } from './stop.ts';
import { type RollingContext, rollingSubject } from './watch.ts';

/** Controller ECS: UpdateService, then the deployments of the service and its service deployment. */
export const ecsStrategy: Strategy = {
  prepare: (_plan, { current }) => Promise.resolve(current),
  start: async (plan, { request, current, ports, taskDefinition }) => {
    const { service } = await readAgain(request, current, ports);
    const [ecs, once] = await Promise.all([ports.aws.ecs(), ports.aws.ecsOnce()]);
    const stableFor = stableForOf(request, current, service);
    const course = courseOf(request, ports, {
      service,
      taskDefinition,
      before: service.deployments.map(({ id }) => id),
      lastSuccessful: lastSuccessful(service, current.succeeded),
      stableFor,
    });
    ports.keep(course);
    const run = await startRolling(
      { ecs, once, clock: ports.clock, signal: ports.signal },
      { before: service, taskDefinition, force: plan.force, settings: request.settings },
    );
    return started(run, { ...request, ...ofCount(run, request.control), service, course, ports });
  },
  join: (plan, context) => Promise.resolve(joined(plan, context)),
  stableFor: ({ request, current }) => stableForOf(request, current, current.service),
  resume: (course, { service, ports }) => {
    const { taskDefinition, before } = course;
    const deploymentId = course.handle?.id ?? startedMeanwhile(service, course);
    if (deploymentId === undefined) return Promise.resolve(undefined);
    const { createdAt } = course;
    const run = {
      deploymentId,
      before,
      taskDefinition,
      ...(createdAt === undefined ? {} : { createdAt }),
    };
    const rolledBackBy = course.rolledBackBy ?? returnedMeanwhile(service, course, deploymentId);
    const known = rolledBackBy === undefined ? course : { ...course, rolledBackBy };
    return Promise.resolve(started(run, { service, course: known, ports, control: NO_INTERVENTION }));
  },
  stop: async (inTheWay, { current: { service }, ports, until }) => {
    const refusal = await stopInTheWay(inTheWay.id, { service, ports, until });
    if (refusal === undefined) return;
    throw new UserError({
      message: `The deployment ${inTheWay.id} of ${service.name} could not be stopped: ${refusal}`,
      remedy: 'Nothing was deployed. Stop it by hand, or wait for it, then run this job again.',
      input: 'when-in-progress',
    });
  },
};

/** Where only the count was set nothing of this run is there to be ended, and the tasks were up before. */
const ofCount = (
  { before, deploymentId }: RollingRun,
  { stableFor }: ControlRequest,
): Partial<StartedContext> =>
  before.includes(deploymentId)
    ? { control: NO_INTERVENTION, ...(isStabilityAsked(stableFor) ? { standing: { upFor: 0 } } : {}) }
    : {};

function joined(
  { deploymentId, taskDefinition }: Pick<JoinPlan, 'deploymentId' | 'taskDefinition'>,
  { request, current, ports }: DeployContext,
): Started {
  const { service } = current;
  const run = runAmong(service, { deploymentId, taskDefinition });
  const course = courseOf(request, ports, {
    service,
    taskDefinition,
    before: run.before,
    lastSuccessful: lastSuccessful(service),
    stableFor: stableForOf(request, current, service),
  });
  return started(run, { ...request, service, course, ports });
}

function stableForOf(request: DeployRequest, { asked }: CurrentState, service: ServiceState): number {
  const { control, settings } = request;
  const after = { ...service, configuration: configurationAfter(service, settings.deployment) };
  return stableSeconds(control.stableFor, { service: after, containers: containersOf(request, asked) });
}

/** The run of a deployment that an earlier attempt started, with what is beside it as what was there before. */
function runAmong(
  { deployments }: ServiceState,
  { deploymentId, taskDefinition }: Pick<RollingRun, 'deploymentId' | 'taskDefinition'>,
): RollingRun {
  const others = deployments.filter(({ id }) => id !== deploymentId);
  const own = deployments.find(({ id }) => id === deploymentId);
  return own === undefined
    ? { deploymentId, before: others.map(({ id }) => id), taskDefinition }
    : runOf(own, others, taskDefinition);
}

/** The deployment that a call made whose answer this run did not live to see. */
const startedMeanwhile = (
  { deployments }: ServiceState,
  { before, taskDefinition }: Course,
): string | undefined =>
  // Newest first: what brings the same revision back came later.
  deployments.findLast((one) => one.taskDefinition === taskDefinition && !before.includes(one.id))?.id;

/** The deployment by which this run returned to what was there before, and did not live to see the answer. */
function returnedMeanwhile(
  { deployments }: ServiceState,
  { before, lastSuccessful: last }: Course,
  deploymentId: string,
): string | undefined {
  const primary = deployments.find(({ status }) => status === 'PRIMARY');
  const isReturn =
    primary !== undefined &&
    primary.taskDefinition === last &&
    ![...before, deploymentId].includes(primary.id);
  return isReturn ? primary.id : undefined;
}

const DEFAULT_MINUTES = 30;

interface StartedContext {
  /** The service as it was at the start. */
  readonly service: ServiceState;
  readonly control: ControlRequest;
  readonly settings?: ServiceSettings;
  readonly standing?: RollingContext['standing'];
  readonly waitMinutes?: number;
  readonly course: Course;
  readonly ports: Ports;
}

function started(
  run: RollingRun,
  { service: before, control, settings, standing, waitMinutes: asked, course, ports }: StartedContext,
): Started {
  const { lastSuccessful: last, stableFor = 0 } = course;
  const waits = waitMinutes(configurationAfter(before, settings?.deployment));
  const byDefault = DEFAULT_MINUTES + waits + Math.floor(stableFor / 60);
  const handle: Handle = { kind: 'ecs', id: run.deploymentId };
  const known = run.createdAt === undefined ? course : { ...course, createdAt: run.createdAt };
  let kept: Course = { ...known, handle };
  const keep = (more: Partial<Course>): void => ports.keep((kept = { ...kept, ...more }));
  return {
    handle,
    isNew: !run.before.includes(run.deploymentId),
    taskDefinition: run.taskDefinition,
    course: known,
    startedBy: () => run.deploymentId,
    watch: async (tell, minutes = asked ?? byDefault) => {
      const { rolledBackBy } = kept;
      const memory = { keep: (stop: Course['stop']) => keep({ stop }), known: kept.stop };
      const returned = (id: string): void => keep({ rolledBackBy: id });
      const state = { before, control, lastSuccessful: last, rolledBackBy, stableFor, standing };
      const subject = await rollingSubject(run, { ...state, memory, returned }, ports);
      return watch(subject, ports, { minutes, tell });
    },
    rollBack: (within) => rollBackNow(run, { course: kept, ports: { ...within, keep } }),
  };
}
