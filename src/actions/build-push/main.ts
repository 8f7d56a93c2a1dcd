import { runAction } from '../../github/run-action.ts';
import { action } from './inputs.ts';

/** What builds is loaded once the inputs have passed: it is most of the bundle. */
export const run = (): Promise<never> =>
  runAction(action, async (inputs, runner) => {
    const { buildAction } = await import('../../github/build-action.ts');
    return buildAction(inputs, runner);
  });
