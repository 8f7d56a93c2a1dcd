import { missingPart } from './build-stage.ts';
import { buildCosts, type Compared, treeCosts } from './builds.ts';

/** One line of the table of builds. */
export type BuildRow = readonly [what: string, ours: string, direct: string, ratio: string, aim: string];

export const BUILD_HEAD: BuildRow = ['build-push', 'ours', 'the command itself', 'ratio', 'aim'];

/** What builds cost, beside the command that does the same; without Docker what is missing. */
export async function buildRows(): Promise<readonly BuildRow[]> {
  const tree = compared('input digest of 20,000 files and 500 MB; git add -A', await treeCosts(), '≤ 2');
  const missing = await missingPart();
  if (missing !== undefined) return [tree, [`builds: ${missing} is missing`, '', '', '', '']];
  const { first, again, onNewRunner, three, retag, memory } = await buildCosts();
  return [
    tree,
    compared('first build', first, '≤ 1.05'),
    compared('unchanged, the builder has kept everything', again, ''),
    onNewRunner === undefined
      ? ['unchanged on a new runner: the image of BuildKit (.ci/docker makes it) is missing', '', '', '', '']
      : compared(
          'unchanged on a new runner: a builder is made, the cache is in the registry',
          onNewRunner,
          '≤ 0.1',
        ),
    [
      'unchanged, against its first build',
      ms(again.ours),
      ms(first.direct),
      ratio(again.ours, first.direct),
      '≤ 0.1',
    ],
    compared('three images in one run; three builds, one after the other', three, ''),
    [`an index gets another tag: ${counted(retag.calls)}`, ms(retag.milliseconds), '', '', ''],
    ['memory while it builds', mebibytes(memory.building), '', '', ''],
    ['memory when it reuses', mebibytes(memory.reusing), '', '', ''],
  ];
}

const compared = (what: string, { ours, direct }: Compared, aim: string): BuildRow => [
  what,
  ms(ours),
  ms(direct),
  ratio(ours, direct),
  aim,
];

/** Each call with how often it was made. */
function counted(calls: readonly string[]): string {
  const names = [...new Set(calls)];
  return `${calls.length} calls (${names
    .map((name) => {
      const times = calls.filter((call) => call === name).length;
      return times === 1 ? name : `${name} × ${times}`;
    })
    .join(', ')})`;
}

const ms = (value: number | undefined): string => (value === undefined ? '' : `${value.toFixed(0)} ms`);

const mebibytes = (value: number): string => `${value.toFixed(0)} MiB`;

const ratio = (ours: number, direct: number | undefined): string =>
  direct === undefined ? '' : (ours / direct).toFixed(2);
