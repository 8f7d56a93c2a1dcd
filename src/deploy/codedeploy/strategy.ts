import { renderAppSpec } from '../../appspec/render.ts';
import { awsFailure } from '../../aws/errors.ts';
import { UserError } from '../../inputs/problem.ts';
import type { ServiceState } from '../../service/service.ts';
import { appSpecOf } from '../appspec.ts';
import { type Course, courseOf, NO_INTERVENTION } from '../course.ts';
import type { CurrentState } from '../current.ts';
import { readAgain } from '../describe.ts';
import type { Handle } from '../outcome.ts';
import { Overtaken } from '../overtaken.ts';
import type { Ports } from '../ports.ts';
import type { ControlRequest } from '../request.ts';
import { runDescription } from '../run.ts';
import { askForPost, type StopMemory } from '../stop.ts';
import type { DeployContext, Started, Strategy } from '../strategy.ts';
import { watch } from '../watch.ts';
import { endTerminationWait, waitForSteadyService } from './prepare.ts';
import { stopInTheWay } from './rollback.ts';
import { type CodeDeployRun, taskSetOf } from './rules.ts';
import { findOurs, startCodeDeploy } from './start.ts';
import { meansToStop } from './stop.ts';
import { codeDeploySubject } from './watch.ts';

/** Controller CODE_DEPLOY: CreateDeployment, then its lifecycle events, task sets and rollback. */
export const codeDeployStrategy: Strategy = {
  prepare: async (plan, { request, current, ports }) => {
    const free =
      plan.endWaitOf === undefined ? current : await endTerminationWait(plan.endWaitOf, { current, ports });
    return waitForSteadyService(request, free, ports);
  },
  start: async (_plan, { request, current, ports, taskDefinition }) => {
    const fresh = await readAgain(request, current, ports);
    const { application, group } = groupOf(fresh);
    const appSpec = appSpecOf(request, fresh.service);
    if (!appSpec.ok) throw new UserError(appSpec.problems);
    const { config, description: words } = request.codeDeploy;
    const description = runDescription(request.run, taskDefinition, words);
    const [reads, once] = await Promise.all([ports.aws.codeDeploy(), ports.aws.codeDeployOnce()]);
    ports.keep(courseOfRun({ request, current: fresh, ports, taskDefinition }, description));
    const deploymentId = await startCodeDeploy(
      { reads, once, signal: ports.signal },
      {
        application,
        group,
        appSpec: renderAppSpec(appSpec.value, taskDefinition),
        description,
        ...(config === undefined ? {} : { config }),
      },
    ).catch((error: unknown) => {
      const isTaken = awsFailure(error)?.code === 'DeploymentLimitExceededException';
      throw isTaken && request.control.whenInProgress !== 'fail' ? new Overtaken(error) : error;
    });
    return started(deploymentId, { request, current: fresh, ports, taskDefinition });
  },
  join: (plan, context) =>
    Promise.resolve(started(plan.deploymentId, { ...context, taskDefinition: plan.taskDefinition })),
  stableFor: () => 0,
  resume: async (course, { service, ports }) => {
    const deploymentId = course.handle?.id ?? (await startedMeanwhile(course, ports));
    if (deploymentId === undefined) return undefined;
    const { taskDefinition } = course;
    // What the group waits for is not asked again: a deployment that shifted its traffic is done.
    const run = { deploymentId, taskDefinition, waitForTermination: false, terminationWaitMinutes: 0 };
    return startedRun(run, { service, control: NO_INTERVENTION, minutes: DEFAULT_MINUTES, course, ports });
  },
  stop: async ({ id }, { current: { service }, ports, until }) => {
    const refusal = await stopInTheWay(id, { ports, until });
    if (refusal === undefined) return;
    throw new UserError({
      message: `The deployment ${id} of ${service.name} could not be stopped: ${refusal}`,
      remedy: 'Nothing was deployed. Stop it by hand, or wait for it, then run this job again.',
      input: 'when-in-progress',
    });
  },
};

async function startedMeanwhile({ codeDeploy }: Course, { aws, signal }: Ports): Promise<string | undefined> {
  return codeDeploy === undefined
    ? undefined
    : findOurs({ reads: await aws.codeDeploy(), signal }, codeDeploy);
}

const DEFAULT_MINUTES = 30;

type RunContext = DeployContext & { readonly taskDefinition: string };

function courseOfRun({ request, current, ports, taskDefinition }: RunContext, description: string): Course {
  const { application, group } = groupOf(current);
  return courseOf(request, ports, {
    service: current.service,
    taskDefinition,
    before: [],
    codeDeploy: { application, group, description },
  });
}

function started(deploymentId: string, context: RunContext): Started {
  const { request, current, ports, taskDefinition } = context;
  const { readyWaitMinutes, terminationWaitMinutes } = groupOf(current);
  const { waitForTermination, description } = request.codeDeploy;
  const byDefault = DEFAULT_MINUTES + readyWaitMinutes + (waitForTermination ? terminationWaitMinutes : 0);
  return startedRun(
    { deploymentId, taskDefinition, waitForTermination, terminationWaitMinutes },
    {
      service: current.service,
      control: request.control,
      minutes: request.waitMinutes ?? byDefault,
      course: courseOfRun(context, runDescription(request.run, taskDefinition, description)),
      ports,
    },
  );
}

interface StartedContext {
  /** The service as it was at the start. */
  readonly service: ServiceState;
  readonly control: ControlRequest;
  /** How long to watch by default. */
  readonly minutes: number;
  readonly course: Course;
  readonly ports: Ports;
}

function startedRun(
  run: CodeDeployRun,
  { service: before, control, minutes: byDefault, course, ports }: StartedContext,
): Started {
  const { deploymentId } = run;
  const handle: Handle = { kind: 'codedeploy', id: deploymentId };
  const keep: StopMemory['keep'] = (stop) => ports.keep({ ...course, handle, stop });
  const memory = { keep, known: course.stop };
  return {
    handle,
    isNew: true,
    taskDefinition: run.taskDefinition,
    course,
    startedBy: (service) => taskSetOf(service, deploymentId)?.id,
    watch: async (tell, minutes = byDefault) =>
      watch(await codeDeploySubject(run, { before, control, memory }, ports), ports, { minutes, tell }),
    rollBack: async (within) => {
      const means = meansToStop(await within.aws.codeDeployOnce(), deploymentId, true);
      return (await askForPost(means, { ...within, keep })).stop;
    },
  };
}

function groupOf({ codeDeploy }: CurrentState): NonNullable<CurrentState['codeDeploy']> {
  if (codeDeploy === undefined)
    throw new Error('A service with the controller CODE_DEPLOY was read without its group.');
  return codeDeploy;
}
