import { between, type Chance } from '../../sandbox/chance.ts';
import { often, pick } from '../draw.ts';
import type { Alarm, BlueGreenService, ChaosScenario, RollingService } from '../scenario.ts';

/** The service, as it was defined before anything happens. */
export const serviceFrom = (chance: Chance): ChaosScenario['service'] =>
  often(chance, 0.6) ? rollingService(chance) : blueGreenService(chance);

function rollingService(chance: Chance): RollingService {
  const [minimumHealthyPercent, maximumPercent] = pick(chance, [
    [100, 200],
    [100, 200],
    [100, 200],
    [100, 200],
    [100, 150],
    [50, 200],
    [50, 150],
    [50, 100],
    [0, 200],
    [0, 100],
    [100, 100],
  ] as const);
  const native = often(chance, 0.15)
    ? {
        strategy: pick(chance, ['BLUE_GREEN', 'BLUE_GREEN', 'LINEAR', 'CANARY'] as const),
        bakeTimeInMinutes: pick(chance, [0, 1, 3]),
      }
    : undefined;
  return {
    strategy: 'rolling',
    desiredCount: between(chance, 0, 8),
    breaker: pick(chance, ['rollback', 'rollback', 'rollback', 'no-rollback', 'off']),
    loadBalancer: often(chance, 0.4) && native === undefined,
    ...(native === undefined ? {} : { native }),
    minimumHealthyPercent,
    maximumPercent,
    ...(often(chance, 0.15) ? { alarm: { ...alarm(chance), rollback: often(chance, 0.7) } } : {}),
  };
}

function blueGreenService(chance: Chance): BlueGreenService {
  const events = ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM', 'DEPLOYMENT_STOP_ON_REQUEST'] as const;
  return {
    strategy: 'codedeploy',
    desiredCount: between(chance, 0, 8),
    config: pick(chance, [
      'CodeDeployDefault.ECSAllAtOnce',
      'CodeDeployDefault.ECSAllAtOnce',
      'CodeDeployDefault.ECSLinear10PercentEvery1Minutes',
      'CodeDeployDefault.ECSCanary10Percent5Minutes',
    ]),
    terminationWaitMinutes: pick(chance, [0, 0, 5, 60]),
    autoRollback: pick(chance, [events, events, [], ['DEPLOYMENT_FAILURE']]),
    ...(often(chance, 0.2) ? { alarm: alarm(chance) } : {}),
  };
}

const alarm = (chance: Chance): Alarm => ({
  at: between(chance, 5, 400),
  times: pick(chance, [1, 1, 2]),
});
