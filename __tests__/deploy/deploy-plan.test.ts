import { describe, expect, test } from '@jest/globals';
import { outcomeSentence } from '../../src/report/outcome.ts';
import { denyNow, file, noSettings, patient, sendNow, stage, type Stage } from '../support/deployment.ts';
import { registry, targetGroup, workerScenario } from '../support/sandbox.ts';

const worker = (revision: number): string =>
  `arn:aws:ecs:us-east-1:123456789012:task-definition/worker:${revision}`;
const messages = (outcome: { readonly problems: readonly { readonly message: string }[] }): string =>
  outcome.problems.map(({ message }) => message).join('\n');

describe('what already runs', () => {
  test('is unchanged, and nothing is sent', async () => {
    const shop = stage();
    const outcome = await shop.deploy({ revision: file('v1') });
    expect(outcome.verdict).toMatchObject({ status: 'unchanged', rule: 'already-running' });
    expect(outcome.taskDefinition).toBe(worker(1));
    expect(shop.mutations()).toEqual([]);
    expect(shop.told.handles).toEqual([]);
  });

  test('is unchanged after it was deployed by this toolkit, in spite of the tags of the run', async () => {
    const shop = stage();
    await shop.deploy();
    shop.pass(120);
    const again = await shop.deploy({ run: { repository: 'example/shop', commit: 'd00d', runId: '78' } });
    expect(again.verdict.status).toBe('unchanged');
    expect(shop.mutations()).toHaveLength(2);
  });

  test('is started anew when its tag names another image now, and the plan says why', async () => {
    const shop = stage();
    const [repository] = shop.sandbox.world.ecr.repositories;
    const [first, second] = repository?.images ?? [];
    first?.tags.splice(0, 1);
    second?.tags.push('v1');
    const outcome = await shop.deploy({ revision: file('v1') });
    expect(outcome).toMatchObject({
      verdict: { status: 'deployed' },
      taskDefinition: worker(1),
      imageVerified: 'true',
    });
    expect(shop.mutations()).toEqual(['ecs:UpdateService']);
    expect(sent(shop, 'UpdateService')).toMatchObject({ forceNewDeployment: true });
    expect(shop.told.lines.join('\n')).toContain(`the tag of ${registry}/worker:v1 names another image`);
  });

  test.each([
    {
      why: 'ecr:BatchGetImage is not allowed',
      scenario: workerScenario({ more: 'deny: [ecr:BatchGetImage]' }),
    },
    {
      why: 'it is not in a private registry of Amazon ECR',
      scenario: workerScenario().replaceAll(`${registry}/worker:v1`, 'public.example.com/worker:v1'),
      image: 'public.example.com/worker:v1',
    },
  ])('is started anew when it cannot be proven, since $why', async ({ why, scenario, image }) => {
    const shop = stage({ scenario });
    const asked = file('v1');
    const containers = (asked.definition.containerDefinitions ?? []).map((container) => ({
      ...container,
      image: image ?? container.image,
    }));
    const revision = { ...asked, definition: { ...asked.definition, containerDefinitions: containers } };
    const outcome = await shop.deploy({ revision });
    expect(outcome.verdict.status).toBe('deployed');
    expect(outcome.imageVerified).toBe('unknown');
    expect(shop.mutations()).toEqual(['ecs:UpdateService']);
    expect(shop.told.lines.join('\n')).toContain(why);
  });

  test('is started anew when asked by force-new-deployment', async () => {
    const shop = stage();
    const settings = { ...noSettings, forceNewDeployment: true };
    const outcome = await shop.deploy({ revision: file('v1'), settings });
    expect(outcome.verdict.status).toBe('deployed');
    expect(shop.mutations()).toEqual(['ecs:UpdateService']);
    expect(outcome.taskDefinition).toBe(worker(1));
  });

  test('but for the count is unchanged once the count is reached', async () => {
    const shop = stage();
    const settings = { ...noSettings, desiredCount: 3 };
    const outcome = await shop.deploy({ revision: file('v1'), settings });
    expect(outcome.verdict).toMatchObject({ status: 'unchanged', rule: 'count-reached' });
    expect(shop.mutations()).toEqual(['ecs:UpdateService']);
    expect((await shop.service()).runningCount).toBe(3);
  });

  test('but for the count is told that its bounds were not checked, where they may not be read', async () => {
    const deny = 'deny: [application-autoscaling:DescribeScalableTargets]';
    const shop = stage({ scenario: workerScenario({ more: deny }) });
    const settings = { ...noSettings, desiredCount: 3 };
    const outcome = await shop.deploy({ revision: file('v1'), settings });
    expect(outcome.verdict.status).toBe('unchanged');
    expect(shop.told.warnings.join('\n')).toMatch(/bounds of Application Auto Scaling was not checked/);
  });

  test('but for the count is not said to be started, nor saved as a deployment of this run', async () => {
    const shop = stage();
    await shop.deploy({ revision: file('v1'), settings: { ...noSettings, desiredCount: 3 } });
    expect(shop.told.handles).toEqual([]);
    expect(shop.told.lines.join('\n')).toContain('ECS started no deployment of worker');
  });

  test('but for the count is not said to be started without waiting, either', async () => {
    const settings = { ...noSettings, desiredCount: 3 };
    const outcome = await stage().deploy({ revision: file('v1'), settings, wait: false });
    expect(outcome.verdict.status).toBe('started');
    expect(outcomeSentence(outcome)).toContain('The count of worker is set. Nothing is proven');
  });

  test('but for a count that is never reached is timed-out, not deployed', async () => {
    const shop = stage();
    for (const { content } of shop.sandbox.world.ecs.taskDefinitions) {
      for (const container of content.containerDefinitions ?? [])
        container.image = 'example.com/worker:fault-crash';
    }
    const revision = { kind: 'registered', reference: 'worker:1' } as const;
    const settings = { ...noSettings, desiredCount: 3 };
    const outcome = await shop.deploy({ revision, settings, waitMinutes: 3 });
    expect(outcome.verdict.status).toBe('timed-out');
  });

  test('is deployed when a service-level input differs', async () => {
    const shop = stage();
    const settings = { ...noSettings, propagateTags: 'SERVICE' };
    const outcome = await shop.deploy({ revision: file('v1'), settings });
    expect(outcome.verdict.status).toBe('deployed');
    expect(sent(shop, 'UpdateService')).toMatchObject({ propagateTags: 'SERVICE' });
  });
});

describe('the revision that is deployed', () => {
  test('is a registered one that equals the file, when there is one', async () => {
    const shop = stage();
    const registered = await shop.register('v2');
    const outcome = await shop.deploy();
    expect(outcome).toMatchObject({ verdict: { status: 'deployed' }, taskDefinition: registered });
    expect(shop.mutations()).toEqual(['ecs:RegisterTaskDefinition', 'ecs:UpdateService']);
    expect(shop.sandbox.world.ecs.taskDefinitions).toHaveLength(2);
  });

  test('is a new one when the newest is another', async () => {
    const shop = stage();
    await shop.register('v2');
    await shop.register('v3');
    const outcome = await shop.deploy();
    expect(outcome.taskDefinition).toBe(worker(4));
  });

  test.each(['worker:2', worker(2)])(
    'is the one that is named, %s, and nothing is registered',
    async (reference) => {
      const shop = stage();
      await shop.register('v2');
      const outcome = await shop.deploy({ revision: { kind: 'registered', reference } });
      expect(outcome).toMatchObject({ verdict: { status: 'deployed' }, taskDefinition: worker(2) });
      expect(shop.sandbox.world.ecs.taskDefinitions).toHaveLength(2);
    },
  );

  test('is the older one that is named, though it has the same content as the running one', async () => {
    const shop = stage();
    await shop.register('v1');
    const outcome = await shop.deploy({ revision: { kind: 'registered', reference: 'worker:2' } });
    expect(outcome).toMatchObject({ verdict: { status: 'deployed' }, taskDefinition: worker(2) });
  });

  test('names images by digest when pinned, and is proven', async () => {
    const shop = stage();
    const outcome = await shop.deploy({ pinImages: true });
    const { image } = shop.sandbox.world.ecs.taskDefinitions.at(-1)?.content.containerDefinitions?.[0] ?? {};
    expect(image).toMatch(new RegExp(`^${registry}/worker@sha256:[0-9a-f]{64}$`));
    expect(outcome).toMatchObject({ verdict: { status: 'deployed' }, imageVerified: 'true' });
  });

  test('is refused when it cannot be pinned, and nothing is registered', async () => {
    const shop = stage({ scenario: workerScenario({ more: 'deny: [ecr:BatchGetImage]' }) });
    const outcome = await shop.deploy({ pinImages: true });
    expect(outcome.verdict.status).toBe('failed');
    expect(outcome.problems[0]?.message).toContain('cannot be pinned: ecr:BatchGetImage is not allowed');
    expect(shop.mutations()).toEqual([]);
  });

  test('of another region is not taken for the one of the same name here', async () => {
    const shop = stage();
    const reference = worker(1).replace('us-east-1', 'eu-west-1');
    const outcome = await shop.deploy({ revision: { kind: 'registered', reference } });
    expect(outcome.problems[0]?.message).toContain(`There is no task definition ${reference} in us-east-1`);
  });

  test('pinned a second time is unchanged', async () => {
    const shop = stage();
    await shop.deploy({ pinImages: true });
    shop.pass(120);
    const again = await shop.deploy({ pinImages: true });
    expect(again.verdict.status).toBe('unchanged');
    expect(shop.mutations()).toHaveLength(2);
  });
});

describe('a dry run', () => {
  test('prints the plan and sends nothing', async () => {
    const shop = stage();
    const outcome = await shop.deploy({ dryRun: true });
    expect(outcome.verdict).toMatchObject({ status: 'unchanged', rule: 'plan-only' });
    expect(shop.mutations()).toEqual([]);
    expect(shop.told.lines.join('\n')).toContain('register a new revision of worker');
    expect(shop.told.handles).toEqual([]);
  });

  test('refuses what a run would refuse', async () => {
    const shop = stage();
    const outcome = await shop.deploy({ dryRun: true, service: 'nobody' });
    expect(outcome.verdict).toMatchObject({ status: 'failed', rule: 'refused' });
  });
});

describe('a service whose last deployment succeeded, while its old tasks are still being stopped', () => {
  // At once after a green run: ECS calls the record SUCCESSFUL and the deployment IN_PROGRESS.
  const draining = async (more = ''): Promise<Stage> => {
    const shop = stage({ scenario: workerScenario({ more }) });
    expect((await shop.deploy()).verdict.status).toBe('deployed');
    expect((await shop.service()).deployments?.[0]?.rolloutState).toBe('IN_PROGRESS');
    return shop;
  };

  test('is unchanged for the same revision', async () => {
    const shop = await draining();
    const asked = shop.mutations().length;
    expect((await shop.deploy()).verdict).toMatchObject({ status: 'unchanged', rule: 'already-running' });
    expect(shop.mutations().slice(asked)).toEqual([]);
  });

  test('takes another revision', async () => {
    const shop = await draining();
    const outcome = await shop.deploy({ revision: file('v3') });
    expect(outcome).toMatchObject({
      verdict: { status: 'deployed' },
      previousTaskDefinition: worker(2),
      runningTaskDefinition: worker(3),
    });
  });

  test('is returned to that revision when the next one fails and the record cannot be stopped', async () => {
    const shop = await draining('deny: [ecs:StopServiceDeployment]');
    Object.assign(shop.sandbox.world.ecs.services[0]?.circuitBreaker ?? {}, { enable: false });
    const outcome = await shop.deploy({ revision: file('fault-crash') });
    expect(outcome).toMatchObject({
      verdict: { status: 'rolled-back' },
      runningTaskDefinition: worker(2),
    });
  });

  test('stands in the way where service deployments may not be read', async () => {
    const shop = await draining();
    denyNow(shop.sandbox, 'ecs:ListServiceDeployments');
    expect((await shop.deploy({ revision: file('v3') })).verdict.rule).toBe('refused');
  });
});

describe('a deployment in progress', () => {
  test('is named and left alone, and nothing is registered', async () => {
    const shop = stage();
    const other = await shop.deployByHand('v3');
    const before = shop.mutations();
    const outcome = await shop.deploy();
    expect(outcome.verdict).toMatchObject({ status: 'failed', rule: 'refused' });
    expect(messages(outcome)).toContain(other);
    expect(messages(outcome)).toContain('worker:2');
    expect(shop.mutations()).toEqual(before);
  });

  test('of an earlier attempt of this run is joined, not started twice', async () => {
    const shop = stage();
    const first = await shop.deploy({ wait: false });
    const second = await shop.deploy({
      run: { repository: 'example/shop', commit: 'c0ffee', runId: '77', runAttempt: '2' },
    });
    expect(second).toMatchObject({
      verdict: { status: 'deployed' },
      handle: first.handle,
      previousTaskDefinition: worker(1),
      runningTaskDefinition: worker(2),
    });
    expect(shop.mutations()).toEqual(['ecs:RegisterTaskDefinition', 'ecs:UpdateService']);
    const id = first.handle?.id ?? 'none';
    expect(shop.told.lines).toContain(
      `${id} of worker is joined: an earlier attempt of this run started it.`,
    );
    expect(shop.told.lines.filter((line) => line.includes('is started'))).toHaveLength(1);
  });

  test('of an earlier attempt is joined when it is failing, too, and ends as rolled-back', async () => {
    const shop = stage();
    await shop.deploy({ wait: false, revision: file('fault-crash') });
    const second = await shop.deploy({ revision: file('fault-crash'), control: patient });
    expect(second.verdict.status).toBe('rolled-back');
    expect(shop.mutations()).toHaveLength(2);
  });

  test('of another run is not joined, though it deploys the same', async () => {
    const shop = stage();
    await shop.deploy({ wait: false });
    const outcome = await shop.deploy({ run: { repository: 'example/shop', runId: '78' } });
    expect(outcome.verdict.status).toBe('failed');
    expect(shop.mutations()).toHaveLength(2);
  });

  test('that appears between the plan and the start is not overrun, and the revision is named', async () => {
    const shop = stage({
      before: (operation, sandbox) => {
        if (operation !== 'RegisterTaskDefinition') return;
        sendNow(sandbox, 'UpdateService', { cluster: 'shop', service: 'worker', forceNewDeployment: true });
      },
    });
    const outcome = await shop.deploy();
    expect(outcome.verdict).toMatchObject({
      status: 'failed',
      rule: 'start-refused',
      facts: { registered: worker(2) },
    });
    expect(outcomeSentence(outcome)).toContain('worker:2 was registered and stays');
    expect(shop.mutations()).toEqual(['ecs:UpdateService', 'ecs:RegisterTaskDefinition']);
  });
});

describe('nothing is changed when', () => {
  const refusals: readonly {
    readonly what: string;
    readonly scenario?: string;
    readonly given?: Parameters<Stage['deploy']>[0];
    readonly says: RegExp;
  }[] = [
    {
      what: 'the service does not exist',
      given: { service: 'werker' },
      says: /no service werker in cluster shop/,
    },
    { what: 'the cluster does not exist', given: { cluster: 'shup' }, says: /no cluster shup/ },
    {
      what: 'the controller is EXTERNAL',
      scenario: workerScenario({ service: '    deploymentController: { type: EXTERNAL }' }),
      says: /controller EXTERNAL/,
    },
    {
      what: 'the controller is for the other action',
      given: { action: 'bluegreen-deploy' },
      says: /controller ECS with the strategy ROLLING/,
    },
    {
      what: 'the service sends traffic to a port that the file does not map',
      scenario: workerScenario({
        service: `    loadBalancers: [{ targetGroupArn: '${targetGroup}', containerName: worker, containerPort: 80 }]`,
      }),
      given: {
        revision: file('v2', {
          containerDefinitions: [
            {
              name: 'worker',
              image: `${registry}/worker:v2`,
              memory: 256,
              portMappings: [{ containerPort: 81 }],
            },
          ],
        }),
      },
      says: /port 80 of container worker, which does not map it/,
    },
    {
      what: 'the service sends traffic to a container that the file does not have',
      scenario: workerScenario({
        service: `    loadBalancers: [{ targetGroupArn: '${targetGroup}', containerName: worker, containerPort: 80 }]`,
      }),
      given: {
        revision: file('v2', {
          containerDefinitions: [{ name: 'wrker', image: `${registry}/worker:v2`, memory: 256 }],
        }),
      },
      says: /a container worker, which the task definition does not have/,
    },
    {
      what: 'the registry does not have the image',
      given: { revision: file('v99') },
      says: /worker:v99 of container worker is not in its repository/,
    },
    {
      what: 'no task may stop and none may start',
      scenario: workerScenario({
        service: '    deploymentConfiguration: { minimumHealthyPercent: 100, maximumPercent: 100 }',
      }),
      says: /cannot progress/,
    },
    {
      what: 'the named revision does not exist',
      given: { revision: { kind: 'registered', reference: 'worker:9' } },
      says: /no task definition worker:9/,
    },
    {
      what: 'desired-count is outside the bounds of Application Auto Scaling',
      scenario: workerScenario({
        more: 'scalableTargets: [{ resourceId: service/shop/worker, min: 1, max: 4 }]',
      }),
      given: { settings: { ...noSettings, desiredCount: 9 } },
      says: /outside the bounds of Application Auto Scaling, 1 to 4/,
    },
    {
      what: 'a DAEMON service is given a count',
      scenario: workerScenario({ service: '    schedulingStrategy: DAEMON' }),
      given: { settings: { ...noSettings, desiredCount: 3 } },
      says: /DAEMON/,
    },
  ];

  test.each(refusals)('$what', async ({ scenario, given, says }) => {
    const shop = stage(scenario === undefined ? {} : { scenario });
    const outcome = await shop.deploy(given);
    expect(outcome.verdict).toMatchObject({ status: 'failed', rule: 'refused' });
    expect(messages(outcome)).toMatch(says);
    expect(shop.mutations()).toEqual([]);
  });

  test.each(['DRAINING', 'INACTIVE'] as const)('the service is %s', async (status) => {
    const shop = stage();
    for (const service of shop.sandbox.world.ecs.services) service.status = status;
    const outcome = await shop.deploy();
    expect(outcome.verdict).toMatchObject({ status: 'failed', rule: 'refused' });
    expect(messages(outcome)).toContain(`is ${status}, not ACTIVE`);
    expect(shop.mutations()).toEqual([]);
  });

  test('the named revision is INACTIVE', async () => {
    const shop = stage();
    await shop.register('v2');
    for (const definition of shop.sandbox.world.ecs.taskDefinitions.slice(1)) definition.status = 'INACTIVE';
    const outcome = await shop.deploy({ revision: { kind: 'registered', reference: 'worker:2' } });
    expect(messages(outcome)).toContain('worker:2 is INACTIVE, not ACTIVE');
    expect(shop.mutations()).toEqual(['ecs:RegisterTaskDefinition']);
  });

  test('several things are wrong: they are told at once, with their place in the file', async () => {
    const service = `    loadBalancers: [{ targetGroupArn: '${targetGroup}', containerName: worker, containerPort: 80 }]`;
    const shop = stage({ scenario: workerScenario({ service }) });
    const containerDefinitions = [{ name: 'worker', image: `${registry}/worker:v99`, memory: 256 }];
    const outcome = await shop.deploy({ revision: file('v2', { containerDefinitions }) });
    expect(outcome.problems).toHaveLength(2);
    expect(outcome.problems).toMatchObject([
      { location: { file: 'worker.yml', line: 4 } },
      { location: { line: 4 } },
    ]);
  });
});

/** What the last call of an operation was given. */
function sent({ sandbox }: Stage, name: string): object | undefined {
  return sandbox.requests.findLast(({ operation }) => operation === name)?.input;
}
