import { groupOf, webScenario } from '../__tests__/support/blue-green.ts';
import { blueGreenStage, file, stage, webFile, type Run } from '../__tests__/support/deployment.ts';
import { type Chance, fraction } from '../sandbox/chance.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { World } from '../sandbox/world.ts';
import { median } from './process.ts';

/** How deployments of one kind were watched. */
export interface Detection {
  readonly kind: string;
  /** Seconds from the moment AWS had decided to our verdict. */
  readonly lags: readonly number[];
  /** Calls that change nothing, before the one that starts the deployment. */
  readonly readsBefore: number;
  /** Calls that change nothing in a minute of watching. */
  readonly readsPerMinute: number;
}

interface Kind {
  readonly name: string;
  readonly status: string;
  /** A stage of its own for each deployment, with the jitter of its pauses. */
  readonly set: (chance: () => number) => Run & { readonly sandbox: Sandbox };
  readonly tag: string;
  /** When AWS had decided, in milliseconds since 1970. */
  readonly decidedAt: (world: World) => number | undefined;
}

const DEPLOYMENTS = 20;
/** Named: what finding the group by the service costs is counted in reads.ts. */
const groupInputs = { application: 'Shop', group: 'Web' };

const recordEnd = ({ ecs }: World): number | undefined => ecs.services[0]?.records[0]?.finishedAt;
const shifted = ({ codedeploy }: World): number | undefined =>
  codedeploy.deployments[0]?.events.at(-1)?.endedAt;
const rolledBack = ({ codedeploy }: World): number | undefined =>
  codedeploy.deployments.find(({ creator }) => creator === 'codeDeployRollback')?.completedAt;

const watched = groupOf('terminationWaitMinutes: 60', 'alarms: [web-5xx]');
const alarmed = webScenario({ group: watched, more: 'alarms: [{ name: web-5xx, at: 30 }]' });

const rolling = (chance: () => number) => stage({ chance });
const blueGreen = (chance: () => number) => blueGreenStage({ chance });

const kinds: readonly Kind[] = [
  { name: 'rolling, success', status: 'deployed', set: rolling, tag: 'v2', decidedAt: recordEnd },
  {
    name: 'rolling, breaker rolls back',
    status: 'rolled-back',
    set: rolling,
    tag: 'fault-crash',
    decidedAt: recordEnd,
  },
  { name: 'CodeDeploy, success', status: 'deployed', set: blueGreen, tag: 'v2', decidedAt: shifted },
  {
    name: 'CodeDeploy, an alarm rolls back',
    status: 'rolled-back',
    set: (chance) => blueGreenStage({ chance, scenario: alarmed }),
    tag: 'v2',
    decidedAt: rolledBack,
  },
  {
    name: 'CodeDeploy, tasks crash',
    status: 'rolled-back',
    set: blueGreen,
    tag: 'fault-crash',
    decidedAt: rolledBack,
  },
];

/** Deploys twenty times of each kind at the sandbox's own speed, under a clock that stands still for calls. */
export async function detections(): Promise<readonly Detection[]> {
  const found: Detection[] = [];
  for (const kind of kinds) found.push(await detect(kind));
  return found;
}

async function detect(kind: Kind): Promise<Detection> {
  const runs = [];
  for (let seed = 1; seed <= DEPLOYMENTS; seed += 1) runs.push(await deployOnce(kind, { state: seed }));
  return {
    kind: kind.name,
    lags: runs.map(({ lag }) => lag),
    readsBefore: Math.max(...runs.map(({ readsBefore }) => readsBefore)),
    readsPerMinute: median(runs.map(({ readsPerMinute }) => readsPerMinute).slice(1)),
  };
}

async function deployOnce({ name, status, set, tag, decidedAt }: Kind, seed: Chance) {
  const run = set(() => fraction(seed));
  const isWeb = name.startsWith('CodeDeploy');
  const { verdict } = await run.deploy({
    revision: isWeb ? webFile(tag) : file(tag),
    codeDeploy: { endPreviousWait: false, waitForTermination: false, ...(isWeb ? groupInputs : {}) },
  });
  const { sandbox } = run;
  const decided = decidedAt(sandbox.world);
  if (verdict.status !== status || decided === undefined) {
    throw new Error(
      `${name} ended as ${verdict.status}, AWS ${decided === undefined ? 'undecided' : 'decided'}.`,
    );
  }
  const now = sandbox.clock.now();
  const { requests } = sandbox;
  const start = requests.findIndex(({ operation }) => /^(UpdateService|CreateDeployment)$/.test(operation));
  const watching = requests.slice(start + 1).filter(({ mutating }) => !mutating);
  const minutes = (now - (requests[start]?.at ?? NaN)) / 60_000;
  return {
    lag: (now - decided) / 1_000,
    readsBefore: requests.slice(0, start).filter(({ mutating }) => !mutating).length,
    readsPerMinute: watching.length / minutes,
  };
}
