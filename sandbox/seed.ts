import type { Scenario } from './scenario.ts';
import type { ScenarioRepository } from './scenario/repository.ts';
import { nothingSuspended } from './services/application-autoscaling/state.ts';
import { createAlarm } from './services/cloudwatch/alarm.ts';
import { seedCodeDeploy } from './services/codedeploy/seed.ts';
import { newRepository } from './services/ecr/repository.ts';
import type { Repository } from './services/ecr/state.ts';
import { clusterArn } from './services/ecs/arn.ts';
import { seedService } from './services/ecs/create-service.ts';
import { addTaskDefinition } from './services/ecs/task-definition.ts';
import { sha256 } from './wire/sha256.ts';
import { schedule, type World } from './world.ts';

/** How long everything that the scenario names has been there: a week. */
const past = 7 * 24 * 3600 * 1000;
const minute = 60 * 1000;

/** The world as it is when the sandbox opens, at `now` in milliseconds since 1970. */
export function createWorld(scenario: Scenario, now: number): World {
  const world: World = {
    region: scenario.region,
    account: scenario.account,
    now: now - past,
    chance: { state: scenario.seed },
    requestCount: 0,
    eventCount: 0,
    queue: [],
    permissions: {
      deny: scenario.deny,
      ...(scenario.policy === undefined ? {} : { policy: scenario.policy }),
    },
    faults: scenario.faults.map((fault) => ({ ...fault, met: 0 })),
    past: [],
    competing: scenario.competing.map((competitor) => ({ ...competitor, started: false })),
    ecs: { clusters: [], taskDefinitions: [], services: [], tasks: [], hooks: scenario.lifecycleHooks },
    ecr: {
      repositories: [],
      templates: scenario.creationTemplates.map((template) => ({ ...template, createdAt: now - past })),
      uploads: [],
    },
    codedeploy: {
      applications: [],
      configs: [],
      deployments: [],
      alarms: scenario.alarms.map(({ name, at, times }) => ({ name, at, times, struck: 0 })),
      hooks: scenario.hooks,
    },
    autoscaling: {
      scalableTargets: scenario.scalableTargets.map((target) => ({
        ...target,
        createdAt: now - past,
        suspended: nothingSuspended,
        tags: {},
      })),
      activities: [],
      scalings: scenario.scalings.map((scaling) => ({ ...scaling, started: false })),
    },
    loadBalancing: structuredClone(scenario.loadBalancers),
    cloudwatch: { alarms: scenario.alarms.map(({ watches }) => createAlarm(watches, now - past)) },
    logs: {
      listed: scenario.logGroups !== undefined,
      groups: (scenario.logGroups ?? []).map((name) => ({
        name,
        region: scenario.region,
        createdAt: now - past,
        streams: [],
      })),
    },
    sts: { chance: { state: scenario.seed }, roles: scenario.roles, sessions: [] },
    github: scenario.github,
  };
  for (const name of scenario.clusters) {
    world.ecs.clusters.push({ arn: clusterArn(world, name), name, tags: [] });
  }
  for (const repository of scenario.repositories)
    world.ecr.repositories.push(seedRepository(world, repository));
  const deployer = `arn:aws:iam::${world.account}:role/deployer`;
  for (const definition of scenario.taskDefinitions) addTaskDefinition(world, definition, deployer);
  for (const service of scenario.services) seedService(world, service);
  seedCodeDeploy(world, scenario.codedeploy);
  world.queue = [];
  for (const service of world.ecs.services) service.nextPassAt = undefined;
  world.now = now;
  for (const { rule, targetGroupArn, at } of scenario.ruleResets) {
    schedule(world, at * 1000, { service: 'ecs', kind: 'rule-reset', rule, targetGroupArn });
  }
  return world;
}

function seedRepository(world: World, { name, tags, ...rules }: ScenarioRepository): Repository {
  const images = new Map<string, { digest: string; tags: string[] }>();
  for (const [tag, given] of tags) {
    const digest = given ?? `sha256:${sha256(`${name}:${tag}`)}`;
    const image = images.get(digest) ?? { digest, tags: [] };
    image.tags.push(tag);
    images.set(digest, image);
  }
  return {
    ...newRepository(world, name, rules),
    images: [...images.values()].map((image, index) => ({
      ...image,
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      manifest: JSON.stringify({
        schemaVersion: 2,
        mediaType: 'application/vnd.oci.image.manifest.v1+json',
        config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: image.digest, size: 2048 },
        layers: [],
      }),
      // In the order of the scenario, a minute apart: an older image stands first.
      pushedAt: world.now + index * minute,
    })),
  };
}
