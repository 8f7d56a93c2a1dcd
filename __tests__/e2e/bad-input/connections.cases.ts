import type { RequestListener } from 'node:http';
import type { BadInput } from '../../support/bad-input.ts';
import { exampleScenario } from '../../support/sandbox.ts';
import { shiftScenario } from '../../support/shift.ts';

export const noCredentials = {
  AWS_ACCESS_KEY_ID: '',
  AWS_SECRET_ACCESS_KEY: '',
  AWS_EC2_METADATA_DISABLED: 'true',
};
export const assumeRole = 'Let the job assume a role before this step';
const noRetry = { 'max-retries': '0' };
export const lookAtNetwork =
  'Check the region, the endpoint and the network of the runner, then run the job again.';

/** Answers every request like this. */
export const answering =
  (status: number, body: string, type = 'application/x-amz-json-1.1'): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': type }).end(body);

export const refusing = (code: string, message: string): RequestListener =>
  answering(400, JSON.stringify({ __type: code, message }));

export const page = '<html><body><h1>Sign in to the network</h1></body></html>';

export const cuttingOff: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1', 'content-length': 1000 });
  response.write('{"services": [{"serviceName": "sidekiq", "sta', () => response.destroy());
};

/** The example, with faults. */
const faulty = (...faults: readonly string[]): string =>
  `${exampleScenario()}\nfaults: [${faults.join(', ')}]`;

const credential = (name: string, value: string): BadInput => ({
  name: `${name} with what no credential has: ${JSON.stringify(value)}`,
  env: { [name]: value },
  where: name,
  what: `${name} has a space, a line break or another character that no AWS credential has.`,
  remedy: 'Store the secret again without what surrounds it',
});

const region = (value: string): BadInput => ({
  name: `the region ${value}`,
  env: { AWS_REGION: value },
  where: 'AWS_REGION',
  what: `"${value}" is not the name of an AWS region.`,
  remedy: 'Correct AWS_REGION; a region looks like eu-central-1.',
});

const address = (name: string, value: string): BadInput => ({
  name: `${name} ${value}`,
  env: { [name]: value },
  where: name,
  what: `${name} is not the address of an endpoint.`,
  remedy: 'Write it with its scheme, such as http://127.0.0.1:4566, or remove the variable.',
});

// Slow first: the SDK's time-out is in real seconds.
/** Credentials, regions and endpoints with which nothing can be asked, or not to the end. */
export const connections: readonly BadInput[] = [
  {
    name: 'an endpoint that never answers',
    endpoint: () => undefined,
    inputs: noRetry,
    where: 'us-east-1',
    what: 'AWS did not answer in us-east-1 (ETIMEDOUT: a request has exceeded the configured 20000 ms',
    remedy: lookAtNetwork,
  },
  {
    name: 'no region',
    env: { AWS_REGION: '' },
    where: 'AWS_REGION',
    what: 'There is no AWS region: neither AWS_REGION nor AWS_DEFAULT_REGION is set.',
    remedy: 'Set AWS_REGION under "env:" of the job, or by the step that assumes the role.',
  },
  region('us-east1'),
  region('Ohio'),
  region('us-east-1a'),
  {
    name: 'a region that does not exist, whose endpoint has no address',
    endpoint: 'http://ecs.us-esat-1.invalid',
    env: { AWS_REGION: 'us-esat-1' },
    inputs: noRetry,
    where: 'us-esat-1',
    what: /AWS did not answer in us-esat-1 \((ENOTFOUND|EAI_AGAIN)/,
    remedy: lookAtNetwork,
  },
  {
    name: 'no credentials',
    env: noCredentials,
    where: 'sidekiq was not deployed',
    what: 'There are no valid AWS credentials (CredentialsProviderError',
    remedy: assumeRole,
  },
  {
    name: 'a key id without its secret',
    env: { ...noCredentials, AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE' },
    where: 'sidekiq was not deployed',
    what: 'There are no valid AWS credentials (CredentialsProviderError',
    remedy: assumeRole,
  },
  {
    name: 'a web identity whose token is not there',
    env: {
      ...noCredentials,
      AWS_WEB_IDENTITY_TOKEN_FILE: '/nowhere/token',
      AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/deployer',
    },
    where: '/nowhere/token',
    what: 'There are no valid AWS credentials (ENOENT',
    remedy: assumeRole,
  },
  credential('AWS_ACCESS_KEY_ID', 'AKIDEXAMPLE\n'),
  credential('AWS_SECRET_ACCESS_KEY', ' secret'),
  credential('AWS_SESSION_TOKEN', 'to\r\nken'),
  credential('AWS_SESSION_TOKEN', 'to…ken'),
  {
    name: 'credentials that expired',
    scenario: faulty("{ operation: 'ecs:DescribeServices', kind: expired-token, times: 9 }"),
    where: 'sidekiq was not deployed',
    what: 'There are no valid AWS credentials (ExpiredTokenException: The security token included in the request is expired.)',
    remedy: assumeRole,
  },
  {
    name: 'credentials that expire before the start',
    scenario: faulty("{ operation: 'ecs:UpdateService', kind: expired-token, times: 9 }"),
    sent: ['RegisterTaskDefinition', 'UpdateService'],
    where: 'reservation-sidekiq:2 was registered and stays; the next run uses it.',
    what: 'There are no valid AWS credentials (ExpiredTokenException',
    remedy: assumeRole,
  },
  {
    name: 'a key id that AWS does not know',
    endpoint: refusing(
      'UnrecognizedClientException',
      'The security token included in the request is invalid.',
    ),
    where: 'sidekiq was not deployed',
    what: 'There are no valid AWS credentials (UnrecognizedClientException',
    remedy: assumeRole,
  },
  {
    name: 'a secret of another key',
    endpoint: refusing(
      'InvalidSignatureException',
      'The request signature we calculated does not match the signature you provided.',
    ),
    where: 'sidekiq was not deployed',
    what: 'There are no valid AWS credentials (InvalidSignatureException',
    remedy: assumeRole,
  },
  {
    name: 'a permissions boundary',
    endpoint: refusing(
      'AccessDeniedException',
      'User: arn:aws:sts::123456789012:assumed-role/deployer/run is not authorized to perform: ecs:DescribeServices on resource: arn:aws:ecs:us-east-1:123456789012:service/reservation/sidekiq because no permissions boundary allows the ecs:DescribeServices action',
    ),
    where: 'arn:aws:ecs:us-east-1:123456789012:service/reservation/sidekiq',
    what: 'because no permissions boundary allows the ecs:DescribeServices action.',
    remedy: 'must be let through there.',
  },
  address('AWS_ENDPOINT_URL', '127.0.0.1:4566'),
  address('AWS_ENDPOINT_URL', 'ftp://127.0.0.1'),
  address('AWS_ENDPOINT_URL_CODEDEPLOY', 'localhost'),
  {
    name: 'an endpoint where nobody listens',
    endpoint: 'http://127.0.0.1:1',
    inputs: { 'max-retries': '1' },
    where: 'us-east-1',
    what: 'AWS did not answer in us-east-1 (ECONNREFUSED',
    remedy: lookAtNetwork,
  },
  ...Object.entries<Omit<BadInput, 'name' | 'where' | 'what' | 'remedy'>>({
    CODEDEPLOY: { action: 'bluegreen-deploy' },
    ELASTIC_LOAD_BALANCING_V2: {
      scenario: shiftScenario({ configuration: 'strategy: BLUE_GREEN, bakeTimeInMinutes: 1' }),
      inputs: { cluster: 'shop', service: 'worker', 'task-definition': 'worker:1', image: '' },
    },
    APPLICATION_AUTO_SCALING: { inputs: { 'suspend-scaling': 'in' } },
  }).map(([service, step]): BadInput => ({
    ...step,
    name: `an endpoint of ${service} where nobody listens`,
    env: { [`AWS_ENDPOINT_URL_${service}`]: 'http://127.0.0.1:1' },
    inputs: { ...noRetry, ...step.inputs },
    where: 'us-east-1',
    what: 'AWS did not answer in us-east-1 (ECONNREFUSED',
    remedy: lookAtNetwork,
  })),
  ...[200, 403, 502].map((status): BadInput => ({
    name: `an endpoint that answers ${status} with HTML`,
    endpoint: answering(status, page, 'text/html'),
    inputs: noRetry,
    where: 'sidekiq was not deployed',
    what: 'The answer is not JSON: something other than AWS answers at this address.',
    remedy: /Check the region, the endpoint|Correct what it names/,
  })),
  {
    name: 'an endpoint that answers with an empty object',
    endpoint: answering(200, '{}'),
    where: 'service',
    what: 'There is no service sidekiq in cluster reservation in us-east-1 (MISSING).',
    remedy: 'Check the inputs service and cluster and the region',
  },
  {
    name: 'an endpoint that cuts off in the middle of an answer',
    endpoint: cuttingOff,
    inputs: noRetry,
    where: 'us-east-1',
    what: 'AWS did not answer in us-east-1 (',
    remedy: lookAtNetwork,
  },
  {
    name: 'an endpoint that closes each connection',
    endpoint: (request) => request.socket.resetAndDestroy(),
    inputs: { 'max-retries': '1' },
    where: 'us-east-1',
    what: 'AWS did not answer in us-east-1 (ECONNRESET',
    remedy: lookAtNetwork,
  },
  {
    name: 'an endpoint that throttles every read',
    scenario: faulty("{ operation: 'ecs:DescribeServices', kind: throttle, times: 99 }"),
    inputs: { 'max-retries': '1' },
    where: 'max-retries',
    what: 'AWS kept asking to slow down: Rate exceeded.',
    remedy: 'Run the job again later, or raise max-retries.',
  },
  {
    name: 'an endpoint whose reads fail',
    scenario: faulty("{ operation: 'ecs:DescribeTaskDefinition', kind: server-error, times: 99 }"),
    inputs: { 'max-retries': '1' },
    where: 'us-east-1',
    what: 'AWS did not answer in us-east-1 (ServerException: Service Unavailable.',
    remedy: lookAtNetwork,
  },
  {
    name: 'a RegisterTaskDefinition that is throttled for ever',
    scenario: faulty("{ operation: 'ecs:RegisterTaskDefinition', kind: throttle, times: 99 }"),
    inputs: noRetry,
    sent: ['RegisterTaskDefinition'],
    where: 'max-retries',
    what: 'AWS kept asking to slow down: Rate exceeded.',
    remedy: 'Run the job again later, or raise max-retries.',
  },
  {
    // Read and sent once more, as decision 003 has it; nothing is started.
    name: 'a RegisterTaskDefinition whose connection always breaks',
    scenario: faulty("{ operation: 'ecs:RegisterTaskDefinition', kind: reset-before, times: 99 }"),
    inputs: noRetry,
    sent: ['RegisterTaskDefinition', 'RegisterTaskDefinition'],
    where: 'reservation-sidekiq',
    what: 'RegisterTaskDefinition for reservation-sidekiq was sent twice, its answers were lost, and AWS has no such revision.',
    remedy: 'Run the job again: nothing was registered.',
  },
  {
    name: 'an UpdateService whose connection always breaks',
    scenario: faulty("{ operation: 'ecs:UpdateService', kind: reset-before, times: 99 }"),
    inputs: noRetry,
    sent: ['RegisterTaskDefinition', 'UpdateService', 'UpdateService'],
    where: 'reservation-sidekiq:2 was registered and stays; the next run uses it.',
    what: 'UpdateService',
    remedy: 'Run the job again: as far as AWS shows, nothing was started.',
  },
  {
    name: 'a CreateDeployment whose connection always breaks',
    action: 'bluegreen-deploy',
    scenario: faulty("{ operation: 'codedeploy:CreateDeployment', kind: reset-before, times: 99 }"),
    inputs: noRetry,
    sent: ['RegisterTaskDefinition', 'CreateDeployment', 'CreateDeployment'],
    where: 'reservation-api:2 was registered and stays; the next run uses it.',
    what: 'CreateDeployment for AppECS-reservation-api/DgpECS-reservation-api was sent twice, its answers were lost',
    remedy: 'Run the job again: as far as AWS shows, nothing was started.',
  },
];
