import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import { exampleInputs, runAction, serve, tokenVariables } from '../support/action.ts';
import { roleArn, roles } from '../support/sts.ts';

/** A proxy that leads to one port of this machine, whatever host is asked for; and the hosts that were. */
async function startProxy(port: number) {
  const asked: string[] = [];
  const server = createServer().on('connect', ({ url = '' }, client) => {
    asked.push(url);
    const target = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.pipe(client).pipe(target);
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return { asked, server, url: `http://127.0.0.1:${portOf(address)}` };
}

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' && address !== null ? address.port : NaN;

// The bundle leaves out undici, which @actions/http-client has for a proxy that nothing here asks for.
test('the token is asked for through the proxy of the runner', async () => {
  const server = await serve(40, undefined, roles);
  const proxy = await startProxy(Number(new URL(server.endpoint).port));
  const ended = await runAction({
    action: 'ecs-update-service',
    endpoint: server.endpoint,
    inputs: { ...exampleInputs('sidekiq', 'v2'), 'role-to-assume': roleArn, 'dry-run': 'true' },
    env: { ...tokenVariables('http://token.example'), http_proxy: proxy.url },
  });
  proxy.server.close();
  await server.close();

  expect(proxy.asked).toEqual(['token.example:80']);
  expect(ended.exitCode).toBe(0);
}, 60_000);
