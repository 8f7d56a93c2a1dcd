import type { AwsService } from '../operation.ts';
import type { World, WorldEvent } from '../world.ts';
import { applicationAutoscaling } from './application-autoscaling/operations.ts';
import { playCodeDeploy } from './codedeploy/lifecycle.ts';
import { codedeploy } from './codedeploy/operations.ts';
import { ecr } from './ecr/operations.ts';
import { playEcs } from './ecs/lifecycle.ts';
import { ecs } from './ecs/operations.ts';
import { sts } from './sts/operations.ts';

/** The AWS services that the sandbox models. */
export const services: readonly AwsService[] = [ecs, codedeploy, ecr, applicationAutoscaling, sts];

/** Plays a due event: each service knows its own. */
export function play(world: World, event: WorldEvent): void {
  switch (event.service) {
    case 'ecs':
      playEcs(world, event);
      return;
    case 'codedeploy':
      playCodeDeploy(world, event);
  }
}
