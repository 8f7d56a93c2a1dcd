import type { DeploymentTarget } from '@aws-sdk/client-codedeploy';
import { lifecycle } from './timelines.ts';

const begun = Date.parse('2018-11-28T18:56:01.022Z');

/**
 * GetDeploymentTarget of a deployment that succeeded, from the ECS developer guide (2018-11-28), reduced: no
 * label on the task sets, and `identifer` is spelt so.
 */
export const succeededTarget: DeploymentTarget = {
  deploymentTargetType: 'ECSTarget',
  ecsTarget: {
    deploymentId: 'd-RPCR1U3TW',
    targetId: 'tutorial-bluegreen-cluster:service-bluegreen',
    lifecycleEvents: lifecycle.map(([lifecycleEventName, start, end]) => ({
      lifecycleEventName,
      startTime: new Date(begun + start * 1000),
      endTime: new Date(begun + end * 1000),
      status: 'Succeeded',
    })),
    status: 'Succeeded',
    taskSetsInfo: [
      {
        identifer: 'ecs-svc/9223370493425779968',
        desiredCount: 1,
        pendingCount: 0,
        runningCount: 1,
        status: 'ACTIVE',
        trafficWeight: 0,
        targetGroup: { name: 'bluegreentarget1' },
      },
      {
        identifer: 'ecs-svc/9223370493423413672',
        desiredCount: 1,
        pendingCount: 0,
        runningCount: 1,
        status: 'PRIMARY',
        trafficWeight: 100,
        targetGroup: { name: 'bluegreentarget2' },
      },
    ],
  },
};
