import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { checkout, runAction, serve } from '../__tests__/support/action.ts';
import { median } from './process.ts';

/** A deployment that is started and not watched. */
export interface StartOnly {
  /** From the start of the process to its end, in milliseconds; the median. */
  readonly milliseconds: number;
  readonly reads: number;
  readonly writes: number;
}

const ROUNDS = 5;

const definition = (): string =>
  readFileSync('examples/reservation/ecs/sidekiq.yml', 'utf8')
    .replace('${{ image }}', '123456789012.dkr.ecr.us-east-1.amazonaws.com/reservation-sidekiq:v2')
    .replace('${{ github.sha }}', 'c0ffee');

const inputs = {
  'task-definition': 'sidekiq.yml',
  service: 'sidekiq',
  cluster: 'reservation',
  'wait-for-service-stability': 'false',
};

/** Our built action, or that of a bundle, over HTTP against a new sandbox each time. */
export async function startOnly(bundle?: string): Promise<StartOnly> {
  const runs = [];
  for (let round = 0; round < ROUNDS; round += 1) runs.push(await startOnce(bundle));
  return {
    milliseconds: median(runs.map(({ milliseconds }) => milliseconds)),
    reads: median(runs.map(({ reads }) => reads)),
    writes: median(runs.map(({ writes }) => writes)),
  };
}

async function startOnce(bundle: string | undefined): Promise<StartOnly> {
  const server = await serve(1);
  const workspace = checkout({ 'sidekiq.yml': definition() });
  const place = { endpoint: server.endpoint, workspace };
  const startedAt = performance.now();
  const exitCode = bundle === undefined ? await runOurs(place) : await runBundle(bundle, place);
  const milliseconds = performance.now() - startedAt;
  await server.close();
  if (exitCode !== 0) throw new Error(`The deployment ended with ${exitCode ?? 'no code'}.`);
  const { requests } = server.sandbox;
  return {
    milliseconds,
    reads: requests.filter(({ mutating }) => !mutating).length,
    writes: requests.filter(({ mutating }) => mutating).length,
  };
}

interface Place {
  readonly endpoint: string;
  readonly workspace: string;
}

async function runOurs(place: Place): Promise<number | null> {
  return (await runAction({ action: 'ecs-update-service', inputs, ...place })).exitCode;
}

async function runBundle(bundle: string, { endpoint, workspace }: Place): Promise<number | null> {
  const variables = Object.entries(inputs).map(
    ([name, text]) => [`INPUT_${name.toUpperCase()}`, text] as const,
  );
  const child = spawn(process.execPath, [bundle], {
    cwd: workspace,
    stdio: 'ignore',
    env: {
      PATH: process.env['PATH'],
      AWS_ENDPOINT_URL: endpoint,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'secret',
      GITHUB_WORKSPACE: workspace,
      ...Object.fromEntries(variables),
    },
  });
  await once(child, 'close');
  return child.exitCode;
}
