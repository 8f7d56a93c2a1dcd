import type { Permissions } from './iam/authorize.ts';
import type { Chance } from './chance.ts';
import type { Fault } from './faults/fault.ts';
import type { CodeDeployEvent } from './services/codedeploy/happening.ts';
import type { CodeDeployState } from './services/codedeploy/state.ts';
import type { EcrState } from './services/ecr/state.ts';
import type { EcsEvent } from './services/ecs/lifecycle.ts';
import type { EcsState } from './services/ecs/state.ts';
import type { AutoscalingEvent } from './services/application-autoscaling/happening.ts';
import type { AutoscalingState } from './services/application-autoscaling/state.ts';
import type { CloudWatchEvent } from './services/cloudwatch/happening.ts';
import type { CloudWatchState } from './services/cloudwatch/state.ts';
import type { LogsState } from './services/logs/state.ts';
import type { Job } from './github/id-token.ts';
import type { StsState } from './services/sts/state.ts';
import type { LoadBalancing } from './services/elasticloadbalancing/state.ts';

/**
 * Everything a sandbox knows, as plain data: it can be written as JSON and read back. This is the one thing
 * in the sandbox that changes, and only while a request is operated or a due event is played.
 */
export interface World {
  readonly region: string;
  readonly account: string;
  /** The moment up to which life has been played, in milliseconds since 1970. */
  now: number;
  readonly chance: Chance;
  /** Requests seen so far: their ids come from this, so that reading never touches `chance`. */
  requestCount: number;
  eventCount: number;
  queue: ScheduledEvent[];
  /** Actions such as `ecs:UpdateService` that are denied. */
  readonly permissions: Permissions;
  readonly faults: Fault[];
  /** Oldest first; empty unless a fault of the kind `stale` is still to come. */
  past: readonly World[];
  readonly competing: Competing[];
  readonly ecs: EcsState;
  readonly ecr: EcrState;
  readonly codedeploy: CodeDeployState;
  readonly autoscaling: AutoscalingState;
  readonly loadBalancing: LoadBalancing;
  readonly logs: LogsState;
  readonly cloudwatch: CloudWatchState;
  readonly sts: StsState;
  /** The job of GitHub that asks for tokens. */
  readonly github: Job;
}

/** Someone else's deployment of a service, some seconds after the first one that a caller starts there. */
export interface Competing {
  readonly service: string;
  readonly afterSeconds: number;
  readonly taskDefinition: string;
  started: boolean;
}

/** Something that will happen: plain data, told apart by `service` and `kind`. */
export type WorldEvent = EcsEvent | CodeDeployEvent | CloudWatchEvent | AutoscalingEvent;

export type ScheduledEvent = WorldEvent & {
  readonly at: number;
  /** Events of the same moment happen in the order in which they were scheduled. */
  readonly order: number;
};

/** Puts an event into the queue, `delay` milliseconds from the world's present. */
export function schedule(world: World, delay: number, event: WorldEvent): void {
  world.eventCount += 1;
  const at = world.now + delay;
  const entry = { ...event, at, order: world.eventCount };
  const later = world.queue.findIndex((other) => other.at > at);
  if (later === -1) world.queue.push(entry);
  else world.queue.splice(later, 0, entry);
}

/**
 * Plays every event that is due by `now`, in order of time. What the world is at a moment depends on the
 * requests that changed it and on the time, never on who looked at it or how often.
 */
export function advance(world: World, now: number, play: (world: World, event: WorldEvent) => void): void {
  for (let next = world.queue[0]; next !== undefined && next.at <= now; next = world.queue[0]) {
    world.queue.shift();
    world.now = Math.max(world.now, next.at);
    play(world, next);
  }
  world.now = Math.max(world.now, now);
}
