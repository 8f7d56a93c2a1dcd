import { action as bluegreenDeploy } from '../src/actions/bluegreen-deploy/inputs.ts';
import { action as buildPush } from '../src/actions/build-push/inputs.ts';
import { action as ecsUpdateService } from '../src/actions/ecs-update-service/inputs.ts';
import { action as rollback } from '../src/actions/rollback/inputs.ts';
import type { ActionSpec } from '../src/inputs/schema.ts';

/** Every action, for all that is generated from their schemas. */
export const actions: readonly ActionSpec[] = [buildPush, bluegreenDeploy, ecsUpdateService, rollback];
