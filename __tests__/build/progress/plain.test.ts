import { expect, test } from '@jest/globals';
import { PlainProgress } from '../../../src/build/progress/plain.ts';
import { Steps } from '../../../src/build/progress/steps.ts';
import { buildkit } from '../../support/recordings/buildkit.ts';

function folded(text: string) {
  const progress = new PlainProgress();
  const steps = new Steps();
  const rest: string[] = [];
  for (const line of text.trimEnd().split('\n')) {
    const event = progress.read(line);
    if (event === undefined) rest.push(line);
    else steps.add(event);
  }
  return { steps: steps.ended, rest: rest.filter((line) => line !== '') };
}

test('the progress of an engine before version 23 is told step by step', () => {
  const { steps, rest } = folded(buildkit.plain);
  const step = { took: 0, isCached: false, error: undefined, output: [] };
  const failed = 'executor failed running [/bin/sh -c echo why-it-failed >&2;   echo more; exit 7]: exit code: 7';
  expect(steps).toEqual([
    { ...step, name: '[internal] load build definition from Dockerfile' },
    { ...step, name: '[internal] load .dockerignore' },
    { ...step, name: '[internal] load build context', took: 100 },
    { ...step, name: '[1/4] COPY bb /bin/sh', isCached: true },
    { ...step, name: '[2/4] COPY bb /bin/busybox', isCached: true },
    {
      name: '[3/4] RUN echo why-it-failed >&2;   echo more; exit 7',
      took: 196,
      isCached: false,
      error: failed,
      output: ['more', 'why-it-failed'],
    },
  ]);
  expect(rest).toEqual(['------', ' > [3/4] RUN echo why-it-failed >&2;   echo more; exit 7:', '------', failed]);
});

test('what a step transfers, and its name once more, begin and end nothing', () => {
  const { steps } = folded('#1 a\n#1 transferring 2B done\n#1 ...\n#1 a\n#1 0.1 DONE 9.9s\n#1 0.2\n#1 0.3 \n#1 DONE 1.5s\r');
  expect(steps).toEqual([{ name: 'a', took: 1_500, isCached: false, error: undefined, output: ['DONE 9.9s'] }]);
});

test('a step that another one took down has not failed by itself', () => {
  expect(folded('#1 RUN a\n#1 CANCELED').steps).toMatchObject([{ error: 'context canceled' }]);
});

test('a step that is named has begun', () => {
  expect(new PlainProgress().read('#1 RUN a')).toEqual({
    steps: [{ id: '1', name: 'RUN a', startedAt: 0, completedAt: undefined, isCached: false, error: undefined }],
    outputs: [],
  });
});

test('what may open a door is in neither name, output nor error', () => {
  const { steps } = folded('#1 ADD https://me:token@a/b\n#1 0.1 get https://a/b?token=x\n#1 ERROR: https://me:token@a/b: 404');
  expect(steps).toMatchObject([
    { name: 'ADD https://***@a/b', output: ['get https://a/b?***'], error: 'https://***@a/b: 404' },
  ]);
});
