import { describe, expect, test } from '@jest/globals';
import { bakeDefinition } from '../../../src/build/builder/bake.ts';
import { buildCommand } from '../../../src/build/builder/command.ts';
import type { BuildTarget, Solve } from '../../../src/build/builder/target.ts';

const target = (given: Partial<BuildTarget> = {}): BuildTarget => ({
  name: 'web',
  uri: 'r.example/web',
  context: '/checkout',
  dockerfile: '/checkout/Dockerfile',
  target: undefined,
  buildArgs: new Map(),
  buildContexts: new Map(),
  secrets: [],
  ssh: [],
  platforms: [],
  labels: new Map(),
  annotations: [],
  compression: undefined,
  cacheFrom: [],
  cacheTo: [],
  ...given,
});

const solve = (given: Partial<Solve> = {}): Solve => ({
  targets: [target()],
  attestations: { provenance: false, sbom: false },
  noCache: false,
  pull: false,
  builder: undefined,
  extraArgs: [],
  leaving: { kind: 'pushed' },
  metadataFile: '/m.json',
  ...given,
});

/** The values of one flag, in order. */
function valuesOf(flag: string, args: readonly string[]): readonly string[] {
  return args.flatMap((arg, index) => (arg === flag ? [args[index + 1] ?? ''] : []));
}

describe('the command of one image', () => {
  const args = (given: Partial<BuildTarget>, rest: Partial<Solve> = {}): readonly string[] =>
    buildCommand(solve({ targets: [target(given)], ...rest }), 'buildx').args;

  test('pushes by digest, reports as JSON, and ends with the context', () => {
    const all = args({});
    expect(all.slice(0, 2)).toEqual(['buildx', 'build']);
    expect(all).toContain('--progress=rawjson');
    expect(valuesOf('--output', all)).toEqual([
      'type=image,name=r.example/web,push=true,push-by-digest=true,name-canonical=true,oci-mediatypes=true',
    ]);
    expect(all.at(-1)).toBe('/checkout');
  });

  test('hands values over as they are, each as one argument', () => {
    const value = `a "b" 'c' $HOME \`x\`; rm -rf /\n=,`;
    expect(valuesOf('--build-arg', args({ buildArgs: new Map([['A', value]]) }))).toEqual([`A=${value}`]);
    expect(valuesOf('--label', args({ labels: new Map([['a.b', value]]) }))).toEqual([`a.b=${value}`]);
  });

  test('quotes what BuildKit reads as CSV', () => {
    const secrets = [{ id: 'a', from: 'file', path: '/x,"y' }] as const;
    expect(valuesOf('--secret', args({ secrets }))).toEqual(['id=a,"src=/x,""y"']);
  });

  test('names SSH keys as BuildKit reads them, which is no CSV', () => {
    const ssh = [
      { id: 'default', paths: [] },
      { id: 'git', paths: ['a "b" $c', '/d'] },
    ];
    expect(valuesOf('--ssh', args({ ssh }))).toEqual(['default', 'git=a "b" $c,/d']);
    const leaving = { kind: 'engine', name: () => 'web:v1' } as const;
    const plain = buildCommand(solve({ targets: [target({ ssh })], leaving }), 'plain').args;
    expect(valuesOf('--ssh', plain)).toEqual(['default', 'git=a "b" $c,/d']);
    const several = bakeDefinition(solve({ targets: [target({ ssh }), target({ name: 'api' })] }));
    expect(several).toMatchObject({ target: { web: { ssh: ['default', 'git=a "b" ${"$"}c,/d'] }, api: { ssh: [] } } });
  });

  test('has no attestation unless one is asked for', () => {
    expect(valuesOf('--attest', args({}))).toEqual(['type=provenance,disabled=true']);
    const asked = args({}, { attestations: { provenance: 'mode=max', sbom: '' } });
    expect(valuesOf('--attest', asked)).toEqual(['type=provenance,mode=max', 'type=sbom']);
  });

  test.each(['gzip', 'zstd'] as const)('forces %s on every layer where it is asked for', (compression) => {
    const [output] = valuesOf('--output', args({ compression }));
    expect(output?.split(',').slice(-3)).toEqual([
      'oci-mediatypes=true',
      `compression=${compression}`,
      'force-compression=true',
    ]);
  });

  test('joins platforms', () => {
    expect(valuesOf('--platform', args({ platforms: ['linux/amd64', 'linux/arm64'] }))).toEqual([
      'linux/amd64,linux/arm64',
    ]);
  });

  test('by an engine without Buildx has only what that understands', () => {
    const leaving = { kind: 'engine', name: () => 'r.example/web:v1' } as const;
    const plain = buildCommand(solve({ leaving, pull: true, noCache: true }), 'plain').args;
    expect(plain).toEqual([
      'build',
      '--progress=plain',
      '--file',
      '/checkout/Dockerfile',
      '--tag',
      'r.example/web:v1',
      '--no-cache',
      '--pull',
      '/checkout',
    ]);
  });
});

describe('the definition of several images', () => {
  const two = solve({
    targets: [target({ name: 'web', buildArgs: new Map([['A', '$${x} %{y} $']]) }), target({ name: 'web.api' })],
  });

  test('is read from standard input', () => {
    const { args, stdin } = buildCommand(two, 'buildx');
    expect(args.slice(0, 2)).toEqual(['buildx', 'bake']);
    expect(valuesOf('--file', args)).toEqual(['-']);
    expect(JSON.parse(stdin ?? '')).toEqual(bakeDefinition(two));
  });

  test('compresses the layers of each as is asked for it alone', () => {
    const targets = [target({ name: 'web', compression: 'zstd' }), target({ name: 'api' })] as const;
    expect(bakeDefinition(solve({ targets }))).toMatchObject({
      target: {
        web: { output: [expect.stringMatching(/,compression=zstd,force-compression=true$/)] },
        api: { output: [expect.not.stringContaining('compression')] },
      },
    });
  });

  test('writes no name of a label as a template, either', () => {
    const labels = new Map([['l${x}', '']]);
    const web = target({ name: 'web', labels });
    expect(bakeDefinition({ ...two, targets: [web, target({ name: 'api' })] })).toMatchObject({
      target: { web: { labels: { 'l${"$"}{x}': '' } } },
    });
  });

  test('names each image by letters that bake takes, and writes no value as a template', () => {
    expect(bakeDefinition(two)).toMatchObject({
      group: { default: { targets: ['web', 'web-api'] } },
      target: { web: { args: { A: '${"$"}${"$"}{x} ${"%"}{y} ${"$"}' } }, 'web-api': {} },
    });
  });
});
