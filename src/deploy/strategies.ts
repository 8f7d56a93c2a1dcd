import type { ServiceState } from '../service/service.ts';
import { codeDeployStrategy } from './codedeploy/strategy.ts';
import { ecsStrategy } from './ecs/strategy.ts';
import type { Strategy } from './strategy.ts';

/** Chosen once, before anything is changed; what no strategy takes was refused by the plan. */
export function strategyFor({ controller }: Pick<ServiceState, 'controller'>): Strategy {
  return controller === 'CODE_DEPLOY' ? codeDeployStrategy : ecsStrategy;
}
