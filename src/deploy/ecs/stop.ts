import type { ECS } from '@aws-sdk/client-ecs';
import type { ServiceReader } from '../../service/describe.ts';
import type { ServiceState } from '../../service/service.ts';
import type { Clock } from '../../clock.ts';
import type { ServiceSettings } from '../request.ts';
import type { Means } from '../stop.ts';
import { recordPhase, type RollingRun, type ServiceDeploymentRecord } from './rules.ts';
import { startRolling } from './start.ts';

export interface StopRollingPorts {
  readonly ecs: ServiceReader;
  /** Sends once; see aws/retry.ts. */
  readonly once: Pick<ECS, 'updateService' | 'stopServiceDeployment'>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

export interface StopRolling {
  readonly run: RollingRun;
  /** ARN of the revision that was deployed successfully before, as far as that is known. */
  readonly lastSuccessful: string | undefined;
  /** The service as it was seen last. */
  readonly service: ServiceState;
  /** The service deployment, once it can be read. */
  readonly record: ServiceDeploymentRecord | undefined;
  /** Told the id of the deployment that brings back what was, where one is started for that. */
  readonly rolledBackBy: (deploymentId: string) => void;
}

/**
 * StopServiceDeployment with ROLLBACK, which AWS allows with and without a circuit breaker. Where there is no
 * record to stop (no permission to read it, or it is not there), one UpdateService brings back the
 * revision that was deployed successfully before.
 */
export function meansToRollBack(ports: StopRollingPorts, stop: StopRolling): Means {
  const { record } = stop;
  if (record === undefined) return meansToReturn(ports, stop);
  switch (recordPhase(record)) {
    case 'moving':
    case 'rolling-back':
    case 'unknown':
      return {
        kind: 'call',
        action: 'ecs:StopServiceDeployment',
        restores: true,
        send: () =>
          ports.once.stopServiceDeployment({ serviceDeploymentArn: record.arn, stopType: 'ROLLBACK' }),
        over: OVER,
      };
    case 'successful':
    case 'stopped':
    case 'rolled-back':
    case 'rollback-failed':
      return { kind: 'not-yet' };
  }
}

const OVER: ReadonlySet<string> = new Set(['ConflictException', 'ServiceDeploymentNotFoundException']);

/** UpdateService back to the revision that was deployed successfully before. */
export function meansToReturn(ports: StopRollingPorts, stop: StopRolling): Means {
  const { service, run, rolledBackBy, lastSuccessful: last } = stop;
  if (last === undefined) {
    return {
      kind: 'impossible',
      why: `${service.name} has no revision that was deployed successfully before and could be returned to`,
    };
  }
  return {
    kind: 'call',
    action: 'ecs:UpdateService',
    restores: true,
    send: async () => {
      const returned = await startRolling(ports, {
        before: service,
        taskDefinition: last,
        force: last === run.taskDefinition,
        settings: AS_THEY_ARE,
      });
      rolledBackBy(returned.deploymentId);
    },
    over: NOTHING,
  };
}

const AS_THEY_ARE: ServiceSettings = {
  forceNewDeployment: undefined,
  desiredCount: undefined,
  propagateTags: undefined,
  managedTags: undefined,
};

const NOTHING: ReadonlySet<string> = new Set();

/** ARN of the revision that was deployed successfully last, as far as the service still lists its deployment. */
export const lastSuccessful = ({ deployments }: ServiceState, succeeded?: string): string | undefined =>
  deployments.find(({ id, rolloutState }) => rolloutState === 'COMPLETED' || id === succeeded)
    ?.taskDefinition;
