import { expect, test } from '@jest/globals';
import type { RunningStep } from '../../../src/build/progress/steps.ts';
import { tellRunning } from '../../../src/build/progress/pulse.ts';

const SECOND = 1_000;

/** A build whose steps began at these times, watched by a virtual clock. */
function watched(begun: Readonly<Record<string, number>>) {
  let now = 0;
  const alarms: { readonly at: number; readonly ring: () => void }[] = [];
  const runner = new AbortController();
  const lines: string[] = [];
  const say = (text: string): void => {
    lines.push(`${now / SECOND}: ${text}`);
  };
  const running = (): readonly RunningStep[] =>
    Object.entries(begun)
      .filter(([, since]) => since <= now)
      .map(([name, since]) => ({
        name,
        took: now - since,
        output: Array.from({ length: 30 }, (_, at) => `${name} ${at}`),
      }));
  const stop = tellRunning(running, {
    clock: {
      now: () => now,
      sleep: () => Promise.resolve(),
      timeout: (milliseconds) => {
        const controller = new AbortController();
        alarms.push({ at: now + milliseconds, ring: () => controller.abort() });
        return controller.signal;
      },
    },
    log: {
      say: (...texts) => texts.forEach(say),
      group: (title, texts) => [title, texts[0] ?? '', String(texts.length)].forEach(say),
      warn: say,
    },
    signal: runner.signal,
  });
  return {
    lines,
    stop,
    alarms,
    cancel: () => runner.abort(),
    pass: (seconds: number) => {
      const end = now + seconds * SECOND;
      for (let next = alarms.shift(); next !== undefined; next = alarms.shift()) {
        if (next.at > end) {
          alarms.unshift(next);
          break;
        }
        now = next.at;
        next.ring();
      }
      now = end;
    },
  };
}

test('a step that runs for long is told at longer and longer intervals', () => {
  const build = watched({ 'RUN a': 0 });
  build.pass(10 * 60);
  expect(build.lines).toEqual([
    '60: Still running: RUN a, 1:00',
    '120: Still running: RUN a, 2:00',
    '240: Still running: RUN a, 4:00',
    '480: Still running: RUN a, 8:00',
  ]);
});

test('each of several steps is told by its own time', () => {
  const build = watched({ 'RUN a': 0, 'RUN b': 45 * SECOND });
  build.pass(3 * 60);
  expect(build.lines).toEqual([
    '60: Still running: RUN a, 1:00',
    '120: Still running: RUN a, 2:00',
    '120: Still running: RUN b, 1:15',
    '180: Still running: RUN b, 2:15',
  ]);
});

test('nothing is told once the build has ended', () => {
  const build = watched({ 'RUN a': 0 });
  build.pass(50);
  build.stop();
  build.pass(600);
  build.cancel();
  expect([build.lines, build.alarms]).toEqual([[], []]);
});

test('on cancel all that runs is told at once, with its last twenty lines', () => {
  const build = watched({ 'RUN a': 0, 'RUN b': 20 * SECOND, 'RUN c': 90 * SECOND });
  build.pass(25);
  build.cancel();
  expect(build.lines).toEqual([
    '25: Cancelled while it ran: RUN a, 0:25',
    '25: RUN a 10',
    '25: 20',
    '25: Cancelled while it ran: RUN b, 0:05',
    '25: RUN b 10',
    '25: 20',
  ]);
});
