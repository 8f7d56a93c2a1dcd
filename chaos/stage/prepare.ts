import type { Sandbox } from '../../sandbox/sandbox.ts';
import { HISTORY } from '../dimension/tag.ts';
import { doAct } from '../others.ts';
import type { ChaosScenario } from '../scenario.ts';
import { serviceNames } from '../setting.ts';
import { truthOf } from '../truth.ts';
import type { VirtualTime } from './time.ts';

/** What has happened before the job begins, and what a scenario file cannot say. */
export function prepare(
  sandbox: Sandbox,
  scenario: ChaosScenario,
  { pass }: Pick<VirtualTime, 'pass'>,
): void {
  const { scaling, rollback } = scenario;
  const { before } = scaling;
  if (before !== undefined) {
    for (const target of sandbox.world.autoscaling.scalableTargets) target.suspended = before;
  }
  if (rollback === undefined) return;
  for (const tag of HISTORY) {
    for (const name of serviceNames(scenario))
      doAct(sandbox, scenario, { name, does: { kind: 'deploy', tag } });
    for (let minutes = 0; minutes < LONGEST_MINUTES && !isQuiet(sandbox, scenario); minutes += 1)
      pass(60_000);
  }
  if (rollback.inProgress === undefined) return;
  doAct(sandbox, scenario, { does: { kind: 'deploy', tag: rollback.inProgress.tag } });
  pass(rollback.inProgress.seconds * 1_000);
  sandbox.live();
}

/** A deployment of CodeDeploy that waits an hour for the end of the old task set. */
const LONGEST_MINUTES = 90;

const isQuiet = (sandbox: Sandbox, scenario: ChaosScenario): boolean =>
  serviceNames(scenario).every((name) => {
    const { underWay, isSettled } = truthOf(sandbox, name);
    return underWay.length === 0 && isSettled;
  });
