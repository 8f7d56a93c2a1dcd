import { runAction } from '../../github/run-action.ts';
import { action } from './inputs.ts';

/** What rolls back is loaded once the inputs have passed: it is most of the bundle. */
export const run = (): Promise<never> =>
  runAction(action, async (inputs, runner) => {
    const { rollbackAction } = await import('../../github/rollback-action.ts');
    return rollbackAction(inputs, runner);
  });
