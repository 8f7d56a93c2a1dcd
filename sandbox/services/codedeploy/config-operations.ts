import type {
  CreateDeploymentConfigInput,
  GetDeploymentConfigInput,
  ListDeploymentConfigsInput,
} from '@aws-sdk/client-codedeploy';
import { uuid } from '../../chance.ts';
import type { Context } from '../../operation.ts';
import { seconds } from '../../wire/json11.ts';
import { configNames, configOf } from './config.ts';
import { codeDeployErrors } from './errors.ts';
import { page } from './page.ts';

/** GetDeploymentConfig, for AWS's own configurations and those that were created here. */
export function getDeploymentConfig(input: GetDeploymentConfigInput, { world }: Context): object {
  const { id, name, createdAt, routing } = configOf(world, input.deploymentConfigName ?? '');
  return {
    deploymentConfigInfo: {
      deploymentConfigId: id,
      deploymentConfigName: name,
      createTime: seconds(createdAt),
      computePlatform: 'ECS',
      trafficRoutingConfig: routing,
    },
  };
}

/** ListDeploymentConfigs: those for ECS alone. */
export function listDeploymentConfigs(input: ListDeploymentConfigsInput, { world }: Context): object {
  const { items, rest } = page(configNames(world), input.nextToken);
  return { deploymentConfigsList: items, ...rest };
}

/** CreateDeploymentConfig, for the compute platform ECS. */
export function createDeploymentConfig(input: CreateDeploymentConfigInput, { world }: Context): object {
  const name = input.deploymentConfigName ?? '';
  if (input.computePlatform !== 'ECS') throw codeDeployErrors.platformNotModelled();
  if (configNames(world).includes(name)) throw codeDeployErrors.configExists(name);
  const routing = input.trafficRoutingConfig;
  const { linearPercentage = 10 } = routing?.timeBasedLinear ?? {};
  const { canaryPercentage = 10 } = routing?.timeBasedCanary ?? {};
  if (routing === undefined || [linearPercentage, canaryPercentage].some((part) => part < 1 || part > 99)) {
    throw codeDeployErrors.invalidConfig('The traffic routing configuration is not valid.');
  }
  const id = uuid(world.chance);
  world.codedeploy.configs.push({ id, name, createdAt: world.now, routing });
  return { deploymentConfigId: id };
}
