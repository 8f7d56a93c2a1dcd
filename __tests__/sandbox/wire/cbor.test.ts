import { cbor } from '@smithy/core/cbor';
import { expect, test } from '@jest/globals';
import { rehearse } from '../../support/sandbox.ts';

/** What a client gets that speaks CBOR. */
function ask(scenario: string, operation: string, input: object) {
  const reply = rehearse(scenario).sandbox.handle({
    method: 'POST',
    path: `/service/GraniteServiceVersion20100801/operation/${operation}`,
    headers: { authorization: 'AWS4-HMAC-SHA256', 'smithy-protocol': 'rpc-v2-cbor' },
    body: '',
    bytes: Uint8Array.from(cbor.serialize(input)),
  });
  if (reply.kind !== 'answer') throw new Error(reply.kind);
  const body: unknown = cbor.deserialize(reply.bytes ?? new Uint8Array());
  return { status: reply.status, protocol: reply.headers['smithy-protocol'], body };
}

test('an answer in CBOR marks its times', () => {
  const answer = ask('alarms: [{ name: queue }]', 'DescribeAlarms', { AlarmNames: ['queue'] });
  expect(answer).toMatchObject({
    status: 200,
    protocol: 'rpc-v2-cbor',
    body: {
      MetricAlarms: [
        { AlarmName: 'queue', StateUpdatedTimestamp: { tag: 1, value: Date.UTC(2026, 7, 25, 12) / 1000 } },
      ],
    },
  });
});

test('a refusal in CBOR has its code and text', () => {
  expect(ask(`deny: ['cloudwatch:*']`, 'DescribeAlarms', {})).toMatchObject({
    status: 400,
    body: {
      __type: 'AccessDeniedException',
      message: expect.stringContaining('cloudwatch:DescribeAlarms'),
    },
  });
});

test('an operation that is not modelled is said to be none', () => {
  expect(ask('', 'PutMetricData', {})).toMatchObject({
    status: 400,
    body: { message: 'The sandbox does not model cloudwatch:PutMetricData.' },
  });
});
