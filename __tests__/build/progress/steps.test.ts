import { describe, expect, test } from '@jest/globals';
import { readFailure } from '../../../src/build/failure/failure.ts';
import { readProgress } from '../../../src/build/progress/event.ts';
import { cacheHitRatio, slowestSteps, type Step, Steps } from '../../../src/build/progress/steps.ts';
import { buildkit } from '../../support/recordings/buildkit.ts';

interface Folded {
  readonly told: readonly Step[];
  readonly ended: readonly Step[];
  readonly rest: readonly string[];
}

function folded(text: string): Folded {
  const steps = new Steps();
  const told: Step[] = [];
  const rest: string[] = [];
  for (const line of text.trimEnd().split('\n')) {
    const event = readProgress(line);
    if (event === undefined) rest.push(line);
    else told.push(...steps.add(event));
  }
  return { told, ended: steps.ended, rest };
}

const step = (given: Partial<Step> = {}): Step => ({
  name: '[1/2] RUN make',
  took: 1_000,
  isCached: false,
  error: undefined,
  output: [],
  ...given,
});

const line = (event: object): string => JSON.stringify(event);
const vertex = (given: object = {}): object => ({ digest: 'sha256:1', name: 'RUN a', ...given });
const log = (text: string): object => ({ vertex: 'sha256:1', data: Buffer.from(text).toString('base64') });
const began = '2026-09-01T12:00:00.25Z';
const done = '2026-09-01T12:00:01.5Z';

describe('a recorded build', () => {
  test('is told step by step, each once, with its output', () => {
    const { told, rest } = folded(buildkit.built);
    expect(rest).toEqual([]);
    expect(told.map(({ name }) => name)).toEqual([
      '[internal] load build definition from Dockerfile',
      '[internal] load .dockerignore',
      '[internal] load build context',
      '[base 1/1] COPY busybox /bin/sh',
      '[stage-1 1/2] RUN echo "one recorded"; echo two >&2; echo "::warning::hello"',
      '[stage-1 2/2] RUN echo last > /last',
    ]);
    const run = told.find(({ name }) => name.includes('RUN echo "one'));
    // The two streams have no order between them.
    expect([...(run?.output ?? [])].sort()).toEqual(['::warning::hello', 'one recorded', 'two']);
    expect(run?.took).toBeGreaterThan(0);
  });

  test('of which nothing changed comes from the cache as a whole', () => {
    expect(cacheHitRatio(folded(buildkit.cached).ended)).toBe(1);
    const first = folded(buildkit.built).ended;
    expect(cacheHitRatio(first)).toBeCloseTo(1 / 3);
  });

  test('that failed has the failing line with its last output, which never began is not told', () => {
    const { ended, rest } = folded(buildkit.failed);
    expect(ended.map(({ name }) => name)).not.toContain('[3/3] RUN echo never');
    const file = { target: 'web', image: 'web', path: 'web/Dockerfile.bad', text: '' };
    expect(readFailure(rest.join('\n'), ended, [file])).toMatchObject({
      kind: 'dockerfile',
      location: { file: 'web/Dockerfile.bad', line: 3 },
      step: { name: '[2/3] RUN echo before; echo "oops" >&2; exit 3', output: ['before', 'oops'] },
    });
  });

  test('is read from all that the builder wrote, its progress among it', () => {
    const { ended, rest } = folded(buildkit.failed);
    expect(readFailure(buildkit.failed, ended)).toEqual(readFailure(rest.join('\n'), ended));
  });
});

describe('a line of progress', () => {
  test.each(['', 'ERROR: no', '{', '[]', '{"vertexes":[],"other":1}', '"a"', '{"a":1}', '{]'])('%j is none', (text) => {
    expect(readProgress(text)).toBeUndefined();
  });

  test('has steps, outputs, and nothing of what is malformed', () => {
    const text = line({
      vertexes: [vertex({ started: began, completed: done, cached: true, error: 'bad' }), 1, null, [], {}],
      logs: [log('héé\n'), { vertex: 'sha256:1' }, { data: 'YQ==' }, { vertex: 'sha256:1', data: '***' }],
      statuses: [],
      warnings: [],
    });
    expect(readProgress(text)).toEqual({
      steps: [
        {
          id: 'sha256:1',
          name: 'RUN a',
          startedAt: Date.parse(began),
          completedAt: Date.parse(done),
          isCached: true,
          error: 'bad',
        },
        { id: '', name: '', startedAt: undefined, completedAt: undefined, isCached: false, error: undefined },
      ],
      outputs: [
        { id: 'sha256:1', text: 'héé\n' },
        { id: 'sha256:1', text: '' },
      ],
    });
    expect(readProgress('{"vertexes":{"a":1}}')).toEqual({ steps: [], outputs: [] });
    expect(readProgress(line({ vertexes: [vertex({ error: '', cached: 1, started: 'soon' })] }))?.steps[0]).toMatchObject({
      isCached: false,
      error: undefined,
      startedAt: undefined,
    });
  });
});

describe('a step', () => {
  const told = (...events: readonly object[]): Folded => folded(events.map(line).join('\n'));

  test('takes from its beginning to its end, which may come in two reports', () => {
    const { told: steps } = told({ vertexes: [vertex({ started: began })] }, { vertexes: [vertex({ completed: done })] });
    expect(steps).toEqual([step({ name: 'RUN a', took: 1_250 })]);
  });

  test('that ends twice is told once, and takes until its last end', () => {
    const later = '2026-09-01T12:00:05.25Z';
    const { told: steps, ended } = told(
      { vertexes: [vertex({ started: began, completed: done })] },
      { vertexes: [vertex({ started: done, completed: later, error: 'bad' })] },
    );
    expect(steps).toHaveLength(1);
    expect(ended).toEqual([step({ name: 'RUN a', took: 5_000, error: 'bad' })]);
  });

  test('without a beginning took no time, nor does one that ends before it', () => {
    expect(told({ vertexes: [vertex({ completed: done })] }).ended[0]?.took).toBe(0);
    expect(told({ vertexes: [vertex({ started: done, completed: began })] }).ended[0]?.took).toBe(0);
  });

  test('keeps its last lines, however they were cut', () => {
    const events = Array.from({ length: 200 }, (_, at) => ({ logs: [log(`line ${at}`), log('\r\n')] }));
    const [ended] = told(...events, { vertexes: [vertex({ completed: done })] }).ended;
    expect(ended?.output).toHaveLength(50);
    expect([ended?.output[0], ended?.output.at(-1)]).toEqual(['line 150', 'line 199']);
  });

  test('keeps the end of a line without end', () => {
    const events = Array.from({ length: 40 }, () => ({ logs: [log('='.repeat(5_000))] }));
    const [ended] = told(...events, { logs: [log('>')] }, { vertexes: [vertex({ completed: done })] }).ended;
    expect(ended?.output).toEqual([`${'='.repeat(49_999)}>`]);
  });
});

describe('the steps that run', () => {
  const event = { id: '1', name: 'RUN a', startedAt: 5, completedAt: undefined, isCached: false, error: undefined };

  test('are told with their time by the clock of this process, and what they wrote last', () => {
    let now = 1_000;
    const steps = new Steps(() => now);
    steps.add({ steps: [event, { ...event, id: '2', name: 'RUN b' }], outputs: [{ id: '1', text: 'x\r\ny' }] });
    now = 3_000;
    steps.add({ steps: [event], outputs: [{ id: '1', text: 'z\n' }] });
    expect(steps.running).toEqual([
      { name: 'RUN a', took: 2_000, output: ['x', 'yz'] },
      { name: 'RUN b', took: 2_000, output: [] },
    ]);
  });

  test('are neither those that wait nor those that ended, and again those that begin again', () => {
    let now = 0;
    const steps = new Steps(() => now);
    steps.add({ steps: [{ ...event, startedAt: undefined }], outputs: [] });
    expect(steps.running).toEqual([]);
    steps.add({ steps: [event], outputs: [] });
    steps.add({ steps: [{ ...event, completedAt: 7 }], outputs: [] });
    expect(steps.running).toEqual([]);
    now = 9;
    steps.add({ steps: [event], outputs: [] });
    now = 10;
    expect(steps.running).toEqual([{ name: 'RUN a', took: 1, output: [] }]);
  });
});

describe('of the steps', () => {
  test('those of the Dockerfile count for the cache, but for what they begin from', () => {
    const names = ['[internal] load build context', '[1/3] FROM ruby', 'exporting to image', '[api base 2/3] COPY a b'];
    expect(cacheHitRatio(names.map((name) => step({ name, isCached: true })))).toBe(1);
    expect(cacheHitRatio([step({ name: '[2/3] RUN a', isCached: true }), step({ name: '[3/3] RUN b' })])).toBe(0.5);
    expect(cacheHitRatio(names.slice(0, 3).map((name) => step({ name })))).toBeUndefined();
    expect(cacheHitRatio([step({ name: 'RUN [1/2] x' })])).toBeUndefined();
  });

  test('the slowest come first, and none from the cache', () => {
    const steps = [1, 9, 5].map((took) => step({ took })).concat(step({ took: 99, isCached: true }));
    expect(slowestSteps(steps, 2).map(({ took }) => took)).toEqual([9, 5]);
    expect(steps.map(({ took }) => took)).toEqual([1, 9, 5, 99]);
  });
});
