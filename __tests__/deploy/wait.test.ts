import { expect, test } from '@jest/globals';
import { waitProblems } from '../../src/deploy/wait.ts';
import { file } from '../support/deployment.ts';
import { loadProblems } from '../support/loaded.ts';

const { definition } = file('v2');
const problemsOf = (inputs: Readonly<Record<string, string>>) => loadProblems(inputs, definition);

test.each([
  ['as long as', '120', '2'],
  ['longer than', '121', '2'],
])('stable-for that is %s wait-for-minutes is refused, with both names', async (_, seconds, minutes) => {
  const problems = await problemsOf({ 'stable-for': seconds, 'wait-for-minutes': minutes });
  expect(problems).toHaveLength(1);
  expect(problems[0]?.message).toContain(`stable-for: ${seconds} (seconds)`);
  expect(problems[0]?.message).toContain(`wait-for-minutes: ${minutes};`);
});

test('what is to be raised is said with a number that is enough', () => {
  const inputs = { 'wait-for-service-stability': true, 'stable-for': 121, 'wait-for-minutes': 2 };
  const [problem] = waitProblems(inputs);
  expect(problem?.remedy).toContain('to 13 or more');
  expect(waitProblems({ ...inputs, 'wait-for-minutes': 13 })).toEqual([]);
});

test.each([
  ['shorter than wait-for-minutes', { 'stable-for': '119', 'wait-for-minutes': '2' }],
  ['given alone', { 'stable-for': '3600' }],
  [
    'not waited for',
    { 'stable-for': '3600', 'wait-for-minutes': '1', 'wait-for-service-stability': 'false' },
  ],
])('stable-for that is %s is taken', async (_, inputs) => {
  expect(await problemsOf(inputs)).toEqual([]);
});
