import { beforeAll, expect, test } from '@jest/globals';
import { type Mount, mountClients } from '../../chaos/mount.ts';
import { type Invariant, INVARIANTS, judge } from '../../chaos/oracle.ts';
import { play, type Subject } from '../../chaos/run.ts';
import { ACTIONS } from '../../chaos/trial.ts';
import type { ChaosScenario } from '../../chaos/scenario.ts';
import { patient } from '../support/deployment.ts';
import { deploy } from '../../src/deploy/deploy.ts';
import { settle } from '../../src/deploy/settle.ts';
import { rollBack } from '../../src/rollback/rollback.ts';
import { type Outcome, type Rule, type Status, verdict } from '../../src/deploy/outcome.ts';
import type { DeployRequest } from '../../src/deploy/request.ts';
import type { Ports } from '../../src/deploy/ports.ts';

let mount: Mount;
beforeAll(async () => {
  mount = await mountClients();
});

/** A rolling service of two tasks that is deployed with nothing in the way, with changes. */
const calm = (changes: Partial<ChaosScenario> = {}): ChaosScenario => ({
  seed: 1,
  service: {
    strategy: 'rolling',
    desiredCount: 2,
    breaker: 'rollback',
    loadBalancer: false,
    minimumHealthyPercent: 100,
    maximumPercent: 200,
  },
  tag: 'v2',
  request: {
    wait: true,
    waitMinutes: 15,
    dryRun: false,
    pinImages: false,
    force: false,
    waitForTermination: false,
  },
  control: patient,
  scaling: { before: { in: false, out: false, scheduled: false } },
  pace: 5,
  faults: [],
  deny: [],
  others: [],
  ...changes,
});

/** One that ECS deploys BLUE_GREEN behind a load balancer. */
const routed: ChaosScenario['service'] = {
  strategy: 'rolling',
  desiredCount: 2,
  breaker: 'rollback',
  loadBalancer: true,
  isRouted: true,
  native: { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 0 },
  minimumHealthyPercent: 100,
  maximumPercent: 200,
};

const crashing = calm({ tag: 'fault-crash' });

/** A mutant of `deploy` that ends otherwise than it does. */
const otherEnd = (change: (outcome: Outcome) => Outcome): Partial<Subject> => ({
  deploy: async (request, ports) => change(await deploy(request, ports)),
});

/** A mutant that gives another verdict, from the same facts. */
const saying = (status: Status, rule: Rule): Partial<Subject> =>
  otherEnd((outcome) => ({ ...outcome, verdict: verdict(status, rule, outcome.verdict.facts) }));

/** A mutant that asks for something else. */
const asking = (change: (request: DeployRequest) => DeployRequest): Partial<Subject> => ({
  deploy: (request, ports) => deploy(change(request), ports),
});

/** A mutant whose second run takes what is there for well. */
const lookingTwice: Partial<Subject> = {
  deploy: async (request, ports) => {
    if (request.run.runAttempt === '1') return deploy(request, ports);
    const planned = await deploy({ ...request, dryRun: true }, ports);
    return { ...planned, verdict: verdict('unchanged', 'already-running') };
  },
};

/** A mutant that does more once it has deployed. */
const doingMore = (more: (ports: Ports) => Promise<unknown>): Partial<Subject> => ({
  deploy: async (request, ports) => {
    const outcome = await deploy(request, ports);
    await more(ports);
    return outcome;
  },
});

async function update({ aws }: Ports, taskDefinition: string): Promise<void> {
  const where = { cluster: 'shop', service: 'worker' };
  await (await aws.ecsOnce()).updateService({ ...where, taskDefinition, forceNewDeployment: true });
}

async function register({ aws }: Ports): Promise<void> {
  const containerDefinitions = [{ name: 'worker', image: 'worker', memory: 128 }];
  await (await aws.ecsOnce()).registerTaskDefinition({ family: 'worker', containerDefinitions });
}

interface Mutant {
  readonly scenario: ChaosScenario;
  readonly subject: Partial<Subject>;
}

const MUTANTS: Readonly<Record<Invariant, Mutant>> = {
  'ends by itself': { scenario: calm(), subject: { deploy: () => new Promise(() => undefined) } },
  'throws nothing': {
    scenario: calm(),
    subject: { deploy: () => Promise.reject(new RangeError('nobody thought of it')) },
  },
  'ends within its limit': {
    scenario: calm(),
    subject: doingMore(({ clock, signal }) => clock.sleep(20 * 60_000, signal)),
  },
  'deployed is what serves': { scenario: crashing, subject: saying('deployed', 'completed') },
  'what serves is not red': { scenario: calm(), subject: saying('failed', 'service-deployment-stopped') },
  'rolled-back serves what served before': {
    scenario: calm(),
    subject: saying('rolled-back', 'previous-restored'),
  },
  'superseded by somebody else': { scenario: crashing, subject: saying('superseded', 'replaced') },
  'unchanged sent nothing but a count': { scenario: calm(), subject: saying('unchanged', 'already-running') },
  'deployed stays up for stable-for': {
    scenario: calm({ tag: 'fault-crash-late', control: { ...patient, stableFor: 120 } }),
    subject: asking((request) => ({ ...request, control: patient })),
  },
  'unchanged stays up': {
    scenario: calm({
      tag: 'fault-crash-late',
      control: { ...patient, onFailure: 'leave', stableFor: 30 },
      again: { afterSeconds: 60 },
    }),
    subject: lookingTwice,
  },
  'is configured as asked': {
    scenario: calm({ configuration: { strategy: 'BLUE_GREEN', bakeMinutes: 0 } }),
    subject: asking((request) => ({ ...request, settings: { ...request.settings, deployment: undefined } })),
  },
  'goes back one revision': {
    scenario: calm({ rollback: {} }),
    subject: { rollBack: (request, ports) => rollBack({ ...request, to: 'worker:2' }, ports) },
  },
  'starts nothing over dead traffic': {
    scenario: calm({
      service: routed,
      others: [{ call: 1, does: { kind: 'reset-rule' } }],
      again: { afterSeconds: 1 },
    }),
    subject: {
      deploy: async (request, ports) => {
        const outcome = await deploy({ ...request, dryRun: true }, ports);
        await update(ports, 'worker:1');
        return outcome;
      },
    },
  },
  'starts one deployment at most': {
    scenario: calm(),
    subject: doingMore((ports) => update(ports, 'worker:2')),
  },
  'rolls back once at most': {
    scenario: calm(),
    subject: doingMore(async (ports) => {
      const { taskDefinitionArn } =
        (await (await ports.aws.ecs()).describeTaskDefinition({ taskDefinition: 'worker:1' }))
          .taskDefinition ?? {};
      await update(ports, taskDefinitionArn ?? '');
      await update(ports, taskDefinitionArn ?? '');
    }),
  },
  'refused changes nothing': { scenario: calm({ tag: 'missing' }), subject: doingMore(register) },
  'changes nothing after its end': {
    scenario: calm(),
    subject: {
      deploy: async (request, ports) => {
        const outcome = await deploy(request, ports);
        void ports.clock.sleep(1_000, ports.signal).then(() => register(ports));
        return outcome;
      },
    },
  },
  'names the deployment it started': {
    scenario: crashing,
    subject: otherEnd(({ handle, ...outcome }) => {
      expect(handle).toBeDefined();
      return outcome;
    }),
  },
  'names the cause': { scenario: crashing, subject: otherEnd((outcome) => ({ ...outcome, causes: [] })) },
  'leaves what it started to the post step': {
    scenario: calm({ second: { tag: 'v2' }, kill: { seconds: 20 } }),
    subject: {
      deploy: (request, ports) =>
        deploy(request, request.service === 'mailer' ? { ...ports, keep: () => undefined } : ports),
    },
  },
  'carries out on-cancel': {
    scenario: calm({ kill: { seconds: 20 }, control: { ...patient, onCancel: 'rollback' } }),
    subject: { settle: (course, ports) => settle({ ...course, onCancel: 'leave' }, ports) },
  },
  'restores what it suspended': {
    scenario: calm(),
    subject: doingMore(async ({ aws }) =>
      (await aws.autoScaling()).registerScalableTarget({
        ServiceNamespace: 'ecs',
        ResourceId: 'service/shop/worker',
        ScalableDimension: 'ecs:service:DesiredCount',
        SuspendedState: { DynamicScalingInSuspended: true },
      }),
    ),
  },
};

const broken = async ({ scenario, subject }: Mutant): Promise<readonly Invariant[]> =>
  judge(await play(scenario, mount, { ...ACTIONS, ...subject })).map(({ invariant }) => invariant);

test.each([
  ['a version that runs', calm()],
  ['a version that crashes and is rolled back', crashing],
  ['a version that is refused', calm({ tag: 'missing' })],
  ['a rollback', calm({ rollback: {} })],
  ['a second service beside the first one', calm({ second: { tag: 'fault-crash' } })],
  ['a version to which ECS shifts the traffic', calm({ service: routed })],
  [
    'a step that is killed and rolled back by its post step',
    calm({ kill: { seconds: 20 }, control: { ...patient, onCancel: 'rollback' } }),
  ],
])('%s breaks no invariant', async (_name, scenario) => {
  expect(await broken({ scenario, subject: {} })).toEqual([]);
});

test('a post step that returns by a deployment of its own is not superseded by it', async () => {
  const cut = calm({
    cancel: { call: 6 },
    faults: [{ operation: 'ecs:UpdateService', kind: 'reset-after', after: 0, times: 1, seconds: 1 }],
    control: { ...patient, onCancel: 'rollback' },
  });
  const run = await play(cut, mount, ACTIONS);
  expect(judge(run)).toEqual([]);
  expect(run.attempts.map(({ step, end }) => [step, 'outcome' in end && end.outcome.verdict.status])).toEqual(
    [
      ['main', 'cancelled'],
      ['post', 'rolled-back'],
    ],
  );
});

test.each(Object.keys(INVARIANTS).filter((name) => name in MUTANTS))('a mutant breaks: %s', async (name) => {
  const mutant = new Map<string, Mutant>(Object.entries(MUTANTS)).get(name);
  if (mutant === undefined) throw new Error('There is no mutant of this invariant.');
  expect(await broken(mutant)).toContain(name);
});
