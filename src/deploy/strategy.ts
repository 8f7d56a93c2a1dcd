import type { ServiceState } from '../service/service.ts';
import type { Course } from './course.ts';
import type { CurrentState } from './current.ts';
import type { InProgress } from './in-progress.ts';
import type { Handle } from './outcome.ts';
import type { DeployPlan, JoinPlan } from './plan.ts';
import type { Ports } from './ports.ts';
import type { DeployRequest } from './request.ts';
import type { Stop } from './stop.ts';
import type { TimelineEntry } from './timeline.ts';
import type { Look, Watched } from './watch.ts';

/** How one deployment controller deploys. */
export interface Strategy {
  /** Waits, in bounds and visibly, for what must be quiet before anything is registered. */
  readonly prepare: (plan: DeployPlan, context: DeployContext) => Promise<CurrentState>;
  /** The one mutating call that starts a deployment. */
  readonly start: (plan: DeployPlan, context: StartContext) => Promise<Started>;
  /** Takes up a deployment that an earlier attempt of this run, or somebody else, started. */
  readonly join: (plan: JoinPlan, context: DeployContext) => Promise<Started>;
  /** How many seconds the tasks of a service must have been up, by its inputs; 0 for none. */
  readonly stableFor: (context: DeployContext) => number;
  /** Takes up what a step that was cut off started; undefined when it started nothing, as AWS shows now. */
  readonly resume: (course: Course, context: ResumeContext) => Promise<Started | undefined>;
  /** Ends, with a rollback, a deployment that is in the way; returns when that has begun, or at that moment. */
  readonly stop: (inTheWay: InProgress, context: StopContext) => Promise<void>;
}

export interface ResumeContext {
  readonly service: ServiceState;
  readonly ports: Ports;
}

export interface DeployContext {
  readonly request: DeployRequest;
  readonly current: CurrentState;
  readonly ports: Ports;
}

export interface StopContext extends DeployContext {
  /** By the clock of the ports. */
  readonly until: number;
}

export interface StartContext extends DeployContext {
  /** ARN of the revision to start. */
  readonly taskDefinition: string;
}

/** Which deployment it is. */
export interface Identity {
  readonly handle: Handle;
  /** False where AWS started none: a change of the count stays with the deployment that was there. */
  readonly isNew: boolean;
  readonly taskDefinition: string;
  /** What startedBy of its tasks says. */
  readonly startedBy: (service: ServiceState) => string | undefined;
}

/** A deployment that runs at AWS. */
export interface Started extends Identity {
  /** Watches for the minutes of the request, or for so many. */
  readonly watch: (tell: (entry: TimelineEntry) => void, minutes?: number) => Promise<Watched<Look>>;
  /** Ends it and returns to what served before, for a run that is cancelled; sent once. */
  readonly rollBack: (ports: Ports) => Promise<Stop>;
  /** What the post step needs to know of it. */
  readonly course: Course;
}
