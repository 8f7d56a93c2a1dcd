import type { AwsClients } from '../aws/clients.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../report/log.ts';
import type { Suspension } from '../scaling/suspension.ts';
import type { Course } from './course.ts';

/** Everything outside that a deployment touches. */
export interface Ports {
  readonly aws: AwsClients;
  readonly clock: Clock;
  /** A number from 0 up to 1, for the jitter of waits. */
  readonly chance: () => number;
  readonly log: Log;
  /** Aborts when the runner asks the step to end. */
  readonly signal: AbortSignal;
  /** Called the moment that is true which the post step must know if this run is cut off. */
  readonly keep: (course: Course) => void;
  /** Called before scaling is suspended, and when it is restored. */
  readonly keepSuspension: (suspension: Suspension) => void;
}
