import type { ScalableTarget, ScalingActivity } from '@aws-sdk/client-application-auto-scaling';

/** An entry of DescribeScalableTargets, recorded 2021-03-17 (test data of cloud-custodian), with names of our own. */
export const scalableTarget: ScalableTarget = {
  ServiceNamespace: 'ecs',
  ResourceId: 'service/test/sample',
  ScalableDimension: 'ecs:service:DesiredCount',
  MinCapacity: 1,
  MaxCapacity: 5,
  RoleARN:
    'arn:aws:iam::123456789012:role/aws-service-role/ecs.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_ECSService',
  CreationTime: new Date('2021-03-17T14:59:20.604Z'),
  SuspendedState: {
    DynamicScalingInSuspended: false,
    DynamicScalingOutSuspended: false,
    ScheduledScalingSuspended: false,
  },
};

const byAlarm = (alarm: string): string =>
  `monitor alarm TargetTracking-service/api-prod/api-prod-Alarm${alarm} in state ALARM triggered policy api-prod-cpu-target-tracking`;
const high = 'High-ea685bcc-81bf-4ffd-b0e9-cd80c68c98ec';
const low = 'Low-1c9e4486-0334-4b22-8c18-72d290cad7fd';

/**
 * What DescribeScalingActivities told of a service, newest first (JWanderer73/credit-card-fraud, 2026-09-05): cause,
 * status and start are all that was published.
 */
export const activities: readonly Pick<ScalingActivity, 'Cause' | 'StatusCode' | 'StartTime'>[] = [
  { Cause: byAlarm(high), StatusCode: 'Successful', StartTime: new Date('2026-09-05T09:23:10.082Z') },
  { Cause: byAlarm(high), StatusCode: 'Successful', StartTime: new Date('2026-09-05T09:17:10.083Z') },
  {
    Cause: 'minimum capacity was set to 2',
    StatusCode: 'Successful',
    StartTime: new Date('2026-09-05T07:50:13.435Z'),
  },
  { Cause: byAlarm(low), StatusCode: 'Successful', StartTime: new Date('2026-09-05T05:09:38.326Z') },
];
