import { awsFailure } from '../../aws/errors.ts';
import { describeService } from '../../service/describe.ts';
import { UserError } from '../../inputs/problem.ts';
import type { ServiceState } from '../../service/service.ts';
import type { CurrentState } from '../current.ts';
import { answered } from '../grace.ts';
import type { Ports } from '../ports.ts';
import type { DeployRequest } from '../request.ts';
import { describeDeployment } from './describe.ts';
import { deploymentPhase } from './rules.ts';

const BETWEEN_LOOKS_MS = 2_000;
const STEADY_WITHIN_MS = 10 * 60_000;
const ENDED_WITHIN_MS = 5 * 60_000;

/**
 * Waits until the service is steady: CodeDeploy itself waits up to an hour for a service that is
 * scaling when the deployment starts. Throws a UserError after 10 minutes; nothing was changed then.
 */
export async function waitForSteadyService(
  request: DeployRequest,
  current: CurrentState,
  ports: Ports,
): Promise<CurrentState> {
  const { aws, clock, log, signal } = ports;
  const ecs = await aws.ecs();
  const where = { cluster: request.cluster, service: request.service };
  const startedAt = clock.now();
  let { service } = current;
  let isSaid = false;
  while (!isSteady(service)) {
    if (!isSaid) log.say(`Waiting until the service is steady: ${unsteadiness(service)}.`);
    isSaid = true;
    if (signal.aborted) break;
    if (clock.now() - startedAt > STEADY_WITHIN_MS) throw notSteady(service);
    await clock.sleep(BETWEEN_LOOKS_MS, signal);
    const described = await describeService(ecs, where, signal);
    if (described.found) service = described.service;
  }
  return { ...current, service };
}

const serving = ({ taskSets }: ServiceState): ServiceState['taskSets'][number] | undefined =>
  taskSets.find(({ status }) => status === 'PRIMARY');

function isSteady(service: ServiceState): boolean {
  const primary = serving(service);
  return (
    primary === undefined ||
    (primary.stability === 'STEADY_STATE' &&
      primary.pendingCount === 0 &&
      primary.runningCount === primary.desiredCount &&
      // A new count shows on the service first, and on its task set some seconds later.
      primary.desiredCount === service.desiredCount)
  );
}

const unsteadiness = (service: ServiceState): string => {
  const primary = serving(service);
  return primary === undefined
    ? 'no task set serves'
    : `its task set is ${primary.stability} with ${primary.runningCount} of ${service.desiredCount} tasks running, ${primary.pendingCount} pending`;
};

const notSteady = (service: ServiceState): UserError =>
  new UserError({
    message: `The service ${service.name} was not steady within 10 minutes: ${unsteadiness(service)}.`,
    remedy: 'See its events for the reason. Nothing was started: CodeDeploy would wait for it up to an hour.',
    input: 'service',
  });

type Asked = 'answered' | 'answer-lost';

// It is over, or its termination wait is: the status tells.
const NO_LONGER_WAITING: ReadonlySet<string> = new Set([
  'DeploymentAlreadyCompletedException',
  'DeploymentIsNotInReadyStateException',
  'InvalidDeploymentStatusException',
]);

async function askToContinue(call: Promise<unknown>, ports: Ports): Promise<Asked> {
  try {
    await answered(call, ports, 'codedeploy:ContinueDeployment');
    return 'answered';
  } catch (error) {
    const failure = awsFailure(error);
    if (failure?.kind === 'unknown-effect') return 'answer-lost';
    if (NO_LONGER_WAITING.has(failure?.code ?? '')) return 'answered';
    throw error;
  }
}

const unansweredContinue = (deploymentId: string): UserError =>
  new UserError({
    message: `ContinueDeployment for ${deploymentId} was sent twice and its answers were lost.`,
    remedy: 'Run the job again: nothing was registered or started.',
  });

/** Ends the wait before the old task set is terminated (ContinueDeployment) and waits until it ended. */
export async function endTerminationWait(
  deploymentId: string,
  { current, ports }: { readonly current: CurrentState; readonly ports: Ports },
): Promise<CurrentState> {
  const { aws, clock, log, signal } = ports;
  const [client, once] = await Promise.all([aws.codeDeploy(), aws.codeDeployOnce()]);
  log.say(`Ending the termination wait of ${deploymentId}, as asked.`);
  const ask = (): Promise<Asked> =>
    askToContinue(once.continueDeployment({ deploymentId, deploymentWaitType: 'TERMINATION_WAIT' }), ports);
  let asked = await ask();
  const startedAt = clock.now();
  for (;;) {
    const { status } = await describeDeployment(client, deploymentId, signal);
    const phase = deploymentPhase(status);
    if (phase === 'succeeded' || phase === 'ended') break;
    // Asking a second time ends nothing twice: where the first had its effect it is refused.
    if (asked === 'answer-lost') {
      if ((await ask()) === 'answer-lost') throw unansweredContinue(deploymentId);
      asked = 'answered';
    }
    if (clock.now() - startedAt > ENDED_WITHIN_MS) {
      throw new UserError({
        message: `The deployment ${deploymentId} has not ended 5 minutes after its termination wait was (${status}).`,
        remedy: 'Look at it in the CodeDeploy console, then run this job again.',
      });
    }
    await clock.sleep(BETWEEN_LOOKS_MS, signal);
  }
  const { codeDeploy } = current;
  if (codeDeploy === undefined) return current;
  const { application, group, readyWaitMinutes, terminationWaitMinutes } = codeDeploy;
  return { ...current, codeDeploy: { application, group, readyWaitMinutes, terminationWaitMinutes } };
}
