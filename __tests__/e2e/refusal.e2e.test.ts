import { createServer, type RequestListener } from 'node:http';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  checkout,
  type Ended,
  errorsOf,
  exampleInputs,
  runAction,
  serve,
  type Served,
} from '../support/action.ts';

const action = 'ecs-update-service';
const sidekiq = exampleInputs('sidekiq', 'v2');

let server: Served;
beforeAll(async () => {
  server = await serve(1);
});
afterAll(() => server.close());

const run = (
  inputs: Readonly<Record<string, string>>,
  more: {
    readonly workspace?: string;
    readonly endpoint?: string;
    readonly env?: Readonly<Record<string, string>>;
  } = {},
): Promise<Ended> => runAction({ action, endpoint: server.endpoint, inputs, ...more });

/** What every refusal has in common. */
function expectRefused(ended: Ended): void {
  expect(ended.exitCode).toBe(1);
  expect(ended.outputs.get('status')).toBe('failed');
  expect(ended.outputs.get('image-verified')).toBe('unknown');
  expect(errorsOf(ended).filter(({ properties }) => properties === '')).toHaveLength(1);
  expect(ended.log.trim().split('\n').at(-1)).toMatch(/^::error::/);
  expect(ended.log).not.toMatch(/^\s+at /m);
  expect(server.sandbox.requests.filter(({ mutating }) => mutating)).toEqual([]);
}

describe('inputs', () => {
  test('a misspelt one is an error with the nearest name', async () => {
    const ended = await run({ ...sidekiq, servcie: 'sidekiq' });
    expectRefused(ended);
    expect(ended.log).toContain('There is no input servcie. Did you mean service?');
  });

  test('a required one that is left out is an error, though the runner does not check', async () => {
    const ended = await run({ ...sidekiq, service: '' });
    expectRefused(ended);
    expect(ended.log).toContain('The input service is required.');
  });

  test('all wrong ones are told at once', async () => {
    const ended = await run({
      ...sidekiq,
      'dry-run': 'perhaps',
      'wait-for-minutes': '0',
      'desired-count': 'two',
    });
    expectRefused(ended);
    for (const name of ['dry-run', 'wait-for-minutes', 'desired-count']) expect(ended.log).toContain(name);
    expect(ended.outputs.get('reason')).toContain('3 problems');
  });

  test('one of CodeDeploy is refused with the action it is for', async () => {
    const ended = await run({ ...sidekiq, 'codedeploy-application': 'x' });
    expectRefused(ended);
    expect(ended.log).toContain('use the action bluegreen-deploy');
  });

  test('a job without a region is told how to set one', async () => {
    const ended = await run(sidekiq, { env: { AWS_REGION: '' } });
    expectRefused(ended);
    expect(ended.log).toContain('neither AWS_REGION nor AWS_DEFAULT_REGION is set');
  });
});

describe('a file', () => {
  const files = {
    'bad.yml': `family: sidekiq
requiresCompatibilities: [FARGATE]
networkMode: awsvpc
cpu: '256'
memory: '9999'
containerDefintions: []
containerDefinitions:
  - name: sidekiq
    image: a:1
    enviroment: []
    memory: lots
  - name: sidekiq
    image: b:1
    dependsOn: [{ containerName: ghost, condition: START }]
`,
    'many.json': JSON.stringify(
      {
        family: 'sidekiq',
        containerDefinitions: Array.from({ length: 14 }, (_, index) => ({
          name: `c${index}`,
          image: 'a:1',
          memory: 64,
          wrongMember: 1,
        })),
      },
      undefined,
      2,
    ),
    'broken.json': '{\n  "family": "sidekiq",\n  "containerDefinitions": [\n}\n',
  };
  const workspace = checkout(files);

  test('has all its problems told at once, each with file, line and column', async () => {
    const ended = await run({ ...sidekiq, image: '', 'task-definition': 'bad.yml' }, { workspace });
    expectRefused(ended);
    const places = errorsOf(ended).map(({ properties }) => properties);
    expect(places).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^file=bad\.yml,line=6,col=1$/),
        expect.stringMatching(/^file=bad\.yml,line=10,col=5$/),
        expect.stringMatching(/^file=bad\.yml,line=11,col=\d+$/),
      ]),
    );
    expect(ended.log).toContain('bad.yml:6:1: ');
    expect(ended.log).toContain('containerDefinitions');
    expect(ended.log).toContain('environment');
  });

  test('with more than nine problems has nine annotations, one final error, and the others in the log', async () => {
    const ended = await run({ ...sidekiq, image: '', 'task-definition': 'many.json' }, { workspace });
    expectRefused(ended);
    expect(errorsOf(ended)).toHaveLength(10);
    expect(
      errorsOf(ended)
        .slice(0, 9)
        .every(({ properties }) => properties.startsWith('file=many.json')),
    ).toBe(true);
    const beforeTheFinalError = ended.log.slice(0, ended.log.lastIndexOf('::error::'));
    expect(beforeTheFinalError.match(/many\.json:\d+:\d+: /g)).toHaveLength(14);
    expect(ended.summary.match(/many\.json/g)?.length).toBeGreaterThanOrEqual(14);
  });

  test('that is no JSON is an error with the place', async () => {
    const ended = await run({ ...sidekiq, 'task-definition': 'broken.json' }, { workspace });
    expectRefused(ended);
    expect(errorsOf(ended)[0]?.properties).toMatch(/^file=broken\.json,line=4,col=1$/);
  });

  test('that does not exist is an error', async () => {
    const ended = await run({ ...sidekiq, 'task-definition': 'nowhere.json' }, { workspace });
    expectRefused(ended);
    expect(ended.log).toContain('The file nowhere.json does not exist.');
  });
});

describe('an endpoint', () => {
  const answering = async (
    listener: RequestListener,
    check: (endpoint: string) => Promise<void>,
  ): Promise<void> => {
    const other = createServer(listener).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    try {
      await check(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`);
    } finally {
      other.closeAllConnections();
      other.close();
    }
  };

  test.each([200, 403, 502])('that answers %d with a page of HTML is said not to be AWS', async (status) => {
    const page = '<html><body><h1>Sign in to the network</h1></body></html>';
    await answering(
      (_request, response) => response.writeHead(status, { 'content-type': 'text/html' }).end(page),
      async (endpoint) => {
        const ended = await run({ ...sidekiq, 'max-retries': '0' }, { endpoint });
        expectRefused(ended);
        expect(ended.log).not.toContain('$response');
        expect(ended.log).not.toContain('Deserialization');
      },
    );
  });

  test('that nobody listens at is said not to answer', async () => {
    const ended = await run({ ...sidekiq, 'max-retries': '1' }, { endpoint: 'http://127.0.0.1:1' });
    expectRefused(ended);
    expect(ended.log).toContain('AWS did not answer in us-east-1 (ECONNREFUSED');
  });
});

test('a job without credentials is told to assume a role', async () => {
  const ended = await run(sidekiq, {
    env: { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_EC2_METADATA_DISABLED: 'true' },
  });
  expectRefused(ended);
  expect(ended.log).toContain('There are no valid AWS credentials');
});

test('a service that does not exist is told with its cluster and region', async () => {
  const ended = await run({ ...sidekiq, service: 'sidekick' });
  expectRefused(ended);
  expect(ended.log).toContain('There is no service sidekick in cluster reservation in us-east-1');
});
