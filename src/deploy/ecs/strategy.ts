import { readAgain } from '../describe.ts';
import type { DeployContext, Started, Strategy } from '../strategy.ts';
import { watch } from '../watch.ts';
import type { RollingRun } from './rules.ts';
import { runOf, startRolling } from './start.ts';
import { rollingSubject } from './watch.ts';

/** Controller ECS: UpdateService, then the deployments of the service and its service deployment. */
export const ecsStrategy: Strategy = {
  prepare: (_plan, { current }) => Promise.resolve(current),
  start: async (plan, { request, current, ports, taskDefinition }) => {
    const fresh = await readAgain(request, current, ports);
    const [ecs, once] = await Promise.all([ports.aws.ecs(), ports.aws.ecsOnce()]);
    const run = await startRolling(
      { ecs, once, clock: ports.clock, signal: ports.signal },
      { before: fresh.service, taskDefinition, force: plan.force, settings: request.settings },
    );
    return started(run, { request, current: fresh, ports });
  },
  join: (plan, { request, current, ports }) => {
    const { deploymentId: id, taskDefinition } = plan;
    const { deployments } = current.service;
    const joined = deployments.find((deployment) => deployment.id === id);
    const before = deployments.filter((deployment) => deployment !== joined);
    const run =
      joined === undefined
        ? { deploymentId: id, before: before.map((deployment) => deployment.id), taskDefinition }
        : runOf(joined, before, taskDefinition);
    return Promise.resolve(started(run, { request, current, ports }));
  },
};

const DEFAULT_MINUTES = 30;

const started = (run: RollingRun, { request, current, ports }: DeployContext): Started => ({
  handle: { kind: 'ecs', id: run.deploymentId },
  isNew: !run.before.includes(run.deploymentId),
  taskDefinition: run.taskDefinition,
  startedBy: () => run.deploymentId,
  watch: async (tell) =>
    watch(await rollingSubject(run, current.service, ports), ports, {
      minutes: request.waitMinutes ?? DEFAULT_MINUTES,
      tell,
    }),
});
