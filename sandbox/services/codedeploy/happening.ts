import { schedule, type World } from '../../world.ts';
import type { Deployment, EventName } from './state.ts';

/** What can happen in CodeDeploy without anybody asking for it at that moment. */
export type CodeDeployEvent = { readonly service: 'codedeploy'; readonly deployment: string } & Happening;

/** Each concerns one deployment, and is void once that has ended, but for `roll-back`. */
export type Happening =
  | { readonly kind: 'status'; readonly to: 'Queued' | 'InProgress' }
  | { readonly kind: 'begin-event'; readonly event: EventName }
  | { readonly kind: 'end-event'; readonly event: EventName }
  | { readonly kind: 'fail-hook'; readonly event: EventName }
  /** Looks at what ECS has made of Install so far. */
  | { readonly kind: 'look-at-install' }
  | { readonly kind: 'shift-traffic'; readonly weight: number }
  | { readonly kind: 'ready-wait-over' }
  | { readonly kind: 'termination-wait-over' }
  /** Looks whether the task set that is no longer wanted is gone. */
  | { readonly kind: 'look-at-removal' }
  | { readonly kind: 'alarm'; readonly name: string }
  | { readonly kind: 'stop'; readonly rollBack: boolean }
  | { readonly kind: 'roll-back' };

/** Puts what will happen to a deployment into the queue, so many milliseconds from now. */
export function later(world: World, deployment: Deployment, delay: number, happening: Happening): void {
  schedule(world, delay, { service: 'codedeploy', deployment: deployment.id, ...happening });
}
