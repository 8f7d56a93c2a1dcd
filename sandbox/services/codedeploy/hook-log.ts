import type { World } from '../../world.ts';
import { logBeginning, logEnd } from '../lambda/log.ts';
import type { Deployment, EventName } from './state.ts';

/** A call of the function behind a hook. */
export interface HookCall {
  readonly deployment: Deployment;
  readonly event: EventName;
  /** The name or ARN that the AppSpec gives. */
  readonly lambda: string;
}

/** What the function writes when CodeDeploy calls it. */
export function logHookBeginning(world: World, call: HookCall): void {
  logBeginning(world, invocationOf(call), [
    `${call.event} of deployment ${call.deployment.id}`,
    'checking the replacement task set',
  ]);
}

/** What the function writes before it tells CodeDeploy how its check ended, so many milliseconds later. */
export function logHookEnd(world: World, call: HookCall, duration: number): void {
  const fails = world.codedeploy.hooks[call.lambda] === 'fail';
  const lines = fails
    ? [
        // An error and its stack are one event, as the runtime writes them.
        'Error: GET /health answered 503 instead of 200\n    at check (/var/task/index.mjs:21:11)',
        'putLifecycleEventHookExecutionStatus Failed',
      ]
    : ['putLifecycleEventHookExecutionStatus Succeeded'];
  logEnd(world, invocationOf(call), { level: fails ? 'ERROR' : 'INFO', lines, duration });
}

const invocationOf = ({ deployment, event, lambda }: HookCall) => ({
  function: lambda,
  id: `${deployment.id} ${event}`,
});
