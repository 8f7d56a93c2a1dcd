import { checkEnvironment } from '../aws/environment.ts';
import { regionOf } from '../aws/region.ts';
import { type RoleInputs, roleOf } from '../aws/role.ts';
import type { Ports } from '../deploy/ports.ts';
import { type Access, connect } from './connect.ts';
import type { Runner } from './runner.ts';
import { courseKeeper, suspensionKeeper } from './state.ts';
import { systemClock } from './system-clock.ts';

/** How a step reaches AWS; asks nothing of anybody. Throws a UserError. */
export function accessOf(
  inputs: RoleInputs & { readonly 'max-retries': number },
  environment: Readonly<Record<string, string | undefined>>,
): Access {
  const region = regionOf(environment);
  const role = roleOf(inputs, environment);
  checkEnvironment(environment, { role: role !== undefined });
  return { region, role, maxRetries: inputs['max-retries'] };
}

/** Everything outside that a step touches, once the role is assumed where one is asked for. */
export async function openSession(access: Access, runner: Runner): Promise<Ports> {
  return {
    aws: await connect(access, runner),
    clock: systemClock,
    chance: Math.random,
    log: runner,
    signal: runner.signal,
    keep: courseKeeper(runner.saveState),
    keepSuspension: suspensionKeeper(runner.saveState),
  };
}
