import { runAction } from '../../github/run-action.ts';
import { action } from './inputs.ts';

/** What deploys is loaded once the inputs have passed: it is most of the bundle. */
export const run = (): Promise<never> =>
  runAction(action, async (inputs, runner) => {
    const { deployAction } = await import('../../github/deploy-action.ts');
    return deployAction(action.name, inputs, runner);
  });
