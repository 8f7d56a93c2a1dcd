import { describe, expect, test } from '@jest/globals';
import type { StoppedTask } from '../../src/deploy/cause.ts';
import { provenCause } from '../../src/deploy/fail-fast.ts';
import { exited, failedToStart, stoppedTask } from '../support/stopped-task.ts';

describe('tasks of a deployment that stop again and again', () => {
  const times = (count: number, task: (id: string) => StoppedTask): readonly StoppedTask[] =>
    Array.from({ length: count }, (_, index) => task(`task${index}`));
  const crash = (id: string): StoppedTask => exited({ id, exitCode: 1 });
  const missing = (id: string): StoppedTask =>
    failedToStart({ id, text: 'CannotPullContainerError: failed to resolve ref app:v9: app:v9: not found' });

  test('the third stop for one cause proves it', () => {
    expect(provenCause(times(2, crash), 3)).toBeUndefined();
    expect(provenCause(times(3, crash), 3)?.cause.kind).toBe('exited');
  });

  test('the second stop is enough for a cause that cannot heal', () => {
    expect(provenCause(times(1, missing), 3)).toBeUndefined();
    expect(provenCause(times(2, missing), 3)?.cause.kind).toBe('image-missing');
  });

  test('three stops for three causes prove nothing', () => {
    expect(provenCause([crash('a'), exited({ id: 'b', exitCode: 2 }), missing('c')], 3)).toBeUndefined();
  });

  test('tasks that AWS stopped to scale in prove nothing', () => {
    const scaledIn = (id: string): StoppedTask =>
      stoppedTask({
        id,
        stopCode: 'ServiceSchedulerInitiated',
        stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/2)',
      });
    expect(provenCause(times(5, scaledIn), 3)).toBeUndefined();
  });

  test('the limit of the input counts for causes that may heal, and one below two for all', () => {
    expect(provenCause(times(4, crash), 5)).toBeUndefined();
    expect(provenCause(times(5, crash), 5)?.cause.kind).toBe('exited');
    expect(provenCause(times(1, crash), 1)?.cause.kind).toBe('exited');
    expect(provenCause(times(1, missing), 1)?.cause.kind).toBe('image-missing');
    expect(provenCause(times(1, missing), 5)).toBeUndefined();
  });

  test('without a limit no number of stops proves it, for no cause', () => {
    expect(provenCause(times(9, missing), Infinity)).toBeUndefined();
  });
});
