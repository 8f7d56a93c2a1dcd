import { UserError } from '../inputs/problem.ts';
import { CutOff } from './grace.ts';
import { describeInProgress } from './describe.ts';
import type { ClearPlan } from './plan.ts';
import type { Ports } from './ports.ts';
import type { DeployRequest } from './request.ts';
import { strategyFor } from './strategies.ts';
import type { DeployContext } from './strategy.ts';

/** Ends, or waits for, the deployments that are in the way of one run. */
export interface Clearing {
  /** Returns once the deployment has ended, its rollback included. Throws a UserError when the limit passes. */
  readonly clear: (plan: ClearPlan, context: DeployContext) => Promise<void>;
}

const DEFAULT_MINUTES = 30;
const BETWEEN_LOOKS_MS = 3_000;

/** All waiting of one run shares one limit: its own `wait-for-minutes`, which begins anew with its deployment. */
export function clearingFor(
  { waitMinutes = DEFAULT_MINUTES }: Pick<DeployRequest, 'waitMinutes'>,
  { clock }: Pick<Ports, 'clock'>,
): Clearing {
  const until = clock.now() + waitMinutes * 60_000;
  const stopped = new Set<string>();
  return {
    clear: async ({ inTheWay, stops }, context) => {
      const { current, ports } = context;
      const { service } = current;
      if (stops && !stopped.has(inTheWay.id)) {
        // A stop that was asked for once goes on; its rollback must not be stopped in turn.
        ports.log.say(`Stopping ${inTheWay.id} of ${service.name} with a rollback, as asked.`);
        await strategyFor(service).stop(inTheWay, { ...context, until });
        stopped.add(inTheWay.id);
      } else {
        ports.log.say(`Waiting for the end of ${inTheWay.id} of ${service.name}.`);
      }
      while ((await describeInProgress(context)) !== undefined) {
        if (ports.signal.aborted) throw new CutOff();
        if (ports.clock.now() >= until) throw tooLate(inTheWay.id, service.name, waitMinutes);
        await ports.clock.sleep(BETWEEN_LOOKS_MS, ports.signal);
      }
    },
  };
}

const tooLate = (id: string, service: string, minutes: number): UserError =>
  new UserError({
    message: `The deployment ${id} on the service ${service} has not ended within ${minutes} minutes.`,
    remedy: 'Nothing was deployed by this run. See why it takes so long, or raise wait-for-minutes.',
    input: 'when-in-progress',
  });
