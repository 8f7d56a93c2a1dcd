import type { RegisterTaskDefinitionRequest } from '@aws-sdk/client-ecs';
import { createHash } from 'node:crypto';
import { blueGroup, greenGroup, productionListener } from '../__tests__/support/blue-green.ts';
import { registry } from '../__tests__/support/sandbox.ts';
import { parseScenario, type Sandbox } from '../sandbox/sandbox.ts';
import { HISTORY, TAGS } from './dimension/tag.ts';
import { alarmsOf, type Opening, rolling } from './setting-ecs.ts';
import type { BlueGreenService, ChaosScenario } from './scenario.ts';

/** What the sandbox opens with for a scenario. */
export function settingOf(scenario: ChaosScenario): ReturnType<typeof parseScenario> {
  const { seed, faults, deny, service, scaling, second } = scenario;
  const names = serviceNames(scenario);
  const first = service.strategy === 'rolling' ? rolling(service) : blueGreen(service);
  return parseScenario(
    JSON.stringify({
      seed,
      clusters: ['shop'],
      repositories: names.map((name) => ({
        name,
        tags: Object.fromEntries(tags.map((tag) => [tag, digestOf(tag)])),
      })),
      taskDefinitions: names.map((name) => definitionOf(name, 'v1')),
      scalableTargets:
        scaling.before === undefined
          ? []
          : names.map((name) => ({ resourceId: `service/shop/${name}`, min: 0, max: 10 })),
      faults,
      deny,
      ...first,
      services: [...first.services, ...(second === undefined ? [] : [SECOND_SERVICE])],
    }),
    'scenario.json',
  );
}

/** The name of the first service, of its repository and of the family that it runs. */
export const serviceName = ({ service }: ChaosScenario): string =>
  service.strategy === 'rolling' ? 'worker' : 'web';

const SECOND = 'mailer';

/** The services of a step. */
export const serviceNames = (scenario: ChaosScenario): readonly string[] => [
  serviceName(scenario),
  ...(scenario.second === undefined ? [] : [SECOND]),
];

export const isFirst = (name: string): boolean => name !== SECOND;

/** Whether a service is deployed by ECS itself. */
export const isRollingHere = ({ service }: ChaosScenario, name: string): boolean =>
  name === SECOND || service.strategy === 'rolling';

const SECOND_SERVICE = {
  cluster: 'shop',
  serviceName: SECOND,
  taskDefinition: `${SECOND}:1`,
  desiredCount: 2,
  launchType: 'FARGATE',
  deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
};

/** A service of a sandbox. */
export function serviceIn({ world }: Sandbox, name: string): Sandbox['world']['ecs']['services'][number] {
  const service = world.ecs.services.find((one) => one.name === name);
  if (service === undefined) throw new Error('The sandbox has no service.');
  return service;
}

/** The tags that the repository has: all but `missing`. */
const tags = [...new Set([...TAGS, ...HISTORY])].filter((tag) => tag !== 'missing');

export const digestOf = (tag: string): string => `sha256:${createHash('sha256').update(tag).digest('hex')}`;

export const imageOf = (name: string, tag: string): string => `${registry}/${name}:${tag}`;

type Definition = Pick<RegisterTaskDefinitionRequest, 'family' | 'networkMode' | 'containerDefinitions'>;

/** The task definition that has this tag. */
export const definitionOf = (name: string, tag: string): Definition => ({
  family: name,
  networkMode: 'awsvpc',
  containerDefinitions: [
    { name, image: imageOf(name, tag), memory: 256, portMappings: [{ containerPort: 80 }] },
  ],
});

function blueGreen(service: BlueGreenService): Opening {
  const { desiredCount, config, terminationWaitMinutes, autoRollback, alarm } = service;
  return {
    loadBalancers: {
      targetGroups: [blueGroup, greenGroup].map((arn) => ({ arn, deregistrationDelaySeconds: 10 })),
      listeners: [
        {
          arn: productionListener,
          port: 443,
          rules: [
            {
              arn: productionListener.replace(':listener/', ':listener-rule/'),
              forward: [{ targetGroupArn: blueGroup, weight: 100 }],
            },
          ],
        },
      ],
    },
    services: [
      {
        cluster: 'shop',
        serviceName: 'web',
        taskDefinition: 'web:1',
        desiredCount,
        launchType: 'FARGATE',
        deploymentController: { type: 'CODE_DEPLOY' },
        loadBalancers: [{ targetGroupArn: blueGroup, containerName: 'web', containerPort: 80 }],
      },
    ],
    codedeploy: {
      applications: [
        {
          name: 'Shop',
          deploymentGroups: [
            {
              name: 'Web',
              cluster: 'shop',
              service: 'web',
              targetGroups: ['web-blue', 'web-green'],
              productionListener,
              deploymentConfig: config,
              terminationWaitMinutes,
              autoRollback,
              ...(alarm === undefined ? {} : { alarms: ['web-5xx'] }),
            },
          ],
        },
      ],
    },
    ...alarmsOf(alarm),
  };
}
