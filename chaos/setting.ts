import { createHash } from 'node:crypto';
import { blueGroup, greenGroup, productionListener } from '../__tests__/support/blue-green.ts';
import { registry } from '../__tests__/support/sandbox.ts';
import { parseScenario, type Sandbox } from '../sandbox/sandbox.ts';
import { HISTORY, TAGS } from './dimension/tag.ts';
import { alarmsOf, rolling } from './setting-ecs.ts';
import type { BlueGreenService, ChaosScenario } from './scenario.ts';

/** What the sandbox opens with for a scenario. */
export function settingOf(scenario: ChaosScenario): ReturnType<typeof parseScenario> {
  const { seed, faults, deny, service, scaling } = scenario;
  const name = serviceName(scenario);
  return parseScenario(
    JSON.stringify({
      seed,
      clusters: ['shop'],
      repositories: [{ name, tags: Object.fromEntries(tags.map((tag) => [tag, digestOf(tag)])) }],
      taskDefinitions: [definitionOf(name, 'v1')],
      scalableTargets:
        scaling.before === undefined ? [] : [{ resourceId: `service/shop/${name}`, min: 0, max: 10 }],
      faults,
      deny,
      ...(service.strategy === 'rolling' ? rolling(service) : blueGreen(service)),
    }),
    'scenario.json',
  );
}

/** The name of the service, of its repository and of the family that it runs. */
export const serviceName = ({ service }: ChaosScenario): string =>
  service.strategy === 'rolling' ? 'worker' : 'web';

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

/** The task definition that has this tag. */
export const definitionOf = (name: string, tag: string): object => ({
  family: name,
  networkMode: 'awsvpc',
  containerDefinitions: [
    { name, image: imageOf(name, tag), memory: 256, portMappings: [{ containerPort: 80 }] },
  ],
});

function blueGreen(service: BlueGreenService): object {
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
