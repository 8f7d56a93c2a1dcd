import { webScenario } from '../__tests__/support/blue-green.ts';
import {
  blueGreenStage,
  type BlueGreenStage,
  file,
  noSettings,
  type Run,
  stage,
  webFile,
} from '../__tests__/support/deployment.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

/** What a deployment reads before the call that starts it. */
export interface ReadsBefore {
  readonly what: string;
  readonly reads: number;
}

type Staged = Run & { readonly sandbox: Sandbox };
/** A run whose start is counted, from the request so numbered. */
interface Counted {
  readonly sandbox: Sandbox;
  readonly from: number;
}
type Story = () => Promise<Counted>;

const byService = { endPreviousWait: false, waitForTermination: false };
const named = { ...byService, application: 'Shop', group: 'Web' };
const consoleNames = webScenario()
  .replace('name: Shop', 'name: AppECS-shop-web')
  .replace('name: Web', 'name: DgpECS-shop-web');

/** A service whose task set an earlier deployment by CodeDeploy made, which has ended. */
async function deployedBefore(): Promise<BlueGreenStage> {
  const run = blueGreenStage();
  await run.deploy();
  run.pass(600);
  return run;
}

async function again(run: Staged, given: Parameters<Run['deploy']>[0]): Promise<Counted> {
  const from = run.sandbox.requests.length;
  const { verdict } = await run.deploy({ wait: false, ...given });
  if (verdict.status !== 'started') throw new Error(`A deployment ended as ${verdict.status}.`);
  return { sandbox: run.sandbox, from };
}

/** Puts another image under the tag that runs. */
function moveTag({ sandbox }: Staged): void {
  for (const { images } of sandbox.world.ecr.repositories) {
    const [, second, third] = images;
    third?.tags.push(...(second?.tags.splice(0, 1) ?? []));
  }
}

const STORIES: Readonly<Record<string, Story>> = {
  'rolling, another revision': () => again(stage(), {}),
  'rolling, the same revision again': () =>
    again(stage(), { revision: file('v1'), settings: { ...noSettings, forceNewDeployment: true } }),
  'CodeDeploy, application and group named': () => again(blueGreenStage(), { codeDeploy: named }),
  'CodeDeploy, names of the console': () =>
    again(blueGreenStage({ scenario: consoleNames }), { codeDeploy: byService }),
  'CodeDeploy, group found by the deployment before': async () =>
    again(await deployedBefore(), { revision: webFile('v3') }),
  'CodeDeploy, the same, and a newer revision exists': async () => {
    const run = await deployedBefore();
    await run.register('v1');
    return again(run, { revision: webFile('v3') });
  },
  'CodeDeploy, the same revision again, group named': async () => {
    const run = await deployedBefore();
    moveTag(run);
    return again(run, { codeDeploy: named });
  },
  'CodeDeploy, the same revision again, group found by the deployment before': async () => {
    const run = await deployedBefore();
    moveTag(run);
    return again(run, {});
  },
  'CodeDeploy, first deployment, group searched in one application': () =>
    again(blueGreenStage(), { codeDeploy: byService }),
};

/** The reads of each case, counted by the sandbox. */
export async function readsBefore(): Promise<readonly ReadsBefore[]> {
  const found: ReadsBefore[] = [];
  for (const [what, story] of Object.entries(STORIES)) {
    const { sandbox, from } = await story();
    const own = sandbox.requests.slice(from);
    const start = own.findIndex(({ operation }) => /^(UpdateService|CreateDeployment)$/.test(operation));
    found.push({ what, reads: own.slice(0, start).filter(({ mutating }) => !mutating).length });
  }
  return found;
}
