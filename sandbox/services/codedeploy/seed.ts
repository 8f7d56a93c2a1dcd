import { uuid } from '../../chance.ts';
import type { ScenarioCodeDeploy } from '../../scenario/codedeploy.ts';
import type { World } from '../../world.ts';
import { addApplication } from './application.ts';
import { addGroup } from './deployment-group.ts';

/** Puts a scenario's applications, deployment groups and configurations into the world. */
export function seedCodeDeploy(world: World, scenario: ScenarioCodeDeploy): void {
  for (const config of scenario.deploymentConfigs) {
    world.codedeploy.configs.push({ id: uuid(world.chance), createdAt: world.now, ...config });
  }
  for (const { name, deploymentGroups } of scenario.applications) {
    addApplication(world, name);
    for (const group of deploymentGroups) addGroup(world, group);
  }
}
