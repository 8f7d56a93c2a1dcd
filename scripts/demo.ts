// A real deploy of the example through the built actions against the sandbox: where Docker is, its images are built
// first; then version 2 of all three services side by side, then a broken version. Exits with 1 when any of them does
// not end as it must; with REQUIRE_ALL also when nothing could be built.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

interface Step {
  readonly title: string;
  readonly service: string;
  readonly action: 'ecs-update-service' | 'bluegreen-deploy' | 'build-push';
  readonly inputs: Readonly<Record<string, string>>;
  readonly expected: { readonly status: string; readonly says: string };
}

interface Ended {
  readonly step: Pick<Step, 'title' | 'expected'>;
  readonly exitCode: number | null;
  readonly outputs: ReadonlyMap<string, string>;
  readonly seconds: number;
}

const root = resolve(import.meta.dirname, '..');
const SPEED = '80';

const image = (service: string, tag: string): string =>
  `123456789012.dkr.ecr.us-east-1.amazonaws.com/reservation-${service}:${tag}`;

/** What is deployed: the output of the build as it is, or an image of the scenario by its tag. */
const inputsOf = (
  service: string,
  images: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> => ({
  'task-definition': `ecs/${service}.yml`,
  ...images,
  service,
  cluster: 'reservation',
});

const versionTwo = (built: string | undefined): readonly Step[] => {
  const imagesOf = (service: string) =>
    built === undefined ? { image: image(service, 'v2') } : { images: built };
  return [
    {
      title: 'api v2',
      service: 'api',
      action: 'bluegreen-deploy',
      inputs: inputsOf('api', imagesOf('api')),
      expected: { status: 'deployed', says: 'all traffic is shifted' },
    },
    {
      title: 'web v2',
      service: 'web',
      action: 'bluegreen-deploy',
      inputs: { ...inputsOf('web', imagesOf('web')), 'codedeploy-appspec': 'ecs/web.appspec.yml' },
      expected: { status: 'deployed', says: 'all traffic is shifted' },
    },
    {
      title: 'sidekiq v2',
      service: 'sidekiq',
      action: 'ecs-update-service',
      // Seconds of the step are real ones: two are minutes of the sandbox.
      inputs: { ...inputsOf('sidekiq', imagesOf('sidekiq')), 'pin-images': 'true', 'stable-for': '2' },
      expected: { status: 'deployed', says: 'sidekiq runs reservation-sidekiq:2' },
    },
  ];
};

const broken: Step = {
  title: 'sidekiq, broken',
  service: 'sidekiq',
  action: 'ecs-update-service',
  inputs: inputsOf('sidekiq', { image: image('sidekiq', 'fault-crash') }),
  expected: { status: 'rolled-back', says: 'exit code 1' },
};

const build = {
  title: 'build',
  service: 'build',
  action: 'build-push',
  inputs: {
    images: ['api', 'web', 'sidekiq']
      .map((name) => `- { name: ${name}, repository: reservation-${name}, target: ${name} }`)
      .join('\n'),
    cache: 'none',
  },
} as const;

const folder = mkdtempSync(join(tmpdir(), 'ecs-deploy-toolkit-demo-'));
const sandbox = spawn(process.execPath, [join(root, 'sandbox/main.ts'), '--speed', SPEED], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const endpoint = await endpointOf(sandbox);
  console.log(
    `The sandbox runs at ${endpoint}; a minute passes in three quarters of a second. Version 1 is in service.\n`,
  );
  const built = await buildExample(endpoint);
  console.log('Deploying version 2 of api, web and sidekiq side by side:\n');
  const ended = await Promise.all(versionTwo(built).map((step) => run(step, endpoint)));
  console.log('\nDeploying a version of sidekiq that crashes at its start:\n');
  ended.push(await run(broken, endpoint));
  const isBuilt = built !== undefined || process.env['REQUIRE_ALL'] !== '1';
  process.exitCode = conclude(ended) && isBuilt ? 0 : 1;
} finally {
  sandbox.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}

/** Builds the example's images, and again, which builds nothing; undefined where Docker cannot, which it says. */
async function buildExample(endpoint: string): Promise<string | undefined> {
  if (spawnSync('docker', ['version'], { stdio: 'ignore' }).status !== 0) {
    console.log(
      'No Docker engine answers here, so nothing is built: the images of the scenario are deployed.\n',
    );
    return undefined;
  }
  console.log('Building the images of all three, and pushing them to the registry of the sandbox:\n');
  const first = await run(build, endpoint);
  removeImages(endpoint);
  if (first.exitCode !== 0) {
    console.log('\nThis Docker could not build them: the images of the scenario are deployed.\n');
    return undefined;
  }
  console.log(`\nThat took ${first.seconds.toFixed(1)} s. The same again, as the next run would:\n`);
  const again = await run({ ...build, title: 'build again' }, endpoint);
  const images = first.outputs.get('images');
  if (again.outputs.get('reused') !== 'true' || again.outputs.get('images') !== images) {
    throw new Error('What was built was not found again.');
  }
  console.log(`\nThat took ${again.seconds.toFixed(1)} s: nothing was built.\n`);
  return images;
}

/** An engine that builds by itself keeps what it pushed. */
function removeImages(endpoint: string): void {
  const filter = `reference=${endpoint.replace('http://', '')}/*`;
  const ids = execFileSync('docker', ['image', 'ls', '--quiet', '--filter', filter], { encoding: 'utf8' });
  const unique = new Set(ids.split('\n').filter((id) => id !== ''));
  if (unique.size > 0) spawnSync('docker', ['rmi', '--force', ...unique], { stdio: 'ignore' });
}

async function endpointOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('The sandbox has no standard output.');
  for await (const line of createInterface(stdout)) {
    const ready: unknown = JSON.parse(line);
    if (
      typeof ready === 'object' &&
      ready !== null &&
      'endpoint' in ready &&
      typeof ready.endpoint === 'string'
    ) {
      return ready.endpoint;
    }
  }
  throw new Error('The sandbox ended before it was ready.');
}

/** One step as the runner runs it: a child process of its own, with files for what it leaves behind. */
async function run<S extends Omit<Step, 'expected'>>(
  step: S,
  endpoint: string,
): Promise<Omit<Ended, 'step'> & { readonly step: S }> {
  const startedAt = performance.now();
  const output = fileFor(step, 'output');
  const child = spawn(process.execPath, [join(root, 'dist', `${step.action}.js`)], {
    cwd: join(root, 'examples/reservation'),
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      AWS_ENDPOINT_URL: endpoint,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'sandbox',
      AWS_SECRET_ACCESS_KEY: 'sandbox',
      GITHUB_OUTPUT: output,
      GITHUB_STATE: fileFor(step, 'state'),
      GITHUB_STEP_SUMMARY: fileFor(step, 'summary'),
      GITHUB_WORKSPACE: join(root, 'examples/reservation'),
      RUNNER_TEMP: folder,
      GITHUB_REPOSITORY: 'example/reservation',
      GITHUB_SHA: '5f3c1d0',
      GITHUB_RUN_ID: '1',
      GITHUB_RUN_ATTEMPT: '1',
      ...Object.fromEntries(
        Object.entries(step.inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
      ),
    },
  });
  const exited = new Promise<number | null>((done) => child.once('exit', done));
  for await (const line of createInterface(child.stdout)) {
    // The runner takes these commands for itself.
    if (!line.startsWith('::add-mask::')) console.log(`${step.service.padEnd(8)}│ ${line}`);
  }
  const exitCode = await exited;
  return { step, exitCode, outputs: readOutputs(output), seconds: (performance.now() - startedAt) / 1_000 };
}

function fileFor({ title }: Pick<Step, 'title'>, name: string): string {
  const path = join(folder, `${title.replaceAll(/\W+/g, '-')}.${name}`);
  writeFileSync(path, '');
  return path;
}

/** GITHUB_OUTPUT: a name and a delimiter, the lines of the value, the delimiter. */
function readOutputs(path: string): ReadonlyMap<string, string> {
  const entries = readFileSync(path, 'utf8').matchAll(/^([^\n<]+)<<(\S+)\n([\s\S]*?)\n?\2$/gm);
  return new Map([...entries].map(([, name = '', , value = '']) => [name, value]));
}

/** Prints the table; true when every step ended as it must. */
function conclude(ended: readonly Ended[]): boolean {
  console.log('\nDeployment        Expected     Status       Took    Image verified  As expected');
  const verdicts = ended.map((end) => {
    const { step, outputs, seconds } = end;
    const isExpected = asExpected(end);
    const cells = [
      step.title.padEnd(17),
      step.expected.status.padEnd(12),
      (outputs.get('status') ?? 'none').padEnd(12),
      `${seconds.toFixed(1)} s`.padEnd(7),
      (outputs.get('image-verified') ?? '').padEnd(15),
      isExpected ? 'yes' : 'NO',
    ];
    console.log(cells.join(' '));
    return isExpected;
  });
  return verdicts.every(Boolean);
}

function asExpected({ step: { expected }, exitCode, outputs }: Ended): boolean {
  const isGreen = expected.status === 'deployed';
  return (
    outputs.get('status') === expected.status &&
    (exitCode === 0) === isGreen &&
    outputs.get('reason')?.includes(expected.says) === true
  );
}
