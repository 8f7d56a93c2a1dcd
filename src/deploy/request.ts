import type { RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';
import type { Location } from '../inputs/problem.ts';
import type { Path } from '../inputs/node.ts';
import type { AppSpec } from '../appspec/appspec.ts';
import type { ServiceVolume } from '../service/volume.ts';
import type { DeploymentSettings } from './ecs/settings.ts';
import type { RunIdentity } from './run.ts';

export type ActionName = 'ecs-update-service' | 'bluegreen-deploy' | 'rollback';

/** Everything the user asked for, files read and checked: the desired state of one service. */
export interface DeployRequest {
  readonly action: ActionName;
  readonly cluster: string;
  readonly service: string;
  readonly revision: AskedRevision;
  readonly settings: ServiceSettings;
  readonly codeDeploy: CodeDeployRequest;
  readonly control: ControlRequest;
  /** What Application Auto Scaling is kept from while this run deploys; absent means nothing. */
  readonly suspendScaling?: 'in' | 'all';
  readonly run: RunIdentity;
  readonly pinImages: boolean;
  readonly dryRun: boolean;
  readonly wait: boolean;
  /** Whole minutes; absent means the default of the controller. */
  readonly waitMinutes?: number;
}

/** What is asked of a service, but for the revision. */
export type ServiceRequest = Omit<DeployRequest, 'revision'>;

/** What to deploy: a file, or a revision that someone else registered. */
export type AskedRevision = FileRevision | RegisteredRevision;

export interface RegisteredRevision {
  readonly kind: 'registered';
  readonly reference: string;
  /** The digest of each image when the revision was deployed before, as far as AWS tells. */
  readonly images?: ReadonlyMap<string, string>;
}

export interface FileRevision {
  readonly kind: 'file';
  readonly definition: RegisterTaskDefinitionCommandInput;
  /** Where a member stands in the file. */
  readonly locate: (path: Path) => Location;
}

/** Service-level values; undefined means: leave as it is. */
export interface ServiceSettings {
  readonly forceNewDeployment: boolean | undefined;
  readonly desiredCount: number | undefined;
  readonly propagateTags: string | undefined;
  readonly managedTags: boolean | undefined;
  readonly volume?: ServiceVolume | undefined;
  readonly deployment?: DeploymentSettings | undefined;
}

/** What this run does when a deployment is in the way, fails or is cut off. */
export interface ControlRequest {
  readonly whenInProgress: 'fail' | 'wait' | 'replace' | 'join';
  /** How many tasks must stop for one cause before this run ends the deployment itself; at least 1. */
  readonly stopAfterFailedTasks: number;
  /** What becomes of a deployment that this run ends. */
  readonly onFailure: 'rollback' | 'leave';
  /** What becomes of a deployment when the runner ends this step. */
  readonly onCancel: 'leave' | 'rollback';
  /** Seconds that new tasks must be up before they count as deployed; absent means none. */
  readonly stableFor?: number | 'default';
}

export interface CodeDeployRequest {
  readonly application?: string;
  readonly group?: string;
  readonly config?: string;
  /** The user's own words in the description. */
  readonly description?: string;
  readonly appSpec?: AppSpec;
  readonly endPreviousWait: boolean;
  readonly waitForTermination: boolean;
}
