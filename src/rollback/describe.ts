import { describeCodeDeploy } from '../deploy/codedeploy/describe.ts';
import type { Ports } from '../deploy/ports.ts';
import type { ServiceRequest } from '../deploy/request.ts';
import type { ServiceState } from '../service/service.ts';
import { codeDeployHistory } from './codedeploy/describe.ts';
import { ecsHistory } from './ecs/describe.ts';
import type { History } from './history.ts';

/** What AWS tells of the successful deployments of a service, by its controller, and of a return under way. */
export async function describeHistory(
  request: ServiceRequest,
  service: ServiceState,
  ports: Ports,
): Promise<History> {
  return service.controller === 'CODE_DEPLOY'
    ? codeDeployHistory(service, await describeCodeDeploy(request, service, ports), ports)
    : ecsHistory(service, ports);
}
