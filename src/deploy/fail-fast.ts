import { canHeal, type CauseGroup, groupCauses, type StoppedTask } from './cause.ts';

const STOPS_THAT_PROVE_A_CAUSE_THAT_CANNOT_HEAL = 2;

/**
 * The cause that proves that a deployment cannot succeed: so many of its tasks stopped for it, or two where no
 * retry heals it (image missing, wrong architecture, secret or log group missing). AWS goes on for much
 * longer: a circuit breaker for 3 to 20 minutes, CodeDeploy for 60, ECS without a breaker for ever. With a limit
 * of Infinity nothing proves it: what is only watched is ended by nobody here.
 */
export function provenCause(
  tasks: readonly StoppedTask[],
  stopAfterFailedTasks: number,
): CauseGroup | undefined {
  if (stopAfterFailedTasks === Infinity) return undefined;
  const proof = ({ cause }: CauseGroup): number =>
    canHeal(cause)
      ? stopAfterFailedTasks
      : Math.min(stopAfterFailedTasks, STOPS_THAT_PROVE_A_CAUSE_THAT_CANNOT_HEAL);
  return groupCauses(tasks).find((group) => group.tasks.length >= proof(group));
}
