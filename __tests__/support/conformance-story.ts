import { rehearse, targetGroup, workerScenario, type Rehearsal } from './sandbox.ts';

const breaker = 'deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } }';

/** The line of a scenario that puts the service behind a load balancer. */
export const balanced = `loadBalancers: [{ targetGroupArn: '${targetGroup}', containerName: worker, containerPort: 80 }]`;

/** A service with the breaker on and so many tasks, as in a recording; with more lines of the scenario. */
export function stageOf(count: number, ...lines: readonly string[]): Rehearsal {
  const service = [breaker, ...lines].map((line) => `    ${line}`).join('\n');
  return rehearse(workerScenario({ service }).replace('desiredCount: 2', `desiredCount: ${count}`));
}

/** Seconds from now until the condition holds, looked at every second. Throws after an hour. */
export async function secondsUntil(stage: Rehearsal, holds: () => Promise<boolean>): Promise<number> {
  for (let seconds = 0; seconds < 3600; seconds += 1) {
    if (await holds()) return seconds;
    stage.pass(1);
  }
  throw new Error('It never came to that.');
}

/** Seconds of the stage's clock since a moment. */
export const elapsed = (stage: Rehearsal, since: Date | undefined): number =>
  (stage.clock.now() - (since?.getTime() ?? NaN)) / 1000;
