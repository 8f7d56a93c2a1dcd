import { describe, expect, test } from '@jest/globals';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { webScenario } from '../support/blue-green.ts';
import { blueGreenStage, control, denyNow, file, sendNow, type Stage, stage } from '../support/deployment.ts';
import { workerScenario } from '../support/sandbox.ts';

const textOf = ({ told }: Pick<Stage, 'told'>): string => told.lines.join('\n');

describe('a deployment by ECS that another one takes over from', () => {
  const scenario = workerScenario({
    more: 'competing: [{ service: worker, afterSeconds: 20, taskDefinition: worker:1 }]',
  });

  test('names the deployment, its revision and who registered that, and what serves', async () => {
    const place = stage({ scenario });
    const { diagnosis, verdict } = await place.deploy();

    expect(verdict.status).toBe('superseded');
    expect(diagnosis?.successor).toMatchObject({
      id: verdict.facts.primary?.id,
      revision: 'worker:1',
      registeredBy: expect.stringMatching(/^arn:aws:/),
    });
    expect(diagnosis?.serving?.revision).toBe('worker:1');
    expect(diagnosis?.changes.map(({ path }) => path)).toContain('containerDefinitions[worker].image');
    expect(textOf(place)).toContain(
      `✗ It was superseded by ${verdict.facts.primary?.id ?? ''} of worker:1 (registered by arn:aws:`,
    );
    expect(textOf(place)).toContain('The revision of this run differs from the one that serves:');
    expect(textOf(place)).toContain(
      'A `concurrency` group for the service keeps workflow runs from crossing.',
    );
  });

  test('of another workflow run names that run and its commit', async () => {
    const updates = ({ requests }: Sandbox): number =>
      requests.filter(({ operation }) => operation === 'UpdateService').length;
    const place = stage({
      before: (operation, sandbox) => {
        if (operation !== 'DescribeServiceDeployments' || updates(sandbox) !== 2) return;
        sendNow(sandbox, 'UpdateService', { cluster: 'shop', service: 'worker', taskDefinition: 'worker:2' });
      },
    });
    const run = { repository: 'example/other', commit: 'facade', runId: '88', runAttempt: '1' };
    await place.deploy({ run, revision: file('v3') });
    place.pass(600);
    const { diagnosis } = await place.deploy();

    expect(diagnosis?.successor).toMatchObject({
      revision: 'worker:2',
      commit: 'facade',
      run: { repository: 'example/other', id: '88' },
    });
    expect(textOf(place)).toContain('of commit facade, registered by run 88 of example/other');
  });

  test('says which crashes there were as well, with what to do about them', async () => {
    const place = stage({ scenario: scenario.replace('afterSeconds: 20', 'afterSeconds: 90') });
    const { diagnosis } = await place.deploy({
      revision: file('fault-crash'),
      control: { ...control, stopAfterFailedTasks: 100 },
    });

    expect(diagnosis?.causes[0]?.cause.kind).toBe('exited');
    expect(textOf(place)).toContain('an essential container must not end');
    expect(textOf(place)).toContain('What to do next: Nothing, if ecs-svc/');
  });

  test('and whose revision may not be read is told by its id, with the line of the policy', async () => {
    const place = stage({
      scenario,
      meanwhile: {
        afterSeconds: 10,
        happens: (sandbox) => denyNow(sandbox, 'ecs:DescribeTaskDefinition'),
      },
    });
    const { diagnosis, verdict } = await place.deploy();

    expect(verdict.status).toBe('superseded');
    expect(diagnosis?.successor).toEqual({ id: verdict.facts.primary?.id, revision: 'worker:1' });
    expect(diagnosis?.gaps.map(({ what }) => what)).toContain('successor');
    expect(textOf(place)).toContain('{"Effect":"Allow","Action":"ecs:DescribeTaskDefinition"');
  });
});

test('a deployment by CodeDeploy is told what that of the other says of itself', async () => {
  const theirs = {
    applicationName: 'Shop',
    deploymentGroupName: 'Web',
    description: 'by hand, for the sale',
    revision: { revisionType: 'AppSpecContent', appSpecContent: { content: appSpecOf('web:1') } },
  };
  let isTaken = false;
  const place = blueGreenStage({
    scenario: webScenario(),
    // Nobody sees for minutes how the deployment ends, and what comes after it.
    meanwhile: {
      afterSeconds: 20,
      happens: ({ world }) => {
        const fault = {
          operation: 'DescribeServices',
          kind: 'throttle',
          after: 0,
          seconds: 0,
          met: 0,
        } as const;
        world.faults.push({ ...fault, times: 30 });
      },
    },
    before: (_, sandbox) => {
      const [ours] = sandbox.live().codedeploy.deployments;
      if (isTaken || ours?.status !== 'Succeeded') return;
      isTaken = true;
      sendNow(sandbox, 'CreateDeployment', theirs);
    },
  });
  const { diagnosis, verdict } = await place.deploy();

  expect(verdict).toMatchObject({ status: 'superseded', rule: 'task-set-replaced' });
  expect(diagnosis?.successor).toMatchObject({
    revision: 'web:1',
    description: expect.stringMatching(/^d-\w+ by hand, for the sale$/),
  });
  expect(textOf(place)).toContain('CodeDeploy says of it: d-');
});

const appSpecOf = (taskDefinition: string): string =>
  JSON.stringify({
    version: 0,
    Resources: [
      {
        Web: {
          Type: 'AWS::ECS::Service',
          Properties: {
            TaskDefinition: `arn:aws:ecs:us-east-1:123456789012:task-definition/${taskDefinition}`,
            LoadBalancerInfo: { ContainerName: 'web', ContainerPort: 80 },
          },
        },
      },
    ],
  });
