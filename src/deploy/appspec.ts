import type { AppSpec } from '../appspec/appspec.ts';
import { buildAppSpec } from '../appspec/build.ts';
import { type Parsed, parsed } from '../inputs/problem.ts';
import type { ServiceState } from '../service/service.ts';
import type { DeployRequest } from './request.ts';

/** The AppSpec of the file, or one built from the task set that serves. */
export function appSpecOf({ codeDeploy }: DeployRequest, service: ServiceState): Parsed<AppSpec> {
  if (codeDeploy.appSpec !== undefined) return parsed(codeDeploy.appSpec);
  const serving = service.taskSets.find(({ status }) => status === 'PRIMARY');
  return buildAppSpec({
    loadBalancers: serving?.loadBalancers ?? service.loadBalancers,
    platformVersion: serving?.platformVersion,
    networkConfiguration: { awsvpcConfiguration: serving?.network },
    capacityProviderStrategy: serving?.capacityProviders,
  });
}
