import { between, type Chance } from '../../sandbox/chance.ts';
import { often, pick } from '../draw.ts';
import type { Act, ChaosScenario } from '../scenario.ts';
import { optionalActions } from './fault.ts';
import { momentFrom } from './moment.ts';

/** What somebody else does meanwhile. */
export function actFrom(chance: Chance, scenario: Pick<ChaosScenario, 'service' | 'scaling'>): Act {
  const tag = pick(chance, ['v1', 'v2', 'v3', 'v3', 'fault-crash']);
  const does = pick<Act['does']>(chance, [
    { kind: 'deploy', tag },
    { kind: 'deploy', tag },
    { kind: 'deploy', tag },
    scenario.service.strategy === 'rolling' ? { kind: 'force' } : { kind: 'deploy', tag },
    { kind: 'register', tag },
    { kind: 'scale', desiredCount: between(chance, 0, 8) },
    { kind: 'stop', rollback: often(chance, 0.5) },
    { kind: 'stop', rollback: often(chance, 0.5) },
    { kind: 'stop-task' },
    { kind: 'delete-service' },
    { kind: 'deny', action: pick(chance, ['ecs:DescribeServices', ...optionalActions(scenario)]) },
  ]);
  return { ...momentFrom(chance), does };
}
