import { CutOff } from '../grace.ts';
import { ask } from '../stop.ts';
import type { StopContext } from '../strategy.ts';
import { describeDeployment } from './describe.ts';
import { deploymentPhase } from './rules.ts';
import { meansToStop } from './stop.ts';

const BETWEEN_LOOKS_MS = 2_000;
const ROLLBACK_EXPECTED_WITHIN_MS = 60_000;

/**
 * Stops, with a rollback, a deployment that is in the way, and waits until its rollback is there: the group has no
 * active deployment for some seconds between the two. Gives back why not, in words of AWS.
 */
export async function stopInTheWay(
  deploymentId: string,
  { ports, until }: Pick<StopContext, 'ports' | 'until'>,
): Promise<string | undefined> {
  const { aws, clock, signal } = ports;
  const [client, once] = await Promise.all([aws.codeDeploy(), aws.codeDeployOnce()]);
  const { stop, failure } = await ask(meansToStop(once, deploymentId, true), ports);
  if (stop.kind === 'cut-off') throw new CutOff(stop.action);
  const isRefused = stop.kind === 'refused' || stop.kind === 'denied' || stop.kind === 'throttled';
  if (isRefused) return stop.kind === 'refused' && stop.reason === undefined ? undefined : failure;
  const startedAt = clock.now();
  for (;;) {
    const { status, rollbackDeploymentId } = await describeDeployment(client, deploymentId, signal);
    const phase = deploymentPhase(status);
    if (phase === 'succeeded' || rollbackDeploymentId !== undefined || clock.now() >= until) return undefined;
    if (phase === 'ended' && clock.now() - startedAt > ROLLBACK_EXPECTED_WITHIN_MS) return undefined;
    if (signal.aborted) throw new CutOff();
    await clock.sleep(BETWEEN_LOOKS_MS, signal);
  }
}
