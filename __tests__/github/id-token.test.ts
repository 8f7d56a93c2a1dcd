import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import * as core from '@actions/core';
import { afterEach, expect, test } from '@jest/globals';
import { awsFailure } from '../../src/aws/errors.ts';
import { requestIdToken } from '../../src/github/id-token.ts';

const URL_VARIABLE = 'ACTIONS_ID_TOKEN_REQUEST_URL';
const TOKEN_VARIABLE = 'ACTIONS_ID_TOKEN_REQUEST_TOKEN';

afterEach(() => {
  Reflect.deleteProperty(process.env, URL_VARIABLE);
  Reflect.deleteProperty(process.env, TOKEN_VARIABLE);
});

/** What is made of the answer of such an endpoint. */
async function failureAt(listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  process.env[URL_VARIABLE] = `http://127.0.0.1:${port ?? 1}/token?api-version=2.0`;
  process.env[TOKEN_VARIABLE] = 'request-token';
  try {
    const error: unknown = await requestIdToken(core, 'sts.amazonaws.com').catch((thrown: unknown) => thrown);
    return awsFailure(error);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('a GitHub that refuses ends the credentials, with its status', async () => {
  expect(await failureAt((_request, response) => response.writeHead(401).end('{"message":"No."}'))).toEqual({
    kind: 'credentials',
    code: 'TokenProviderError',
    message: 'status 401, No.',
  });
});

test('a connection that breaks is a matter of waiting', async () => {
  expect(await failureAt((request) => request.socket.destroy())).toEqual({
    kind: 'unknown-effect',
    code: 'TimeoutError',
    message: 'socket hang up',
  });
});

test('an answer without a token is said to have none', async () => {
  expect(await failureAt((_request, response) => response.end('{}'))).toMatchObject({
    message: 'Response json body do not have ID Token field',
  });
});
