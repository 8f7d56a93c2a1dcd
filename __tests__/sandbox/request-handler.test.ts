import { virtualClock } from '../../sandbox/clock.ts';
import { requestHandler } from '../../sandbox/request-handler.ts';
import { createSandbox, parseScenario } from '../../sandbox/sandbox.ts';
import { startOfTime } from '../support/sandbox.ts';
import { mountContract } from './mount.contract.ts';

mountContract('the sandbox behind an SDK client', (scenario) => {
  const sandbox = createSandbox(parseScenario(scenario, 'scenario.yml'), virtualClock(startOfTime));
  return Promise.resolve({
    sandbox,
    reach: { requestHandler: requestHandler(sandbox) },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  });
});
