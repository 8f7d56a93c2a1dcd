import type { ActionSpec } from '../../inputs/schema.ts';
import { REFUSED_OUTPUTS, ROLLBACK_OUTPUTS } from '../../report/outputs.ts';
import { ROLLBACK_INPUTS } from '../../rollback/inputs.ts';

export const action = {
  name: 'rollback',
  title: 'ECS Deploy Toolkit: rollback',
  description:
    'Returns Amazon ECS services to the revision that was deployed successfully before, whichever controller deploys them',
  inputs: ROLLBACK_INPUTS,
  outputs: ROLLBACK_OUTPUTS,
  hasPost: true,
  refusedOutputs: REFUSED_OUTPUTS,
  refused: {
    'task-definition': 'Name the revision to return to with to; a file is deployed by the deploy actions.',
  },
} as const satisfies ActionSpec;
