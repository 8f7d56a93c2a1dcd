import { deployRequest, file, webFile } from '../__tests__/support/deployment.ts';
import type { DeployRequest } from '../src/deploy/request.ts';
import type { Part } from './stage/stage.ts';
import type { ChaosScenario } from './scenario.ts';

/** What one job asks for one service. */
export function requestOf(scenario: ChaosScenario, { service, tag, job }: Part): DeployRequest {
  const { wait, waitMinutes, dryRun, pinImages, force, desiredCount, waitForTermination } = scenario.request;
  const basis = deployRequest();
  const isRolling = scenario.service.strategy === 'rolling';
  return {
    ...basis,
    action: isRolling ? 'ecs-update-service' : 'bluegreen-deploy',
    service,
    revision: isRolling ? file(tag) : webFile(tag),
    settings: {
      ...basis.settings,
      forceNewDeployment: force ? true : undefined,
      desiredCount,
      deployment: scenario.configuration,
    },
    codeDeploy: { ...basis.codeDeploy, waitForTermination },
    control: scenario.control,
    ...(scenario.scaling.asked === undefined ? {} : { suspendScaling: scenario.scaling.asked }),
    run: { ...basis.run, runAttempt: String(job) },
    wait,
    waitMinutes,
    dryRun,
    pinImages,
  };
}
