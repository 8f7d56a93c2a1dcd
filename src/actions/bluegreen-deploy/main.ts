import { deployAction } from '../../github/deploy-action.ts';
import { runAction } from '../../github/run-action.ts';
import { action } from './inputs.ts';

export const run = (): Promise<never> =>
  runAction(action, (inputs, runner) => deployAction(action.name, inputs, runner));
