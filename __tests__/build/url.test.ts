import { expect, test } from '@jest/globals';
import { withoutCredentials } from '../../src/build/url.ts';

test.each([
  ['load git source http://user:T0KEN@host/r.git#main', 'load git source http://***@host/r.git#main'],
  ['ssh://git:T0KEN@host/r', 'ssh://***@host/r'],
  ['ADD https://host/a?token=T0KEN&b=1 /a', 'ADD https://host/a?*** /a'],
  ['"https://u@host/a?t=T0KEN": EOF', '"https://***@host/a?***": EOF'],
  ['FROM host/web@sha256:1', 'FROM host/web@sha256:1'],
  ['https://host/a@b and c?d', 'https://host/a@b and c?d'],
  ['git@host:r.git', 'git@host:r.git'],
])('%s', (text, shown) => {
  expect(withoutCredentials(text)).toBe(shown);
});
