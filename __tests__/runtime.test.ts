import { expect, test } from '@jest/globals';

test('the tests run on the Node that users get (node24)', () => {
  expect(process.version).toMatch(/^v24\./);
});
