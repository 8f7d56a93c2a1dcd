import { expect, test } from '@jest/globals';
import { action } from '../../src/actions/rollback/inputs.ts';
import { parseInputs } from '../../src/inputs/parse.ts';
import { rollbackRequests } from '../../src/rollback/request.ts';

/** What the action asks for, given these inputs. */
function requests(inputs: Readonly<Record<string, string>>): ReturnType<typeof rollbackRequests> {
  const environment = new Map(
    Object.entries({ service: 'web', ...inputs }).map(([name, text]) => [
      `INPUT_${name.toUpperCase()}`,
      text,
    ]),
  );
  const parsed = parseInputs(action, Object.fromEntries(environment));
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join(' '));
  return rollbackRequests(parsed.value.values, {});
}

test('what is returned to must stay up as what is deployed must, and for as long as is asked', () => {
  expect(requests({})[0]?.control.stableFor).toBe('default');
  expect(requests({ 'stable-for': '0' })[0]?.control.stableFor).toBe(0);
  expect(requests({ 'stable-for': '90' })[0]?.control.stableFor).toBe(90);
});

test('what cannot be up for so long within wait-for-minutes is refused', () => {
  expect(() => requests({ 'stable-for': '600', 'wait-for-minutes': '5' })).toThrow('leaves no time');
});
