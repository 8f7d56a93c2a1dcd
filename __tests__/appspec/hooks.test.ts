import { expect, test } from '@jest/globals';
import { hooksIn } from '../../src/appspec/hooks.ts';

test('the hooks in the text of an AppSpec are read in JSON and in YAML, in any case of the names', () => {
  const hooks = [{ event: 'BeforeAllowTraffic', lambda: 'check' }];

  expect(hooksIn('{"version": 0, "Hooks": [{"BeforeAllowTraffic": "check"}]}')).toEqual(hooks);
  expect(hooksIn('version: 0.0\nhooks:\n  - beforeAllowTraffic: check\n')).toEqual(hooks);
});

test.each(['', '{', '[]', '{"version": 0}', '{"Hooks": {}}', '{"Hooks": [7]}'])(
  'a text without any has none: %s',
  (text) => {
    expect(hooksIn(text)).toEqual([]);
  },
);
