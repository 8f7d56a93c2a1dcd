import { between, type Chance, fraction } from '../sandbox/chance.ts';
import { faultKinds } from '../sandbox/faults/fault.ts';
import type {
  Act,
  Alarm,
  BlueGreenService,
  ChaosFault,
  ChaosRequest,
  ChaosScenario,
  Moment,
  RollingService,
} from './scenario.ts';

/** The scenario of a seed: the same seed gives the same one for ever. */
export function generate(seed: number): ChaosScenario {
  const chance: Chance = { state: Math.imul(seed, 0x9e3779b1) };
  const service = often(chance, 0.6) ? rollingService(chance) : blueGreenService(chance);
  // A fine look at a long deployment takes a thousand calls: the finer, the shorter it is watched.
  const pace = pick(chance, [1, 3, 8, 20, 20, 30, 30, 40]);
  const operations = service.strategy === 'rolling' ? rollingOperations : blueGreenOperations;
  return {
    seed,
    service,
    tag: pick(chance, TAGS),
    request: request(chance, service, pace),
    control: {
      whenInProgress: pick(chance, ['fail', 'fail', 'wait', 'replace', 'join']),
      stopAfterFailedTasks: pick(chance, [1, 3, 3, 3, 5, 1_000]),
      onFailure: pick(chance, ['rollback', 'rollback', 'leave']),
      onCancel: pick(chance, ['leave', 'rollback']),
    },
    pace,
    faults: many(chance, [0, 0, 0, 1, 1, 2, 4], () => fault(chance, operations)),
    deny: many(chance, [0, 0, 0, 0, 0, 0, 1, 2], () => pick(chance, optionalActions(service))),
    others: many(chance, [0, 0, 0, 1, 1, 2], () => act(chance, service)),
    ...(often(chance, 0.2) ? { cancel: moment(chance) } : {}),
    ...(often(chance, 0.25) ? { again: { afterSeconds: pick(chance, [1, 10, 60, 600]) } } : {}),
  };
}

/** What is deployed: half of the time it runs. */
export const TAGS = [
  ...Array.from({ length: 9 }, () => 'v2' as const),
  'v1',
  'missing',
  'fault-slow',
  'fault-slow',
  'fault-crash',
  'fault-crash',
  'fault-crash-late',
  'fault-exit-code-3',
  'fault-exec-format',
  'fault-oom',
  'fault-unpullable',
  'fault-arch',
  'fault-no-route',
  'fault-layers',
  'fault-secret',
  'fault-secret-denied',
  'fault-log-group',
  'fault-unhealthy',
  'fault-unhealthy',
  'fault-no-capacity',
  'fault-spot',
  'fault-stop-timeout',
] as const;

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

function request(chance: Chance, service: ChaosScenario['service'], pace: number): ChaosRequest {
  const isRolling = service.strategy === 'rolling';
  return {
    wait: !often(chance, 0.05),
    waitMinutes: pick(chance, pace < 8 ? [1, 3, 4] : pace < 20 ? [3, 5, 10] : [3, 5, 10, 15, 25]),
    dryRun: often(chance, 0.03),
    pinImages: often(chance, 0.1),
    force: isRolling && often(chance, 0.1),
    ...(isRolling && often(chance, 0.1) ? { desiredCount: between(chance, 0, 8) } : {}),
    waitForTermination: !isRolling && often(chance, 0.3),
  };
}

const reads = [
  'ecs:DescribeServices',
  'ecs:DescribeServices',
  'ecs:ListTasks',
  'ecs:DescribeTasks',
  'ecs:DescribeTaskDefinition',
  'ecr:BatchGetImage',
  '*',
];
const rollingOperations = [
  ...reads,
  'ecs:RegisterTaskDefinition',
  'ecs:UpdateService',
  'ecs:UpdateService',
  'ecs:ListServiceDeployments',
  'ecs:DescribeServiceDeployments',
];
const blueGreenOperations = [
  ...reads,
  'ecs:RegisterTaskDefinition',
  'codedeploy:CreateDeployment',
  'codedeploy:CreateDeployment',
  'codedeploy:GetDeployment',
  'codedeploy:GetDeployment',
  'codedeploy:BatchGetDeploymentTargets',
  'codedeploy:ListDeployments',
  'codedeploy:StopDeployment',
];

function fault(chance: Chance, operations: readonly string[]): ChaosFault {
  const operation = pick(chance, operations);
  const kind = pick(chance, faultKinds);
  const isMutation = /Register|Update|Create|Stop/.test(operation);
  return {
    operation,
    kind,
    after: isMutation ? pick(chance, [0, 0, 0, 1]) : pick(chance, [0, 2, 3, 4, 5, 8, 13, 21, 34, 55]),
    times: kind === 'expired-token' ? 1_000_000 : pick(chance, [1, 1, 2, 3, 8, 20]),
    seconds: pick(chance, [1, 2, 5, 10, 30]),
  };
}

/** What a deployment can do without, with a warning. */
const optionalActions = ({ strategy }: ChaosScenario['service']): readonly string[] => [
  'ecs:ListTasks',
  'ecs:DescribeTasks',
  'ecr:BatchGetImage',
  ...(strategy === 'rolling'
    ? ['ecs:ListServiceDeployments', 'ecs:DescribeServiceDeployments']
    : ['codedeploy:StopDeployment']),
];

function act(chance: Chance, service: ChaosScenario['service']): Act {
  const tag = pick(chance, ['v1', 'v2', 'v3', 'v3', 'fault-crash']);
  const does = pick<Act['does']>(chance, [
    { kind: 'deploy', tag },
    { kind: 'deploy', tag },
    { kind: 'deploy', tag },
    service.strategy === 'rolling' ? { kind: 'force' } : { kind: 'deploy', tag },
    { kind: 'register', tag },
    { kind: 'scale', desiredCount: between(chance, 0, 8) },
    { kind: 'stop', rollback: often(chance, 0.5) },
    { kind: 'stop', rollback: often(chance, 0.5) },
    { kind: 'stop-task' },
    { kind: 'delete-service' },
    { kind: 'deny', action: pick(chance, ['ecs:DescribeServices', ...optionalActions(service)]) },
  ]);
  return { ...moment(chance), does };
}

/** The first call is before everything: then a deployment is in the way. */
const moment = (chance: Chance): Moment =>
  often(chance, 0.1)
    ? { call: 1 }
    : often(chance, 0.5)
      ? { seconds: pick(chance, [0, 1, 5, 14, 30, 45, 60, 90, 150, 300, 600]) + between(chance, 0, 9) }
      : { call: between(chance, 1, 60) };

const often = (chance: Chance, probability: number): boolean => fraction(chance) < probability;

function pick<T>(chance: Chance, choices: readonly T[]): T {
  const chosen = choices[between(chance, 0, choices.length - 1)];
  if (chosen === undefined) throw new RangeError('There is nothing to pick from.');
  return chosen;
}

const many = <T>(chance: Chance, counts: readonly number[], make: () => T): readonly T[] =>
  Array.from({ length: pick(chance, counts) }, make);
