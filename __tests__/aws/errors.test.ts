import { ECS } from '@aws-sdk/client-ecs';
import { describe, expect, test } from '@jest/globals';
import { type AwsFailure, awsFailure } from '../../src/aws/errors.ts';
import { type Answer, offline } from '../support/answering.ts';

/** What an ECS client of the SDK throws for this answer, as the toolkit reads it. */
async function failureOf(answer: Answer | Error): Promise<AwsFailure | undefined> {
  const ecs = new ECS(
    offline(() => {
      if (answer instanceof Error) throw answer;
      return answer;
    }),
  );
  try {
    await ecs.updateService({ service: 'web' });
  } catch (error) {
    return awsFailure(error);
  }
  throw new Error('The call did not fail.');
}

const refusing = (__type: string, message: string, status = 400): Answer => ({
  status,
  body: { __type, message },
});

describe('answers of AWS', () => {
  const text =
    'User: arn:aws:sts::123456789012:assumed-role/role/session is not authorized to perform: ecs:UpdateService on resource: r because no identity-based policy allows the ecs:UpdateService action';

  test('AccessDeniedException is denied, with its text', async () => {
    expect(await failureOf(refusing('AccessDeniedException', text))).toEqual({
      kind: 'denied',
      code: 'AccessDeniedException',
      message: text,
    });
  });

  test('iam:PassRole comes as the same denial', async () => {
    const failure = await failureOf(
      refusing('AccessDeniedException', 'not authorized to perform: iam:PassRole'),
    );
    expect(failure?.kind).toBe('denied');
  });

  test.each([
    ['ThrottlingException', 400],
    ['TooManyRequestsException', 429],
    ['RequestLimitExceeded', 503],
    ['SomethingNew', 429],
  ])('%s with %i is throttled: nothing happened', async (code, status) => {
    expect((await failureOf(refusing(code, 'Rate exceeded', status)))?.kind).toBe('throttled');
  });

  test.each([
    'ExpiredTokenException',
    'UnrecognizedClientException',
    'InvalidSignatureException',
    'MissingAuthenticationTokenException',
  ])('%s means that there are no valid credentials', async (code) => {
    expect((await failureOf(refusing(code, 'The security token is expired')))?.kind).toBe('credentials');
  });

  test.each([
    ['ServerException', 500],
    ['ServiceUnavailable', 503],
    ['BadGateway', 502],
  ])('%s with %i leaves the effect unknown', async (code, status) => {
    expect((await failureOf(refusing(code, 'x', status)))?.kind).toBe('unknown-effect');
  });

  test('InvalidParameterException is a refusal', async () => {
    expect(await failureOf(refusing('InvalidParameterException', 'TaskDefinition is inactive'))).toEqual({
      kind: 'refused',
      code: 'InvalidParameterException',
      message: 'TaskDefinition is inactive',
    });
  });

  test('an empty message says its code', async () => {
    expect(await failureOf(refusing('ServiceNotFoundException', ''))).toMatchObject({
      kind: 'refused',
      message: 'ServiceNotFoundException',
    });
  });
});

describe('answers of something else', () => {
  const page = '<!doctype html><html><body>Proxy login</body></html>';

  test('a page with status 200 leaves the effect unknown and is not called JSON', async () => {
    const failure = await failureOf({ body: page });
    expect(failure?.kind).toBe('unknown-effect');
    expect(failure?.message).toMatch(/^The answer is not JSON/);
  });

  test('a page with status 502 leaves the effect unknown', async () => {
    const failure = await failureOf({ status: 502, body: page });
    expect(failure?.kind).toBe('unknown-effect');
    expect(failure?.message).not.toContain('$response');
  });
});

describe('broken connections', () => {
  const broken = (code: string): Error => Object.assign(new Error(`connect ${code}`), { code });

  test.each([
    'ECONNRESET',
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'ETIMEDOUT',
    'EPIPE',
    'EHOSTUNREACH',
    'UND_ERR_SOCKET',
    'ERR_SSL_WRONG_VERSION_NUMBER',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'ERR_HTTP2_STREAM_ERROR',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'CERT_HAS_EXPIRED',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'HPE_INVALID_CONSTANT',
  ])('%s leaves the effect unknown and keeps its code', async (code) => {
    expect(await failureOf(broken(code))).toEqual({
      kind: 'unknown-effect',
      code,
      message: `connect ${code}`,
    });
  });

  test('both addresses of a host refused: the code is that of the parts', () => {
    const error = new AggregateError([broken('ECONNREFUSED'), broken('ECONNREFUSED')]);
    expect(awsFailure(error)).toEqual({
      kind: 'unknown-effect',
      code: 'ECONNREFUSED',
      message: 'connect ECONNREFUSED',
    });
  });

  test('the code can stand on the cause', () => {
    const error = new TypeError('fetch failed', { cause: broken('ECONNRESET') });
    expect(awsFailure(error)?.kind).toBe('unknown-effect');
  });

  test('what the SDK calls TimeoutError leaves the effect unknown', () => {
    expect(awsFailure(Object.assign(new Error('timed out'), { name: 'TimeoutError' }))?.kind).toBe(
      'unknown-effect',
    );
  });

  test('a TimeoutError of the SDK has the code of the system, where that gave one', () => {
    expect(awsFailure(Object.assign(broken('ECONNRESET'), { name: 'TimeoutError' }))).toEqual({
      kind: 'unknown-effect',
      code: 'ECONNRESET',
      message: 'connect ECONNRESET',
    });
  });

  test('the text of the SDK does without the name of its package', () => {
    const text = '@smithy/node-http-handler - [ERROR] a request has exceeded the configured 20000 ms';
    expect(awsFailure(Object.assign(new Error(text), { code: 'ETIMEDOUT' }))?.message).toBe(
      'a request has exceeded the configured 20000 ms',
    );
  });
});

describe('ends of our own', () => {
  test('an abort is neither a failure of AWS nor a bug', () => {
    expect(awsFailure(Object.assign(new Error('aborted'), { name: 'AbortError' }))?.kind).toBe('aborted');
  });

  test('credentials that cannot be found are missing credentials', () => {
    const error = Object.assign(new Error('Could not load credentials from any providers'), {
      name: 'CredentialsProviderError',
    });
    expect(awsFailure(error)?.kind).toBe('credentials');
  });

  test.each([
    ['open', 'ENOENT', '/run/token'],
    ['read', 'EISDIR', '/run'],
  ])('a file of credentials that cannot be read (%s, %s) is missing credentials', (syscall, code, path) => {
    expect(awsFailure(Object.assign(new Error(code), { code, syscall, path }))?.kind).toBe('credentials');
  });

  test('a socket that cannot be reached is not taken for a file', () => {
    const ofConnection = { code: 'ENOENT', syscall: 'connect', path: '/run/socket' };
    const ofConnectionReset = { code: 'ECONNRESET', syscall: 'read' };
    for (const members of [ofConnection, ofConnectionReset]) {
      expect(awsFailure(Object.assign(new Error('broken'), members))?.kind).toBe('unknown-effect');
    }
  });

  test.each<readonly [string, unknown]>([
    ['a mistake of ours', new TypeError('x is not a function')],
    [
      'a mistake of ours in a call of Node',
      Object.assign(new TypeError('The argument must be a string'), { code: 'ERR_INVALID_ARG_TYPE' }),
    ],
    ['a text', 'ECONNRESET'],
    ['nothing', undefined],
  ])('%s is no failure of AWS', (_, error) => {
    expect(awsFailure(error)).toBeUndefined();
  });
});
