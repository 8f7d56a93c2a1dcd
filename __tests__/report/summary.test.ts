import { describe, expect, test } from '@jest/globals';
import { isGreen, STATUSES } from '../../src/deploy/outcome.ts';
import { renderProblems, renderSummary } from '../../src/report/summary.ts';
import { anOutcome, rolledBack } from '../support/outcome.ts';

describe('the summary of a deployment', () => {
  test.each(STATUSES)('%s has the sign of its colour', (status) => {
    const [title] = renderSummary(anOutcome(status, 'completed')).split('\n');
    expect(title).toBe(`### ${isGreen(status) ? '✅' : '❌'} web: ${status}`);
  });

  test('names what was asked for, what served before and what serves now', () => {
    const summary = renderSummary(rolledBack());
    expect(summary).toContain('| Asked for | web:2 |');
    expect(summary).toContain('| Served before | web:1 |');
    expect(summary).toContain('| Serves now | web:1 |');
    expect(summary).toContain('| Took | 3:07 |');
  });

  test('tells why tasks stopped, and the timeline', () => {
    const summary = renderSummary(rolledBack());
    expect(summary).toContain('#### Why tasks stopped');
    expect(summary).toContain('exit code 1');
    expect(summary).toContain('| 0:01 | (service web) has started 1 tasks: (task a1). |');
  });

  test('without causes and events has no empty sections', () => {
    const summary = renderSummary(anOutcome('deployed', 'completed'));
    expect(summary).not.toContain('Why tasks stopped');
    expect(summary).not.toContain('Timeline');
    expect(summary).not.toContain('Problems');
  });

  test('a hostile text of AWS stays in its cell', () => {
    const message = 'a | b\n| c | [x](https://evil.example) <img src=x> @everyone';
    const summary = renderSummary(
      anOutcome('failed', 'completed', {
        timeline: [{ after: 0, event: { kind: 'service-event', message } }],
      }),
    );
    const row = summary.split('\n').find((line) => line.includes('everyone')) ?? '';
    expect(row.match(/\|/g)).toHaveLength(3);
    expect(row).not.toMatch(/<img|\]\(|:\/\/|@/);
  });

  test('a timeline without end stays far below the 1 MiB that GitHub takes, and says that it was cut', () => {
    const timeline = Array.from(
      { length: 20_000 },
      (_, index) =>
        ({
          after: index * 1_000,
          event: { kind: 'service-event', message: `event ${index} ${'x'.repeat(200)}` },
        }) as const,
    );
    const summary = renderSummary(anOutcome('timed-out', 'limit-passed', { timeline }));
    expect(new TextEncoder().encode(summary).length).toBeLessThan(1_048_576 / 2);
    expect(summary).toContain('of 20000 entries');
    expect(summary).toContain('event 19999 ');
  });
});

test('a step that did nothing says so, with every problem and its place', () => {
  const summary = renderProblems('ecs-update-service', [
    { message: 'It is wrong.', remedy: 'Correct it.', location: { file: 'web.yml', line: 3, column: 5 } },
    { message: 'The input x is wrong.', remedy: 'Correct that.', input: 'x' },
  ]);
  expect(summary).toContain('ecs-update-service: nothing was changed');
  expect(summary).toContain('- web.yml:3:5: It is wrong. Correct it.');
  expect(summary).toContain('- The input x is wrong. Correct that.');
});
