import { deployRequest, file, webFile } from '../__tests__/support/deployment.ts';
import type { DeployRequest } from '../src/deploy/request.ts';
import type { RollbackRequest } from '../src/rollback/rollback.ts';
import { definitionOf, isRollingHere } from './setting.ts';
import type { Part } from './stage/stage.ts';
import type { ChaosScenario } from './scenario.ts';

/** What one job asks for one service. */
export function requestOf(scenario: ChaosScenario, { service, tag, job }: Part): DeployRequest {
  const { wait, waitMinutes, dryRun, pinImages, force, desiredCount, waitForTermination } = scenario.request;
  const basis = deployRequest();
  const isRolling = isRollingHere(scenario, service);
  return {
    ...basis,
    action: isRolling ? 'ecs-update-service' : 'bluegreen-deploy',
    service,
    revision: isRolling ? file(tag, definitionOf(service, tag)) : webFile(tag),
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

/** What one press of the rollback asks for. */
export function rollbackOf(scenario: ChaosScenario, part: Part): RollbackRequest {
  const request: RollbackRequest = requestOf(scenario, part);
  const { settings } = deployRequest();
  const run = { ...request.run, runId: part.job === RIVAL ? '78' : '77' };
  return { ...request, action: 'rollback', run, settings, pinImages: false };
}

/** The number of the job of somebody who presses the rollback, too. */
export const RIVAL = 9;
