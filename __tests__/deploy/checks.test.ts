import type { ScalableTarget } from '../../src/scaling/suspension.ts';
import type { ContainerDefinition, Service } from '@aws-sdk/client-ecs';
import { describe, expect, test } from '@jest/globals';
import { checkService, checkSituation } from '../../src/deploy/checks.ts';
import type { CurrentState } from '../../src/deploy/current.ts';
import type { DeployRequest } from '../../src/deploy/request.ts';
import type { Problem } from '../../src/inputs/problem.ts';
import {
  currentState,
  fileWith,
  pinnedImage,
  registered,
  requestFor,
  taggedImage,
} from '../support/current.ts';
import { control } from '../support/deployment.ts';
import { aCodeDeployService, aService, awsDeployment, awsTaskSet } from '../support/service.ts';
import { container } from '../support/task-definition.ts';
import { dataVolume } from '../support/volume.ts';

interface Given {
  readonly service?: Partial<Service>;
  readonly current?: Partial<CurrentState>;
  readonly request?: Parameters<typeof requestFor>[1];
  readonly containers?: readonly ContainerDefinition[];
}

function check({ service = {}, current = {}, request = {}, containers }: Given = {}): readonly Problem[] {
  return checkSituation({
    request: requestFor(undefined, request),
    current: currentState({ service: aService(service), ...current }),
    containers: containers ?? fileWith(pinnedImage).containerDefinitions ?? [],
  });
}

const messages = (problems: readonly Problem[]): readonly string[] => problems.map(({ message }) => message);
const rolling = (minimumHealthyPercent: number, maximumPercent: number): Partial<Service> => ({
  deploymentConfiguration: { minimumHealthyPercent, maximumPercent },
});

test('a service that is in order has no problem', () => {
  expect(check()).toEqual([]);
});

test.each(['INACTIVE', 'DRAINING'])('a service that is %s has that one problem alone', (status) => {
  const problems = check({ service: { status, ...rolling(100, 100) } });
  expect(messages(problems)).toEqual([`The service web in cluster shop is ${status}, not ACTIVE.`]);
});

test('all other problems come at once', () => {
  const problems = check({
    service: {
      ...rolling(100, 100),
      deployments: [awsDeployment({ rolloutState: undefined })],
      loadBalancers: [{ containerName: 'app', containerPort: 80 }],
    },
  });
  expect(problems).toHaveLength(3);
});

describe('the controller and strategy decide the action', () => {
  const native = { deploymentConfiguration: { strategy: 'BLUE_GREEN' } } as const;
  const problemsOf = (action: DeployRequest['action'], service: Partial<Service>): readonly Problem[] =>
    check({ service, request: { action } });

  test('bluegreen-deploy for a rolling service names the right action', () => {
    const [problem] = problemsOf('bluegreen-deploy', {});
    expect(problem?.message).toContain('controller ECS with the strategy ROLLING');
    expect(problem?.remedy).toBe('Use the action ecs-update-service for this service.');
  });

  test('ecs-update-service for CODE_DEPLOY names the right action', () => {
    const service = aCodeDeployService([awsTaskSet({ loadBalancers: [] })]);
    expect(check({ current: { service } })[0]?.remedy).toBe(
      'Use the action bluegreen-deploy for this service.',
    );
  });

  test.each(['ecs-update-service', 'bluegreen-deploy'] as const)(
    '%s takes the native strategies',
    (action) => {
      expect(problemsOf(action, native)).toEqual([]);
      expect(problemsOf(action, { deploymentConfiguration: { strategy: 'LINEAR' } })).toEqual([]);
      expect(problemsOf(action, { deploymentConfiguration: { strategy: 'CANARY' } })).toEqual([]);
    },
  );

  test.each(['ecs-update-service', 'bluegreen-deploy'] as const)('%s refuses EXTERNAL', (action) => {
    const [problem] = problemsOf(action, { deploymentController: { type: 'EXTERNAL' }, deployments: [] });
    expect(problem?.message).toContain('controller EXTERNAL');
    expect(problem?.remedy).not.toContain('Use the action');
  });

  test('a strategy of tomorrow is not taken for a native one', () => {
    const service = { ...aService(), strategy: 'TELEPORT' };
    expect(check({ current: { service }, request: { action: 'bluegreen-deploy' } })).toHaveLength(1);
  });
});

describe('a service that is to be rolled back', () => {
  const problems = (service: Partial<Service>, action: DeployRequest['action'] = 'rollback') =>
    messages(checkService({ action }, aService(service)));

  test('may have either controller, and is checked before its revisions are known', () => {
    expect(problems({})).toEqual([]);
    const byCodeDeploy = aCodeDeployService([awsTaskSet({ loadBalancers: [] })]);
    expect(checkService({ action: 'rollback' }, byCodeDeploy)).toEqual([]);
  });

  test('must not have a controller of its own, nor be deleted: one problem at a time', () => {
    const external: Partial<Service> = { deploymentController: { type: 'EXTERNAL' }, deployments: [] };
    expect(problems(external)).toEqual(['The service web is deployed by the controller EXTERNAL.']);
    expect(problems({ ...external, status: 'DRAINING' })).toEqual([
      'The service web in cluster shop is DRAINING, not ACTIVE.',
    ]);
  });
});

describe('a strategy that shifts traffic', () => {
  const native = { deploymentConfiguration: { strategy: 'BLUE_GREEN' } } as const;

  test('needs the records of deployments', () => {
    const [problem] = check({ service: native, current: { recordsDenied: 'not authorized' } });
    expect(problem?.message).toContain('BLUE_GREEN of web is judged by its service deployment');
  });

  test('must not begin where the traffic goes to an empty target group', () => {
    const live = [
      { rule: 'rule', targetGroupArn: 'blue', weight: 100, healthy: 0 },
      { rule: 'rule', targetGroupArn: 'green', weight: 0, healthy: 2 },
    ];
    const [problem] = check({ service: native, current: { live } });
    expect(problem?.message).toContain('The production rule rule sends traffic to blue');
  });

  test.each<readonly [string, ...(readonly [weight: number, healthy: number])[]]>([
    ['goes where the tasks are', [100, 2], [0, 0]],
    ['goes where tasks are, and there are others', [100, 2], [0, 2]],
    ['has no healthy target anywhere', [100, 0], [0, 0]],
    ['has one target group', [100, 0]],
  ])('may begin where the traffic %s', (_, ...groups) => {
    const live = groups.map(([weight, healthy], index) => ({
      rule: 'rule',
      targetGroupArn: `group-${index}`,
      weight,
      healthy,
    }));
    expect(check({ service: native, current: { live } })).toEqual([]);
  });

  test('needs a bake time where the service had none', () => {
    const settings = { deployment: { strategy: 'BLUE_GREEN' } } as const;
    expect(check({ request: { settings } })).toMatchObject([{ input: 'bake-minutes' }]);
  });
});

describe('a revision that is named', () => {
  const revision = { kind: 'registered', reference: 'web:7' } as const;

  test('must be ACTIVE', () => {
    const asked = registered(7, undefined, { status: 'INACTIVE' });
    expect(messages(check({ request: { revision }, current: { asked } }))).toEqual([
      'The task definition web:7 is INACTIVE, not ACTIVE.',
    ]);
    expect(check({ request: { revision }, current: { asked: registered(7) } })).toEqual([]);
  });

  test.each([
    ['ecs-update-service', 'Name a revision that is ACTIVE, or give the file.', 'task-definition'],
    ['rollback', /Name another revision, which is ACTIVE, with to\.$/, 'to'],
  ] as const)('else %s says what to do, at its own input', (action, remedy, input) => {
    const asked = registered(7, undefined, { status: 'INACTIVE' });
    const [problem] = check({ request: { revision, action }, current: { asked } });
    expect(problem?.input).toBe(input);
    expect(problem?.remedy).toMatch(remedy);
  });

  test('has no status before it was read', () => {
    const revision = { kind: 'registered', reference: 'web:3' } as const;
    expect(check({ request: { revision } })).toEqual([]);
  });

  test('has its problems at the input, not at a line', () => {
    const service = { loadBalancers: [{ containerName: 'other', containerPort: 80 }] };
    const [problem] = check({ service, request: { revision }, current: { asked: registered(7) } });
    expect(problem).toMatchObject({ input: 'task-definition' });
    expect(problem?.location).toBeUndefined();
  });
});

describe('images', () => {
  const containers = [container({ image: pinnedImage }), container({ name: 'log', image: taggedImage })];

  test('one that its registry does not have is a problem at its line', () => {
    const [problem] = check({
      containers,
      current: { images: new Map([[taggedImage, { state: 'missing' }]]) },
    });
    expect(problem?.message).toBe(`The image ${taggedImage} of container log is not in its repository.`);
    // The locator of these tests answers with the length of the path.
    expect(problem?.location).toEqual({ file: 'web.yml', line: 3, column: 1 });
  });

  test.each([
    ['ecs-update-service', /^Push it first/],
    ['rollback', /^A lifecycle policy/],
  ] as const)('and %s says what to do about it', (action, remedy) => {
    const images = new Map([[taggedImage, { state: 'missing' }]] as const);
    const [problem] = check({ containers, current: { images }, request: { action } });
    expect(problem?.remedy).toMatch(remedy);
  });

  test('one that cannot be looked up is none', () => {
    expect(
      check({
        containers,
        current: { images: new Map([[taggedImage, { state: 'unknown', why: 'denied' }]]) },
      }),
    ).toEqual([]);
  });
});

describe('load balancers', () => {
  const loadBalancers = [{ containerName: 'app', containerPort: 8080 }];

  test('a container that is not there is named, with the nearest that is', () => {
    const [problem] = check({ service: { loadBalancers }, containers: [container({ name: 'apps' })] });
    expect(problem?.message).toContain('a container app, which the task definition does not have');
    expect(problem?.remedy).toContain('it has apps');
  });

  test('a port that is not mapped is named, with those that are', () => {
    const containers = [container({ portMappings: [{ containerPort: 80 }, { containerPort: 81 }] })];
    const [problem] = check({ service: { loadBalancers }, containers });
    expect(problem?.message).toContain('port 8080 of container app, which does not map it');
    expect(problem?.remedy).toContain('they have 80, 81');
  });

  test('container and port that are there are no problem', () => {
    const containers = [container({ portMappings: [{ containerPort: 8080 }] })];
    expect(check({ service: { loadBalancers }, containers })).toEqual([]);
  });
});

describe('Service Connect and VPC Lattice', () => {
  const service = {
    deployments: [
      awsDeployment({
        serviceConnectConfiguration: { enabled: true, services: [{ portName: 'http' }] },
        vpcLatticeConfigurations: [{ roleArn: 'r', targetGroupArn: 't', portName: 'grpc' }],
      }),
    ],
  };

  test('every port name of the service must be in the file', () => {
    const containers = [container({ portMappings: [{ containerPort: 80, name: 'http' }] })];
    expect(messages(check({ service, containers }))).toEqual([
      'The service looks up the port name grpc (Service Connect or VPC Lattice), which no port mapping of the task definition has.',
    ]);
  });

  test('names in any container count', () => {
    const containers = [
      container({ portMappings: [{ containerPort: 80, name: 'http' }] }),
      container({ name: 'proxy', portMappings: [{ containerPort: 81, name: 'grpc' }] }),
    ];
    expect(check({ service, containers })).toEqual([]);
  });
});

describe('100 and 100 percent cannot progress', () => {
  test('under ROLLING with tasks it is refused', () => {
    expect(check({ service: rolling(100, 100) })[0]?.message).toContain('cannot progress');
  });

  test.each<readonly [string, Given]>([
    ['room above', { service: rolling(100, 150) }],
    ['room below', { service: rolling(50, 100) }],
    ['no task wanted', { service: { ...rolling(100, 100), desiredCount: 0 } }],
    ['no task asked for', { service: rolling(100, 100), request: { settings: { desiredCount: 0 } } }],
    ['DAEMON', { service: { ...rolling(100, 100), schedulingStrategy: 'DAEMON' } }],
    [
      'a native strategy',
      {
        service: {
          deploymentConfiguration: {
            minimumHealthyPercent: 100,
            maximumPercent: 100,
            strategy: 'BLUE_GREEN',
          },
        },
      },
    ],
  ])('%s is no problem', (_, given) => {
    expect(check(given)).toEqual([]);
  });

  test('a count asked for above 0 is refused though the service has none', () => {
    const given = {
      service: { ...rolling(100, 100), desiredCount: 0 },
      request: { settings: { desiredCount: 1 } },
    };
    expect(check(given)).toHaveLength(1);
  });
});

describe('desired-count', () => {
  const asking = (desiredCount: number, given: Given = {}): readonly Problem[] =>
    check({ ...given, request: { settings: { desiredCount } } });

  test('is an error for a DAEMON service', () => {
    expect(asking(1, { service: { schedulingStrategy: 'DAEMON' } })[0]).toMatchObject({
      remedy: 'Remove desired-count.',
      input: 'desired-count',
    });
  });

  const target = (min: number, max: number): ScalableTarget => ({
    arn: 'arn:aws:application-autoscaling:eu-central-1:123456789012:scalable-target/0ec5',
    resourceId: 'service/shop/web',
    min,
    max,
    suspended: { in: false, out: false, scheduled: false },
  });

  test.each([1, 11])('%i is outside the bounds 2 to 10 of a scalable target', (count) => {
    expect(asking(count, { current: { scalable: target(2, 10) } })[0]?.message).toContain(
      'outside the bounds of Application Auto Scaling, 2 to 10',
    );
  });

  test.each([2, 10])('%i is within them', (count) => {
    expect(asking(count, { current: { scalable: target(2, 10) } })).toEqual([]);
  });

  test('has no bounds without a scalable target', () => {
    expect(asking(500)).toEqual([]);
  });
});

describe('CODE_DEPLOY', () => {
  test.each<readonly [number | 'default', readonly (string | undefined)[]]>([
    [1, ['stable-for']],
    [0, []],
    ['default', []],
  ])('waits for no tasks to stay up: stable-for %s gives problems %j', (stableFor, inputs) => {
    const problems = check({
      current: { service: aCodeDeployService([awsTaskSet()]) },
      request: { action: 'bluegreen-deploy', control: { ...control, stableFor } },
    });
    expect(problems.map(({ input }) => input).filter((input) => input === 'stable-for')).toEqual(inputs);
  });

  const containers = [container({ portMappings: [{ containerPort: 8080 }] })];
  const codeDeploy = (given: Given = {}, taskSet = awsTaskSet()): readonly Problem[] =>
    check({
      containers,
      current: { service: aCodeDeployService([taskSet]) },
      ...given,
      request: { action: 'bluegreen-deploy', ...given.request },
    });

  test('without settings there is no problem', () => {
    expect(codeDeploy()).toEqual([]);
  });

  test('refuses each setting by its name, all at once, and says where it belongs', () => {
    const problems = codeDeploy({
      request: {
        settings: {
          desiredCount: 3,
          propagateTags: 'SERVICE',
          forceNewDeployment: true,
          managedTags: false,
          volume: dataVolume(),
        },
      },
    });
    expect(problems.map(({ input, remedy }) => [input, remedy])).toEqual([
      ['desired-count', expect.stringContaining('Change the count on the service itself')],
      ['propagate-tags', expect.stringContaining('Set it on the service')],
      ['force-new-deployment', expect.stringContaining('CodeDeploy starts a new task set whenever')],
      ['enable-ecs-managed-tags', expect.stringContaining('Set it on the service')],
      ['service-managed-ebs-volume', expect.stringContaining('take no volume from their service')],
    ]);
  });

  test('force-new-deployment: false asks for nothing', () => {
    expect(codeDeploy({ request: { settings: { forceNewDeployment: false } } })).toEqual([]);
  });

  test('100 and 100 percent are none of its business', () => {
    const service = aCodeDeployService([awsTaskSet()], rolling(100, 100));
    expect(codeDeploy({ current: { service } })).toEqual([]);
  });

  test('an AppSpec that names another container is refused', () => {
    const appSpec = { containerName: 'web', containerPort: 8080, hooks: [] };
    const [problem] = codeDeploy({
      request: { codeDeploy: { endPreviousWait: false, waitForTermination: false, appSpec } },
    });
    expect(problem?.message).toMatch(/^The AppSpec sends traffic to a container web/);
    expect(problem?.input).toBe('codedeploy-appspec');
  });

  test('an AppSpec cannot be built from a task set without a load balancer', () => {
    expect(codeDeploy({}, awsTaskSet({ loadBalancers: [] }))).toHaveLength(1);
  });
});

describe('the rollout state', () => {
  test('of a service that has no deployment yet is not missed', () => {
    expect(check({ service: { deployments: [] } })).toEqual([]);
  });

  test('that ECS does not report at all is refused: no verdict could be true', () => {
    const service = { deployments: [awsDeployment({ rolloutState: undefined })] };
    expect(check({ service })[0]?.message).toContain('reports no rollout state');
  });

  test('of one deployment is enough', () => {
    const service = {
      deployments: [awsDeployment(), awsDeployment({ status: 'ACTIVE', rolloutState: undefined })],
    };
    expect(check({ service })).toEqual([]);
  });
});
