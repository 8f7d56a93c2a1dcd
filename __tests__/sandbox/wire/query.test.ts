import { QueryShapeSerializer, XmlShapeDeserializer } from '@aws-sdk/core/protocols';
import { expect, test } from '@jest/globals';
import { AwsError, CommonError } from '../../../sandbox/aws-error.ts';
import type { HttpRequest } from '../../../sandbox/wire/http.ts';
import { checkRequired, readForm } from '../../../sandbox/wire/query-input.ts';
import { formOf, queryShapes, queryWire } from '../../../sandbox/wire/query.ts';
import type { StaticStructureSchema } from '@smithy/types';

// Schemas as the SDK writes them: 0 text, 1 number, 2 boolean, 4 time, 7 time as seconds; 64 list, 128 map.
const tag: StaticStructureSchema = [3, 'n', 'Tag', 0, ['Key', 'Value'], [0, 0], 1];
const parcel: StaticStructureSchema = [
  3,
  'n',
  'Parcel',
  0,
  ['Name', 'Count', 'IsSent', 'At', 'Since', 'Names', 'Tags', 'Flat', 'Renamed', 'Map', 'FlatMap', 'Inner'],
  [
    0,
    1,
    2,
    4,
    7,
    64 | 0,
    [1, 'n', 'Tags', 0, () => tag],
    [64 | 0, { xmlFlattened: 1 }],
    [[1, 'n', 'Renamed', 0, [0, { xmlName: 'item' }]], { xmlName: 'Other' }],
    128 | 1,
    [[2, 'n', 'FlatMap', 0, [0, { xmlName: 'K' }], [0, { xmlName: 'V' }]], { xmlFlattened: 1 }],
    () => tag,
  ],
  1,
];
const settings = {
  timestampFormat: { useTrait: true, default: 5 as const },
  httpBindings: false,
  xmlNamespace: 'n',
  serviceNamespace: 'n',
  serializeEmptyLists: true,
};

/** Everything that a parcel can hold; times as both sides of the SDK have them. */
const full = {
  Name: 'a & b=<c> "ü" 100%',
  Count: 3,
  IsSent: false,
  At: new Date(1_700_000_000_500),
  Since: new Date(1_700_000_000_000),
  Names: ['x', 'y', 'z', '4', '5', '6', '7', '8', '9', '10', '11'],
  Tags: [{ Key: 'k', Value: 'v' }, { Key: 'l' }],
  Flat: ['one', 'two'],
  Renamed: ['first', 'second'],
  Map: { one: 1, two: 2 },
  FlatMap: { a: 'b' },
  Inner: { Key: 'inner', Value: '' },
};
const onTheWire = { ...full, At: 1_700_000_000.5, Since: 1_700_000_000 };

/** The body that the SDK sends. */
function formFromSdk(value: object): string {
  const serializer = new QueryShapeSerializer(settings);
  serializer.write(parcel, value);
  return `Action=Send&Version=1${String(serializer.flush())}`;
}

const request = (body: string): HttpRequest => ({ method: 'POST', path: '/', headers: {}, body });
const wire = queryWire({
  action: 'Send',
  namespace: 'https://example.com/?a&b',
  shapes: queryShapes(parcel, parcel),
});

test('reads whatever the SDK writes: nested members, lists, maps, flat or not, under their XML names', () => {
  expect(wire.decode(request(formFromSdk(full)))).toEqual(onTheWire);
});

test('reads an empty list as one', () => {
  expect(readForm(parcel, formOf(request(formFromSdk({ Names: [] }))))).toEqual({ Names: [] });
});

test('reads a request whose parameters stand in its path', () => {
  const get = { ...request(''), method: 'GET', path: '/?Action=Send&Name=a%20b+c' };
  expect(wire.decode(get)).toEqual({ Name: 'a b c' });
});

test('writes what the SDK reads back as the same', () => {
  const { body } = wire.encode(onTheWire, 'id');
  const read: unknown = new XmlShapeDeserializer(settings).read(
    parcel,
    new TextEncoder().encode(body),
    'SendResult',
  );
  expect(read).toEqual(full);
});

test('wraps a result as AWS does, and leaves out what is not there', () => {
  expect(wire.encode({ Name: "it's\r\n<ok>\u{0}", Count: undefined, Surprise: 1 }, 'the-id').body).toBe(
    '<SendResponse xmlns="https://example.com/?a&amp;b">' +
      '<SendResult><Name>it&apos;s&#xD;\n&lt;ok&gt;\u{FFFD}</Name></SendResult>' +
      '<ResponseMetadata><RequestId>the-id</RequestId></ResponseMetadata></SendResponse>',
  );
});

test.each([
  { error: new AwsError('ExpiredTokenException', 'a < b'), code: 'ExpiredTokenException', status: 400 },
  { error: new CommonError('ExpiredTokenException', 'a < b'), code: 'ExpiredToken', status: 403 },
  { error: new CommonError('AccessDeniedException', 'a < b'), code: 'AccessDenied', status: 403 },
])('an error of a service keeps its code, one of all services has that of awsQuery: $code', (row) => {
  const { body, status } = wire.encodeError(row.error, 'the-id');
  expect(status).toBe(row.status);
  expect(body).toContain(
    `<Error><Type>Sender</Type><Code>${row.code}</Code><Message>a &lt; b</Message></Error>` +
      '<RequestId>the-id</RequestId></ErrorResponse>',
  );
});

test('a fault of the server is the receiver’s', () => {
  const { body } = wire.encodeError(new CommonError('ServerException', 'broken', 500), 'id');
  expect(body).toContain('<Type>Receiver</Type><Code>InternalFailure</Code>');
});

test('asks for every member that is missing, at its place', () => {
  expect(() => checkRequired(parcel, { Tags: [{ Key: 'k' }, { Value: 'v' }] })).toThrow(
    "2 validation errors detected: Value null at 'name' failed to satisfy constraint: Member must not be null; " +
      "Value null at 'tags.2.member.key' failed to satisfy constraint: Member must not be null",
  );
});

test.each(['Count=two', 'IsSent=yes', 'At=yesterday', 'Count='])('refuses %s', (parameter) => {
  expect(() => wire.decode(request(parameter))).toThrow(AwsError);
});
