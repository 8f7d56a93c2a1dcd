import type { AwsClients } from '../aws/clients.ts';
import type { ServiceState } from '../service/service.ts';
import type { Handle } from './outcome.ts';
import type { ActionName, ControlRequest, DeployRequest } from './request.ts';
import type { SentStop } from './stop.ts';

/**
 * How far this run has come on one service, as the post step needs to know it when the run is cut off:
 * kept from the moment before anything is started, in the runner's state, as plain JSON.
 */
export interface Course {
  readonly action: ActionName;
  readonly region: string;
  readonly cluster: string;
  readonly service: string;
  readonly onCancel: ControlRequest['onCancel'];
  /** ARN of the revision that is deployed. */
  readonly taskDefinition: string;
  /** Ids of the deployments that were there before. */
  readonly before: readonly string[];
  /** ARN of the revision that was deployed successfully before. */
  readonly lastSuccessful?: string;
  /** Seconds that the new tasks must be up once ECS calls the deployment complete; absent for none. */
  readonly stableFor?: number;
  /** Id of the newest event of the service before the start: what came later is of the deployment. */
  readonly lastEvent?: string;
  /** Where a CodeDeploy deployment of ours is looked for, and by which description. */
  readonly codeDeploy?: {
    readonly application: string;
    readonly group: string;
    readonly description: string;
  };
  /** What was started; absent while the call that starts it has not been answered. */
  readonly handle?: Handle;
  /** When ECS made it, in milliseconds since 1970, by AWS's clock. */
  readonly createdAt?: number;
  /** The call of this run that ends it, from the moment before it is sent. */
  readonly stop?: SentStop | undefined;
  /** The deployment by which this run returned to what was there before. */
  readonly rolledBackBy?: string;
  /** True once this run has told how it ended, and nothing is left to do. */
  readonly isTold: boolean;
}

type Way = Pick<Course, 'taskDefinition' | 'before' | 'codeDeploy' | 'stableFor'> & {
  /** The service before the start. */
  readonly service: ServiceState;
  readonly lastSuccessful?: string | undefined;
};

/** The course of a run that is about to start its deployment. */
export function courseOf(
  { action, cluster, service, control }: DeployRequest,
  { aws }: { readonly aws: Pick<AwsClients, 'region'> },
  { service: { events }, lastSuccessful, stableFor = 0, ...way }: Way,
): Course {
  const [newest] = events;
  return {
    action,
    region: aws.region,
    cluster,
    service,
    onCancel: control.onCancel,
    ...way,
    ...(lastSuccessful === undefined ? {} : { lastSuccessful }),
    ...(stableFor === 0 ? {} : { stableFor }),
    ...(newest === undefined ? {} : { lastEvent: newest.id }),
    isTold: false,
  };
}

/** For a deployment that is only watched: this run ends nothing that fails. */
export const NO_INTERVENTION: ControlRequest = {
  whenInProgress: 'fail',
  stopAfterFailedTasks: Infinity,
  onFailure: 'leave',
  onCancel: 'leave',
};
