import type { RegistryImage } from '../images/describe.ts';
import type { LiveGroup } from '../listener/listener.ts';
import type { ServiceState } from '../service/service.ts';
import type { ScalableTarget } from '../scaling/suspension.ts';
import type { Revision } from '../task-definition/revision.ts';

/** What AWS has now, all of it read before anything is changed. */
export interface CurrentState {
  readonly service: ServiceState;
  /** Id of the PRIMARY deployment that succeeded, though old tasks of it are still being stopped. */
  readonly succeeded?: string;
  /** The revision of the PRIMARY deployment or task set. */
  readonly running?: Revision;
  /** The newest ACTIVE revision of the family in the file. */
  readonly newest?: Revision;
  /** The revision that the input names, when it names one. */
  readonly asked?: Revision;
  /** What the registries have under the images asked for. */
  readonly images: ReadonlyMap<string, RegistryImage>;
  /** Digests of the running tasks' containers, by container name; absent where another revision runs, or when they could not be read. */
  readonly runningDigests?: ReadonlyMap<string, readonly (string | undefined)[]>;
  /** When the newest of these tasks began to run, in milliseconds since 1970 by AWS's clock; absent where one has not. */
  readonly newestStart?: number;
  /** What Application Auto Scaling says of the service, when it is a scalable target. */
  readonly scalable?: ScalableTarget;
  /** The target groups between which ECS shifts the traffic; absent where it does not, or when they could not be read. */
  readonly live?: readonly LiveGroup[];
  /** AWS's words where the service deployments may not be read; asked only where they alone tell the end. */
  readonly recordsDenied?: string;
  readonly codeDeploy?: CodeDeployState;
}

/** The application and group that deploy the service, and the deployment that is in the way. */
export interface CodeDeployState {
  readonly application: string;
  readonly group: string;
  /** Minutes the group waits for a person or a time-out before it reroutes traffic. */
  readonly readyWaitMinutes: number;
  /** Minutes the old task set is kept after the traffic was shifted. */
  readonly terminationWaitMinutes: number;
  readonly active?: ActiveDeployment;
}

export interface ActiveDeployment {
  readonly id: string;
  readonly description: string;
  /** ARN of the revision that it deploys, or brings back, as far as that is known. */
  readonly taskDefinition?: string;
  /** True when all traffic is shifted and only the termination of the old task set is awaited. */
  readonly onlyTerminates: boolean;
  /** True when CodeDeploy itself made it, to roll another one back. */
  readonly isRollback?: true;
  /** Id of the deployment that it rolls back. */
  readonly rollbackOf?: string;
  /** Minutes until that happens, as far as AWS tells. */
  readonly minutesLeft?: number;
}
