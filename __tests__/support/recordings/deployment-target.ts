import type { DeploymentTarget, LifecycleEvent } from '@aws-sdk/client-codedeploy';

const begun = Date.parse('2018-11-28T18:56:01.022Z');

/** Begin and end in seconds after the first began. */
const event = (lifecycleEventName: string, start: number, end: number): LifecycleEvent => ({
  lifecycleEventName,
  startTime: new Date(begun + start * 1000),
  endTime: new Date(begun + end * 1000),
  status: 'Succeeded',
});

/**
 * GetDeploymentTarget of a deployment that succeeded, without a test listener, as the ECS developer guide printed it
 * (2018-11-28): no label on the task sets, and `identifer` is spelt so.
 */
export const succeededTarget: DeploymentTarget = {
  deploymentTargetType: 'ECSTarget',
  ecsTarget: {
    deploymentId: 'd-RPCR1U3TW',
    targetId: 'tutorial-bluegreen-cluster:service-bluegreen',
    targetArn: 'arn:aws:ecs:us-east-1:123456789012:service/service-bluegreen',
    lastUpdatedAt: new Date(begun + 129_204),
    lifecycleEvents: [
      event('BeforeInstall', 0, 0.411),
      event('Install', 0.656, 124.253),
      event('AfterInstall', 124.498, 125.011),
      event('BeforeAllowTraffic', 125.816, 126.461),
      event('AllowTraffic', 126.726, 127.466),
      event('AfterAllowTraffic', 128.13, 128.863),
    ],
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
