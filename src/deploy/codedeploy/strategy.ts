import { renderAppSpec } from '../../appspec/render.ts';
import { UserError } from '../../inputs/problem.ts';
import { appSpecOf } from '../appspec.ts';
import type { CurrentState } from '../current.ts';
import { readAgain } from '../describe.ts';
import { runDescription } from '../run.ts';
import type { DeployContext, Started, Strategy } from '../strategy.ts';
import { watch } from '../watch.ts';
import { endTerminationWait, waitForSteadyService } from './prepare.ts';
import { taskSetOf } from './rules.ts';
import { startCodeDeploy } from './start.ts';
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
    const { config, description } = request.codeDeploy;
    const [reads, once] = await Promise.all([ports.aws.codeDeploy(), ports.aws.codeDeployOnce()]);
    const deploymentId = await startCodeDeploy(
      { reads, once, signal: ports.signal },
      {
        application,
        group,
        appSpec: renderAppSpec(appSpec.value, taskDefinition),
        description: runDescription(request.run, taskDefinition, description),
        ...(config === undefined ? {} : { config }),
      },
    );
    return started(deploymentId, { request, current: fresh, ports, taskDefinition });
  },
  join: (plan, context) =>
    Promise.resolve(started(plan.deploymentId, { ...context, taskDefinition: plan.taskDefinition })),
};

const DEFAULT_MINUTES = 30;

function started(
  deploymentId: string,
  { request, current, ports, taskDefinition }: DeployContext & { readonly taskDefinition: string },
): Started {
  const { readyWaitMinutes, terminationWaitMinutes } = groupOf(current);
  const { waitForTermination } = request.codeDeploy;
  const run = { deploymentId, taskDefinition, waitForTermination, terminationWaitMinutes };
  const byDefault = DEFAULT_MINUTES + readyWaitMinutes + (waitForTermination ? terminationWaitMinutes : 0);
  return {
    handle: { kind: 'codedeploy', id: deploymentId },
    isNew: true,
    taskDefinition,
    startedBy: (service) => taskSetOf(service, deploymentId)?.id,
    watch: async (tell) =>
      watch(await codeDeploySubject(run, current.service, ports), ports, {
        minutes: request.waitMinutes ?? byDefault,
        tell,
      }),
  };
}

function groupOf({ codeDeploy }: CurrentState): NonNullable<CurrentState['codeDeploy']> {
  if (codeDeploy === undefined)
    throw new Error('A service with the controller CODE_DEPLOY was read without its group.');
  return codeDeploy;
}
