import { describe, expect, test } from '@jest/globals';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { Course } from '../../src/deploy/course.ts';
import type { Outcome } from '../../src/deploy/outcome.ts';
import { settle } from '../../src/deploy/settle.ts';
import { outcomeSentence } from '../../src/report/outcome.ts';
import {
  type BlueGreenStage,
  blueGreenStage,
  control,
  denyNow,
  file,
  patient,
  sendNow,
  type Stage,
  stage,
  type StageOptions,
  webFile,
} from '../support/deployment.ts';
import type { FileRevision } from '../../src/deploy/request.ts';
import { webScenario } from '../support/blue-green.ts';
import { workerScenario } from '../support/sandbox.ts';

const worker = (revision: number): string =>
  `arn:aws:ecs:us-east-1:123456789012:task-definition/worker:${revision}`;
const endless = workerScenario({ service: '    enableExecuteCommand: false' });
const withoutRecords = workerScenario({
  service: '    enableExecuteCommand: false',
  more: 'deny: [ecs:ListServiceDeployments]',
});
const withoutStop = workerScenario({
  service: '    enableExecuteCommand: false',
  more: 'deny: [ecs:StopServiceDeployment]',
});
const leaving = { ...control, onFailure: 'leave' } as const;

describe('a rolling deployment that cannot succeed, on a service where AWS would try for ever', () => {
  test('is ended by this run at the third crash, rolled back, and watched until the old one serves', async () => {
    const shop = stage({ scenario: endless });
    const outcome = await shop.deploy({ revision: file('fault-crash') });
    expect(outcome).toMatchObject({
      verdict: { status: 'rolled-back', facts: { stopped: true } },
      runningTaskDefinition: worker(1),
    });
    expect(shop.mutations().slice(2)).toEqual(['ecs:StopServiceDeployment']);
    expect(shop.sent('StopServiceDeployment')).toMatchObject({ stopType: 'ROLLBACK' });
    const sentence = outcomeSentence(outcome);
    expect(sentence).toContain('exit code 1');
    expect(sentence).toContain('This run stopped the deployment because of that, and asked for a rollback.');
    expect((await shop.service()).deployments).toMatchObject([
      { taskDefinition: worker(1), rolloutState: 'COMPLETED', runningCount: 2 },
    ]);
  });

  test('is ended at the second task where the cause cannot heal', async () => {
    const shop = stage({
      scenario: workerScenario({
        service: '    enableExecuteCommand: false',
        more: 'deny: [ecr:BatchGetImage]',
      }),
    });
    const outcome = await shop.deploy({ revision: file('fault-unpullable') });
    expect(outcome.verdict.status).toBe('rolled-back');
    expect(outcome.causes).toMatchObject([{ cause: { kind: 'image-missing' } }]);
    const stop = outcome.timeline.find(({ event }) => event.kind === 'stopping');
    expect(stop?.event).toMatchObject({ group: { tasks: { length: 2 } } });
  });

  test('is ended only after as many tasks as the input says', async () => {
    const shop = stage({ scenario: endless });
    const outcome = await shop.deploy({
      revision: file('fault-crash'),
      control: { ...control, stopAfterFailedTasks: 6 },
    });
    const stop = outcome.timeline.find(({ event }) => event.kind === 'stopping');
    expect(stop?.event).toMatchObject({ group: { tasks: { length: 6 } } });
  });

  test('without the record it is returned by one UpdateService to the revision that was deployed before', async () => {
    const shop = stage({ scenario: withoutRecords });
    const outcome = await shop.deploy({ revision: file('fault-crash') });
    expect(outcome.verdict).toMatchObject({ status: 'rolled-back', rule: 'previous-restored' });
    expect(shop.mutations().slice(2)).toEqual(['ecs:UpdateService']);
    expect(shop.sent('UpdateService')).toEqual({
      cluster: 'arn:aws:ecs:us-east-1:123456789012:cluster/shop',
      service: 'worker',
      taskDefinition: worker(1),
    });
    expect((await shop.service()).deployments).toMatchObject([
      { taskDefinition: worker(1), rolloutState: 'COMPLETED' },
    ]);
  });

  test('without permission to stop it, it is returned by UpdateService, too', async () => {
    const shop = stage({ scenario: withoutStop });
    const outcome = await shop.deploy({ revision: file('fault-crash') });
    expect(outcome.verdict.status).toBe('rolled-back');
    expect(shop.mutations().slice(2)).toEqual(['ecs:StopServiceDeployment', 'ecs:UpdateService']);
  });

  test('is left as it is when asked: red at once, and nothing is sent', async () => {
    const shop = stage({ scenario: endless });
    const outcome = await shop.deploy({ revision: file('fault-crash'), control: leaving });
    expect(outcome.verdict).toMatchObject({ status: 'failed', rule: 'left-failing' });
    expect(shop.mutations()).toHaveLength(2);
    expect(outcomeSentence(outcome)).toContain('is left as it is, as asked: ECS goes on with');
  });

  test('another deployment that takes over while this run rolls back is told', async () => {
    let isTaken = false;
    const shop = stage({
      scenario: withoutRecords,
      before: (operation, sandbox) => {
        const returned = sandbox.requests.filter((one) => one.operation === 'UpdateService').length === 2;
        if (operation !== 'DescribeServices' || !returned || isTaken) return;
        isTaken = true;
        sendNow(sandbox, 'UpdateService', {
          cluster: 'shop',
          service: 'worker',
          taskDefinition: worker(1),
          forceNewDeployment: true,
        });
      },
    });
    const outcome = await shop.deploy({ revision: file('fault-crash') });
    expect(outcome.verdict.status).toBe('superseded');
  });
});

describe('a deployment of somebody else that comes in the way right before the start', () => {
  const waiting = { ...control, whenInProgress: 'wait' } as const;

  /** Whatever is sent first by this name, something of somebody else is sent right before it. */
  const crossedAt = (name: string, send: (sandbox: Sandbox) => void) => {
    let isSent = false;
    return (operation: string, sandbox: Sandbox) => {
      if (operation !== name || isSent) return;
      isSent = true;
      send(sandbox);
    };
  };
  const update = { cluster: 'shop', service: 'worker', taskDefinition: worker(1), forceNewDeployment: true };
  const crossed = () =>
    stage({
      before: crossedAt('RegisterTaskDefinition', (sandbox) => sendNow(sandbox, 'UpdateService', update)),
    });

  test('is waited for, and what is registered already is used', async () => {
    const shop = crossed();
    const outcome = await shop.deploy({ control: waiting });
    expect(outcome).toMatchObject({ verdict: { status: 'deployed' }, taskDefinition: worker(2) });
    expect(shop.told.lines).toContain(
      'Something came in the way on worker: everything is read and planned anew.',
    );
    expect(shop.mutations().filter((name) => name === 'ecs:RegisterTaskDefinition')).toHaveLength(1);
  });

  test('is an error by default, which says what was registered', async () => {
    const outcome = await crossed().deploy();
    expect(outcome.verdict).toMatchObject({ status: 'failed', facts: { registered: worker(2) } });
  });

  const appSpec = JSON.stringify({
    version: 0.0,
    Resources: [
      {
        TargetService: {
          Type: 'AWS::ECS::Service',
          Properties: {
            TaskDefinition: 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:1',
            LoadBalancerInfo: { ContainerName: 'web', ContainerPort: 80 },
          },
        },
      },
    ],
  });
  const create = {
    applicationName: 'Shop',
    deploymentGroupName: 'Web',
    revision: { revisionType: 'AppSpecContent', appSpecContent: { content: appSpec } },
  };
  const crossedByCodeDeploy = () =>
    blueGreenStage({
      before: crossedAt('CreateDeployment', (sandbox) => sendNow(sandbox, 'CreateDeployment', create)),
    });

  test('is waited for under CodeDeploy, too', async () => {
    const shop = crossedByCodeDeploy();
    const outcome = await shop.deploy({ control: waiting, waitMinutes: 60 });
    expect(outcome.verdict.status).toBe('deployed');
    expect(await shop.ids()).toHaveLength(2);
  });

  test('is an error by default under CodeDeploy', async () => {
    const outcome = await crossedByCodeDeploy().deploy();
    expect(outcome.verdict).toMatchObject({
      status: 'failed',
      rule: 'start-refused',
      facts: { awsCode: 'DeploymentLimitExceededException' },
    });
  });
});

describe('a CodeDeploy deployment that cannot succeed', () => {
  test('is stopped without a rollback when it is to be left', async () => {
    const shop = blueGreenStage();
    const outcome = await shop.deploy({ revision: webFile('fault-crash'), control: leaving });
    expect(outcome.verdict).toMatchObject({
      status: 'failed',
      rule: 'codedeploy-ended',
      facts: { stopped: true, leftAsItIs: true },
    });
    expect(shop.sent('StopDeployment')).toMatchObject({ autoRollbackEnabled: false });
    expect(outcomeSentence(outcome)).toContain('without a rollback, as asked');
  });
});

describe('a deployment of somebody else that is in progress', () => {
  const waiting = { ...control, whenInProgress: 'wait' } as const;
  const replacing = { ...control, whenInProgress: 'replace' } as const;
  const joining = { ...control, whenInProgress: 'join' } as const;

  test('is waited for, then this one is deployed', async () => {
    const shop = stage();
    const other = await shop.deployByHand('fault-slow');
    const outcome = await shop.deploy({ control: waiting });
    expect(outcome).toMatchObject({
      verdict: { status: 'deployed' },
      previousTaskDefinition: worker(2),
      runningTaskDefinition: worker(3),
    });
    expect(shop.told.lines).toContain(`Waiting for the end of ${other} of worker.`);
  });

  test('of the same revision is waited for, then nothing is left to do', async () => {
    const shop = stage();
    await shop.deployByHand('v2');
    const outcome = await shop.deploy({ control: waiting });
    expect(outcome.verdict).toMatchObject({ status: 'unchanged' });
  });

  test('that does not end within the limit is an error, and nothing is registered', async () => {
    const shop = stage({ scenario: endless });
    await shop.deployByHand('fault-crash');
    const asked = shop.mutations().length;
    const outcome = await shop.deploy({ control: waiting, waitMinutes: 5 });
    expect(outcome.verdict).toMatchObject({ status: 'failed', rule: 'refused' });
    expect(outcomeSentence(outcome)).toContain('has not ended within 5 minutes');
    expect(shop.mutations().slice(asked)).toEqual([]);
  });

  test('is replaced: stopped with a rollback, and only then this one is started', async () => {
    const shop = stage({ scenario: endless });
    await shop.deployByHand('fault-crash');
    const asked = shop.mutations().length;
    const outcome = await shop.deploy({ control: replacing });
    expect(outcome).toMatchObject({
      verdict: { status: 'deployed' },
      previousTaskDefinition: worker(1),
      runningTaskDefinition: worker(3),
    });
    expect(shop.mutations().slice(asked)).toEqual([
      'ecs:StopServiceDeployment',
      'ecs:RegisterTaskDefinition',
      'ecs:UpdateService',
    ]);
  });

  test('that never comes to its end though it is stopped is waited for no longer than the limit', async () => {
    const shop = stage({
      scenario: endless,
      before: (operation, sandbox) => {
        const record = sandbox.world.ecs.services[0]?.records[0];
        const isAsked = operation === 'DescribeServiceDeployments' && record?.status === 'ROLLBACK_REQUESTED';
        if (isAsked) record.status = 'STOP_REQUESTED';
      },
    });
    await shop.deployByHand('fault-crash');
    const outcome = await shop.deploy({ control: replacing, waitMinutes: 5 });
    expect(outcomeSentence(outcome)).toContain('has not ended within 5 minutes');
    expect(outcome.milliseconds).toBeLessThan(6 * 60_000);
  });

  test('is not replaced when this run is refused for another reason', async () => {
    const shop = stage({ scenario: endless });
    await shop.deployByHand('fault-crash');
    const asked = shop.mutations().length;
    const outcome = await shop.deploy({ control: replacing, revision: file('not-there') });
    expect(outcome.verdict.status).toBe('failed');
    expect(shop.mutations().slice(asked)).toEqual([]);
  });

  test('cannot be replaced without the permission: an error, and nothing is registered', async () => {
    const shop = stage({ scenario: withoutStop });
    await shop.deployByHand('fault-crash');
    const asked = shop.mutations().length;
    const outcome = await shop.deploy({ control: replacing });
    expect(outcomeSentence(outcome)).toContain('could not be stopped: User: ');
    expect(shop.mutations().slice(asked)).toEqual(['ecs:StopServiceDeployment']);
  });

  test('of the same revision is joined and watched to its end', async () => {
    const shop = stage();
    const other = await shop.deployByHand('v2');
    const asked = shop.mutations().length;
    const outcome = await shop.deploy({ control: joining });
    expect(outcome.verdict.status).toBe('deployed');
    expect(outcome.handle?.id).toBe(other);
    expect(shop.mutations().slice(asked)).toEqual([]);
    expect(shop.told.lines).toContain(`${other} of worker is joined: it deploys the same revision.`);
  });

  test('of another revision is not joined', async () => {
    const shop = stage();
    await shop.deployByHand('fault-slow');
    const outcome = await shop.deploy({ control: joining });
    expect(outcomeSentence(outcome)).toContain('It deploys another revision than this run');
  });

  test('a dry run says what would be done about it, and does not', async () => {
    const shop = stage({ scenario: endless });
    await shop.deployByHand('fault-crash');
    const asked = shop.mutations().length;
    const outcome = await shop.deploy({ control: replacing, dryRun: true });
    expect(outcome.verdict).toMatchObject({ status: 'unchanged', rule: 'plan-only' });
    expect(shop.told.lines.join('\n')).toMatch(/stop ecs-svc\/\d+ with a rollback, wait for its end/);
    expect(shop.mutations().slice(asked)).toEqual([]);
  });

  test('of CodeDeploy is replaced: its rollback is waited for before this one is created', async () => {
    const shop = blueGreenStage();
    await shop.deployByHand('fault-crash');
    const asked = shop.mutations().length;
    const outcome = await shop.deploy({ control: replacing });
    expect(outcome.verdict.status).toBe('deployed');
    expect(shop.mutations().slice(asked)).toEqual([
      'codedeploy:StopDeployment',
      'ecs:RegisterTaskDefinition',
      'codedeploy:CreateDeployment',
    ]);
  });

  test('of CodeDeploy that is a rollback already is waited for, never stopped', async () => {
    const shop = blueGreenStage();
    const other = await shop.deployByHand('fault-crash');
    sendNow(shop.sandbox, 'StopDeployment', { deploymentId: other, autoRollbackEnabled: true });
    shop.pass(6);
    const asked = shop.mutations().length;
    const outcome = await shop.deploy({ control: replacing });
    expect(outcome.verdict.status).toBe('deployed');
    expect(shop.mutations().slice(asked)).toEqual([
      'ecs:RegisterTaskDefinition',
      'codedeploy:CreateDeployment',
    ]);
  });

  test('of CodeDeploy is waited for, a failing one with its rollback', async () => {
    const shop = blueGreenStage();
    await shop.deployByHand('v2');
    const outcome = await shop.deploy({
      control: waiting,
      revision: webFile('v2', { cpu: '512' }),
      waitMinutes: 120,
    });
    expect(outcome.verdict.status).toBe('deployed');
  });
});

describe('a run that is cancelled', () => {
  const rollingBack = { ...patient, onCancel: 'rollback' } as const;

  test('asks for the rollback at once where it is to', async () => {
    const shop = stage({ scenario: endless, cancelAfterSeconds: 20 });
    const outcome = await shop.deploy({ revision: file('fault-slow'), control: rollingBack });
    expect(outcome.verdict).toMatchObject({ status: 'cancelled', facts: { stopped: true } });
    expect(shop.mutations().slice(2)).toEqual(['ecs:StopServiceDeployment']);
    expect(outcomeSentence(outcome)).toContain('AWS is rolling back');
    expect(shop.told.courses.at(-1)).toMatchObject({ isTold: false, handle: outcome.handle });
  });

  test('before the record is there it returns by UpdateService, and the post step is told of that deployment', async () => {
    const shop = stage({ scenario: endless, cancelAfterSeconds: 2 });
    const outcome = await shop.deploy({ revision: file('fault-slow'), control: rollingBack });
    expect(outcome.verdict.status).toBe('cancelled');
    expect(shop.mutations().slice(2)).toEqual(['ecs:UpdateService']);
    const { deployments: [primary] = [] } = await shop.service();
    expect(primary).toMatchObject({ taskDefinition: worker(1) });
    const { handle } = outcome;
    expect(shop.told.courses.at(-1)).toMatchObject({ handle, rolledBackBy: primary?.id, isTold: false });
  });

  test('leaves it to AWS by default, and says all there is to say itself', async () => {
    const shop = stage({ scenario: endless, cancelAfterSeconds: 20 });
    const outcome = await shop.deploy({ revision: file('fault-slow') });
    expect(outcome.verdict.status).toBe('cancelled');
    expect(shop.mutations()).toHaveLength(2);
    expect(shop.told.courses.at(-1)).toMatchObject({ isTold: true });
  });

  test('while the new tasks must stay up returns from what ECS calls done already', async () => {
    const shop = stage({
      scenario: endless,
      before: (operation, sandbox) => {
        const [record] = sandbox.world.ecs.services[0]?.records ?? [];
        if (operation === 'DescribeServiceDeployments' && record?.status === 'SUCCESSFUL') shop.cancel();
      },
    });
    const outcome = await shop.deploy({ control: { ...rollingBack, stableFor: 60 } });
    expect(outcome.verdict).toMatchObject({ status: 'cancelled', facts: { stopped: true } });
    expect(shop.mutations().slice(2)).toEqual(['ecs:UpdateService']);
    const course = shop.told.courses.at(-1);
    if (course === undefined) throw new Error('The run kept no course.');
    const ended = await settle(course, shop.later());
    expect(ended).toMatchObject({ verdict: { status: 'rolled-back' }, runningTaskDefinition: worker(1) });
    expect(shop.mutations()).toHaveLength(3);
  });

  test('of CodeDeploy stops the deployment with a rollback', async () => {
    const shop = blueGreenStage({ cancelAfterSeconds: 20 });
    const outcome = await shop.deploy({ control: rollingBack });
    expect(outcome.verdict).toMatchObject({ status: 'cancelled', facts: { stopped: true } });
    expect(shop.sent('StopDeployment')).toMatchObject({ autoRollbackEnabled: true });
  });

  test('keeps what the post step must know from the moment before the start', async () => {
    const shop = stage({ scenario: endless });
    await shop.deploy();
    expect(shop.told.courses.map(({ handle, isTold }) => [handle?.kind, isTold])).toEqual([
      [undefined, false],
      ['ecs', false],
      ['ecs', true],
    ]);
  });
});

describe('the post step of a run that was cut off', () => {
  const rollingBack = { ...patient, onCancel: 'rollback' } as const;
  const settled = async (shop: Stage): Promise<Outcome> => {
    const course = shop.told.courses.at(-1);
    if (course === undefined) throw new Error('The run kept no course.');
    return settle(course, shop.later());
  };

  test('watches the rollback that the run asked for to its end, and asks for none itself', async () => {
    const shop = stage({ scenario: endless, cancelAfterSeconds: 20 });
    await shop.deploy({ revision: file('fault-slow'), control: rollingBack });
    const asked = shop.mutations().length;
    const outcome = await settled(shop);
    expect(outcome).toMatchObject({
      verdict: { status: 'rolled-back' },
      runningTaskDefinition: worker(1),
    });
    expect(shop.mutations().slice(asked)).toEqual([]);
  });

  test('asks for no second one where it may no longer read service deployments', async () => {
    const shop = stage({ scenario: endless, cancelAfterSeconds: 20 });
    await shop.deploy({ revision: file('fault-slow'), control: rollingBack });
    denyNow(shop.sandbox, 'ecs:ListServiceDeployments');
    const asked = shop.mutations().length;
    const outcome = await settled(shop);
    expect(outcome.verdict.status).toBe('rolled-back');
    expect(shop.mutations().slice(asked)).toEqual([]);
  });

  test('takes its own return by UpdateService for what it is', async () => {
    const shop = stage({ scenario: endless, cancelAfterSeconds: 2 });
    await shop.deploy({ revision: file('fault-slow'), control: rollingBack });
    const asked = shop.mutations().length;
    const outcome = await settled(shop);
    expect(outcome.verdict.status).toBe('rolled-back');
    expect(shop.mutations().slice(asked)).toEqual([]);
  });

  describe('after it had stopped what could not succeed', () => {
    /** Cut off at the first question after a call that ends the deployment, with the course as it was kept then. */
    const killed = async (
      shop: BlueGreenStage | Stage,
      revision: FileRevision,
      kind: 'asked' | 'cut-off',
    ): Promise<Course> => {
      await shop.deploy({ revision });
      const course = shop.told.courses.find(({ stop }) => stop?.kind === kind);
      if (course === undefined) throw new Error('The run kept no stop.');
      return course;
    };
    const cutOff = (shop: () => Pick<Stage, 'cancel'>, call: string): StageOptions => ({
      before: (_operation, { requests }) => {
        if (requests.some(({ operation }) => operation === call)) shop().cancel();
      },
    });

    test.each(['asked', 'cut-off'] as const)(
      'by CodeDeploy, and the call was %s: it says that this run did that, and watches the rollback',
      async (kind) => {
        const shop = blueGreenStage(cutOff(() => shop, 'StopDeployment'));
        const course = await killed(shop, webFile('fault-crash'), kind);
        shop.pass(5);
        const asked = shop.mutations().length;
        const outcome = await settle(course, shop.later());
        expect(outcome.verdict).toMatchObject({ status: 'rolled-back', facts: { stopped: true } });
        expect(outcomeSentence(outcome)).toContain('This run stopped the deployment because of that');
        expect(outcomeSentence(outcome)).not.toMatch(/MANUAL_STOP|by a user/);
        expect(shop.mutations().slice(asked)).toEqual([]);
      },
    );

    test('by CodeDeploy, and the call never reached it: that it was sent is all that is known', async () => {
      const shop = blueGreenStage({
        scenario: webScenario({ more: 'deny: [codedeploy:StopDeployment]' }),
        ...cutOff(() => shop, 'StopDeployment'),
      });
      const course = await killed(shop, webFile('fault-crash'), 'cut-off');
      const outcome = await settle(course, shop.later());
      expect(outcome.verdict).toMatchObject({
        status: 'cancelled',
        facts: { unanswered: 'codedeploy:StopDeployment' },
      });
    });

    test.each([
      [endless, 'StopServiceDeployment', 'asked'],
      [endless, 'StopServiceDeployment', 'cut-off'],
      [withoutRecords, 'UpdateService', 'asked'],
      [withoutRecords, 'UpdateService', 'cut-off'],
    ] as const)('by ECS, %#: it says so, and watches the rollback', async (scenario, call, kind) => {
      const shop = stage({
        scenario,
        before: (_operation, { requests }) => {
          const times = requests.filter(({ operation }) => operation === call).length;
          if (times === (call === 'UpdateService' ? 2 : 1)) shop.cancel();
        },
      });
      const course = await killed(shop, file('fault-crash'), kind);
      shop.pass(4);
      const asked = shop.mutations().length;
      const outcome = await settle(course, shop.later());
      expect(outcome.verdict).toMatchObject({ status: 'rolled-back', facts: { stopped: true } });
      expect(outcomeSentence(outcome)).toContain('This run stopped the deployment because of that');
      expect(shop.mutations().slice(asked)).toEqual([]);
    });

    test('a call that was denied is not kept', async () => {
      const shop = blueGreenStage({ scenario: webScenario({ more: 'deny: [codedeploy:StopDeployment]' }) });
      await shop.deploy({ revision: webFile('fault-crash'), waitMinutes: 10 });
      expect(shop.told.courses.filter(({ isTold }) => !isTold).at(-1)?.stop).toBeUndefined();
    });
  });

  test('diagnoses a deployment that failed meanwhile, as the run would have', async () => {
    const shop = stage({ cancelAfterSeconds: 20 });
    await shop.deploy({ revision: file('fault-crash') });
    const course = shop.told.courses.find(({ handle }) => handle !== undefined);
    if (course === undefined) throw new Error('The run kept no course.');
    shop.pass(900);
    const outcome = await settle(course, shop.later());
    expect(outcome.verdict.status).toBe('rolled-back');
    expect(outcome.diagnosis).toMatchObject({
      causes: [{ cause: { kind: 'exited', exitCode: 1 } }],
      serving: { revision: 'worker:1' },
      changes: [{ path: expect.stringContaining('image') }],
    });
    expect(shop.told.lines).toContain('Diagnosis');
  });

  test('diagnoses nothing where it only withdrew what was asked for', async () => {
    const shop = stage({ scenario: endless, cancelAfterSeconds: 20 });
    await shop.deploy({ revision: file('fault-slow'), control: rollingBack });
    const outcome = await settled(shop);
    expect(outcome.verdict.status).toBe('rolled-back');
    expect(outcome.diagnosis).toBeUndefined();
  });

  test.each([
    ['by a breaker that rolls nothing back', '{ enable: true, rollback: false }', '', 'failed'],
    [
      'by a breaker whose record may not be read',
      '{ enable: true, rollback: true }',
      'ListServiceDeployments',
      'rolled-back',
    ],
  ])('with on-cancel: leave it tells what ended meanwhile %s', async (_, breaker, denied, status) => {
    const shop = stage({
      scenario: workerScenario({
        service: `    deploymentConfiguration: { deploymentCircuitBreaker: ${breaker} }`,
        ...(denied === '' ? {} : { more: `deny: [ecs:${denied}]` }),
      }),
      cancelAfterSeconds: 20,
    });
    await shop.deploy({ revision: file('fault-crash'), control: patient });
    const course = shop.told.courses.find(({ handle }) => handle !== undefined);
    if (course === undefined) throw new Error('The run kept no course.');
    shop.pass(900);
    expect((await settle(course, shop.later())).verdict.status).toBe(status);
  });

  test('with on-cancel: leave it tells a deployment of CodeDeploy that was stopped meanwhile', async () => {
    const shop = blueGreenStage({ cancelAfterSeconds: 20 });
    const { handle } = await shop.deploy({ control: patient });
    const course = shop.told.courses.find((one) => one.handle !== undefined);
    if (course === undefined) throw new Error('The run kept no course.');
    sendNow(shop.sandbox, 'StopDeployment', { deploymentId: handle?.id, autoRollbackEnabled: false });
    shop.pass(5);
    const outcome = await settle(course, shop.later());
    expect(['failed', 'rolled-back']).toContain(outcome.verdict.status);
  });

  test('does not claim a rollback that the circuit breaker began', async () => {
    const shop = stage({ cancelAfterSeconds: 200 });
    await shop.deploy({ revision: file('fault-crash'), control: rollingBack });
    const course = shop.told.courses.find(({ handle }) => handle !== undefined);
    if (course === undefined) throw new Error('The run kept no course.');
    const asked = shop.mutations().length;
    const outcome = await settle(course, shop.later());
    expect(outcome.verdict.status).toBe('rolled-back');
    expect(outcomeSentence(outcome)).not.toContain('This run stopped');
    expect(shop.mutations().slice(asked)).toEqual([]);
  });

  describe('while the tasks must stay up for what ECS calls complete already', () => {
    /** As SIGKILL leaves a run: with the course that it kept last before it could tell anything. */
    const killed = async (tag: string, onCancel: Course['onCancel']): Promise<readonly [Stage, Course]> => {
      const shop = stage({
        scenario: endless,
        before: (operation, sandbox) => {
          const [record] = sandbox.world.ecs.services[0]?.records ?? [];
          if (operation === 'DescribeServiceDeployments' && record?.status === 'SUCCESSFUL') shop.cancel();
        },
      });
      await shop.deploy({ revision: file(tag), control: { ...patient, stableFor: 600 } });
      const course = shop.told.courses.find(({ handle }) => handle !== undefined);
      if (course === undefined) throw new Error('The run kept no course.');
      return [shop, { ...course, onCancel }];
    };

    test('rolls it back, as on-cancel asks', async () => {
      const [shop, course] = await killed('v2', 'rollback');
      const outcome = await settle(course, shop.later());
      expect(outcome).toMatchObject({
        verdict: { status: 'rolled-back', facts: { stopped: true } },
        runningTaskDefinition: worker(1),
      });
      expect(shop.mutations().slice(2)).toEqual(['ecs:UpdateService']);
    });

    test('leaves it, and says what is not proven', async () => {
      const [shop, course] = await killed('v2', 'leave');
      const outcome = await settle(course, shop.later());
      expect(outcome.verdict.status).toBe('cancelled');
      expect(outcomeSentence(outcome)).toContain('complete, but its tasks had yet to be up for 600 seconds.');
      expect(shop.mutations()).toHaveLength(2);
    });

    test('says that they crashed since, where they did', async () => {
      const [shop, course] = await killed('fault-crash-late', 'leave');
      shop.pass(120);
      const outcome = await settle(course, shop.later());
      expect(outcome.verdict).toMatchObject({ status: 'failed', rule: 'not-stable' });
      expect(outcome.causes).toMatchObject([{ cause: { kind: 'exited' } }]);
      expect(shop.mutations()).toHaveLength(2);
    });

    test('rolls back what crashed since, too', async () => {
      const [shop, course] = await killed('fault-crash-late', 'rollback');
      shop.pass(120);
      const outcome = await settle(course, shop.later());
      expect(outcome.verdict.status).toBe('rolled-back');
      expect(outcomeSentence(outcome)).toContain('exit code 1');
      expect(shop.mutations().slice(2)).toEqual(['ecs:UpdateService']);
    });
  });

  test('leaves a deployment that was done meanwhile as it is', async () => {
    const shop = stage({ scenario: endless, cancelAfterSeconds: 20 });
    await shop.deploy({ control: { ...rollingBack, onCancel: 'leave' } });
    shop.pass(600);
    const outcome = await settled(shop);
    expect(outcome.verdict.status).toBe('deployed');
    expect(shop.mutations()).toHaveLength(2);
  });
});
