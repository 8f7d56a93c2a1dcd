import type { AwsService } from '../operation.ts';
import type { World, WorldEvent } from '../world.ts';
import { applicationAutoscaling } from './application-autoscaling/operations.ts';
import { playScaling } from './application-autoscaling/scaling.ts';
import { playCodeDeploy } from './codedeploy/lifecycle.ts';
import { codedeploy } from './codedeploy/operations.ts';
import { playCloudWatch } from './cloudwatch/alarm.ts';
import { cloudwatch } from './cloudwatch/operations.ts';
import { ecr } from './ecr/operations.ts';
import { playEcs } from './ecs/lifecycle.ts';
import { ecs } from './ecs/operations.ts';
import { elasticLoadBalancing } from './elasticloadbalancing/operations.ts';
import { logs } from './logs/operations.ts';
import { sts } from './sts/operations.ts';

/** The AWS services that the sandbox models. */
export const services: readonly AwsService[] = [
  ecs,
  codedeploy,
  cloudwatch,
  ecr,
  applicationAutoscaling,
  elasticLoadBalancing,
  logs,
  sts,
];

/** Plays a due event: each service knows its own. */
export function play(world: World, event: WorldEvent): void {
  switch (event.service) {
    case 'ecs':
      playEcs(world, event);
      return;
    case 'codedeploy':
      playCodeDeploy(world, event);
      return;
    case 'cloudwatch':
      playCloudWatch(world, event);
      return;
    case 'application-autoscaling':
      playScaling(world, event);
  }
}
