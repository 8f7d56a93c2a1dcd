import type { ServiceState } from '../service/service.ts';
import type { CurrentState } from './current.ts';
import type { Handle } from './outcome.ts';
import type { DeployPlan, JoinPlan } from './plan.ts';
import type { Ports } from './ports.ts';
import type { DeployRequest } from './request.ts';
import type { TimelineEntry } from './timeline.ts';
import type { Look, Watched } from './watch.ts';

/** How one deployment controller deploys. */
export interface Strategy {
  /** Waits, in bounds and visibly, for what must be quiet before anything is registered. */
  readonly prepare: (plan: DeployPlan, context: DeployContext) => Promise<CurrentState>;
  /** The one mutating call that starts a deployment. */
  readonly start: (plan: DeployPlan, context: StartContext) => Promise<Started>;
  /** Takes up a deployment that an earlier attempt of this run started. */
  readonly join: (plan: JoinPlan, context: DeployContext) => Promise<Started>;
}

export interface DeployContext {
  readonly request: DeployRequest;
  readonly current: CurrentState;
  readonly ports: Ports;
}

export interface StartContext extends DeployContext {
  /** ARN of the revision to start. */
  readonly taskDefinition: string;
}

/** A deployment that runs at AWS. */
export interface Started {
  readonly handle: Handle;
  /** False where AWS started none: a change of the count stays with the deployment that was there. */
  readonly isNew: boolean;
  readonly taskDefinition: string;
  readonly watch: (tell: (entry: TimelineEntry) => void) => Promise<Watched<Look>>;
  /** What startedBy of its tasks says. */
  readonly startedBy: (service: ServiceState) => string | undefined;
}
