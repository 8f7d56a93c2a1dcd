import type { ContainerDefinition } from '@aws-sdk/client-ecs';
import type { CurrentState } from './current.ts';
import type { DeployRequest } from './request.ts';

/** What is asked for, against what is there. */
export interface Situation {
  readonly request: DeployRequest;
  readonly current: CurrentState;
  /** The containers of the revision asked for. */
  readonly containers: readonly ContainerDefinition[];
}
