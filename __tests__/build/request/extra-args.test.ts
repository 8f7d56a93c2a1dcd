import { expect, test } from '@jest/globals';
import { buildCommand } from '../../../src/build/builder/command.ts';
import { extraArgsProblems } from '../../../src/build/request/extra-args.ts';
import { buildOptions, imageSpec } from '../../support/build-request.ts';

const OTHERWISE = 'Leave it out: the image goes to its repository alone, and the action reads what the builder reports.';

test.each([
  ['--file=a', '--file', 'file'],
  ['-fa', '-f', 'file'],
  ['-f', '-f', 'file'],
  ['-DDf=a', '-f', 'file'],
  ['--target=a', '--target', 'target'],
  ['--build-arg=A', '--build-arg', 'build-args'],
  ['--build-context=a=b', '--build-context', 'build-contexts'],
  ['--secret=id=a', '--secret', 'secrets'],
  ['--ssh=default', '--ssh', 'ssh'],
  ['--platform=linux/arm64', '--platform', 'platforms'],
  ['--tag=a', '--tag', 'tags'],
  ['-ta', '-t', 'tags'],
  ['--label=a=b', '--label', 'labels'],
  ['--annotation=a=b', '--annotation', 'annotations'],
  ['--cache-from=type=gha', '--cache-from', 'cache'],
  ['--cache-to=type=gha', '--cache-to', 'cache'],
  ['--no-cache', '--no-cache', 'no-cache'],
  ['--pull', '--pull', 'pull'],
  ['--builder=a', '--builder', 'builder'],
  ['--provenance=false', '--provenance', 'provenance'],
  ['--sbom=true', '--sbom', 'sbom'],
  ['--attest=type=sbom', '--attest', 'provenance or sbom'],
  ['--output=type=local', '--output', undefined],
  ['-otype=local', '-o', undefined],
  ['--push', '--push', undefined],
  ['--load=true', '--load', undefined],
  ['--call=check', '--call', undefined],
  ['--check', '--check', undefined],
  ['--print=outline', '--print', undefined],
  ['--help', '--help', undefined],
  ['-h', '-h', undefined],
  ['--metadata-file=a', '--metadata-file', undefined],
  ['--iidfile=a', '--iidfile', undefined],
  ['--progress=none', '--progress', undefined],
  ['--quiet', '--quiet', undefined],
  ['-q', '-q', undefined],
  ['  -Dq ', '-q', undefined],
])('%s is refused as %s, for the input %s', (line, flag, input) => {
  expect(extraArgsProblems(['--network=host', line])).toEqual([
    {
      message: `The argument ${flag} in extra-args is set by this action.`,
      remedy: input === undefined ? OTHERWISE : `Write it under ${input}.`,
      input: 'extra-args',
    },
  ]);
});

test.each(['--no-cache-filter=a', '--network', 'host', '-D', '-m=1g', '--', '-', '', 'a=-f', '---file', '--File=a'])(
  '%j goes to the builder',
  (line) => {
    expect(extraArgsProblems([line])).toEqual([]);
  },
);

test('whatever this action can give the builder itself is refused', () => {
  const [image] = [imageSpec({ name: 'web' })];
  const { args } = buildCommand(
    {
      ...buildOptions,
      attestations: { provenance: '', sbom: '' },
      noCache: true,
      pull: true,
      builder: 'a',
      targets: [
        {
          ...image,
          uri: 'a',
          dockerfile: 'a',
          target: 'a',
          buildArgs: new Map([['a', 'b']]),
          buildContexts: new Map([['a', 'b']]),
          secrets: [{ id: 'a', from: 'env', variable: 'A' }],
          platforms: ['a'],
          labels: new Map([['a', 'b']]),
          annotations: ['a'],
          cacheFrom: ['a'],
          cacheTo: ['a'],
        },
      ],
      leaving: { kind: 'pushed' },
      metadataFile: 'a',
    },
    'buildx',
  );
  const flags = args.filter((arg) => arg.startsWith('-'));
  expect(flags).toHaveLength(18);
  expect(extraArgsProblems(flags)).toHaveLength(flags.length);
});
