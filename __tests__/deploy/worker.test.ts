import { describe, expect, test } from '@jest/globals';
import { type Path, pathText } from '../../src/inputs/node.ts';
import { file, stage } from '../support/deployment.ts';

/** What a run warns of before it replaces tasks of this container; locations are paths. */
const worker = async (container: object): Promise<string> => {
  const shop = stage();
  const revision = file('v2');
  const [first] = revision.definition.containerDefinitions ?? [];
  const definition = { ...revision.definition, containerDefinitions: [{ ...first, ...container }] };
  const locate = (path: Path) => ({ file: pathText(path) });
  await shop.deploy({ revision: { ...revision, definition, locate }, dryRun: true });
  return shop.told.warnings.join('\n');
};

describe('a Sidekiq that is killed before its jobs may have ended', () => {
  test.each([
    [{ command: ['bundle', 'exec', 'sidekiq', '-t', '60'] }, '30 s', '60 s', '65'],
    [{ entryPoint: ['bundle', 'exec'], command: ['sidekiq'], stopTimeout: 20 }, '20 s', '25 s', '30'],
    [{ command: ['sh', '-c', 'exec sidekiq --timeout 50 -q low'], stopTimeout: 54 }, '54 s', '50 s', '55'],
  ])('%j is warned of', async (container, killed, own, needed) => {
    const text = await worker(container);
    expect(text).toContain(
      `is killed ${killed} after it is told to stop, while its Sidekiq lets jobs run on for ${own}`,
    );
    expect(text).toContain(`Set its stopTimeout to ${needed} or more`);
  });

  test.each([
    [{ command: ['sidekiq'], stopTimeout: 20 }, 'stopTimeout'],
    [{ command: ['sidekiq', '-t', '60'] }, 'command'],
    [{ entryPoint: ['sidekiq', '-t', '60'] }, 'entryPoint'],
  ])('%j is warned of at its %s', async (container, member) => {
    expect(await worker(container)).toContain(
      `containerDefinitions[0].${member}: Container worker is killed`,
    );
  });

  test.each([
    { command: ['bundle', 'exec', 'sidekiq'] },
    { command: ['sidekiq', '-t', '90'], stopTimeout: 95 },
    { command: ['puma', '-t', '60'] },
    {},
  ])('%j is fine', async (container) => {
    expect(await worker(container)).not.toContain('Sidekiq');
  });
});
