import { bakeDefinition } from './bake.ts';
import { attestationArgs, outputOf, secretText, sshText } from './builder-text.ts';
import type { BuildTarget, Solve } from './target.ts';

/** A command line: the arguments of `docker`, and what it reads from standard input. */
export interface DockerCommand {
  readonly args: readonly string[];
  readonly stdin?: string;
}

/** What builds: Buildx, or the `docker build` of an engine without it. */
export type Frontend = 'buildx' | 'plain';

/** The command of one run: `buildx build` for one image, `buildx bake` with a definition for several. */
export function buildCommand(solve: Solve, frontend: Frontend): DockerCommand {
  const [target, ...others] = solve.targets;
  if (frontend === 'plain') return { args: ['build', ...plainArgs(solve, target)] };
  const common = [
    ...given('--builder', solve.builder),
    '--progress=rawjson',
    '--metadata-file',
    solve.metadataFile,
  ];
  if (others.length > 0) {
    return { args: ['buildx', 'bake', ...common, '--file', '-'], stdin: JSON.stringify(bakeDefinition(solve)) };
  }
  return {
    args: [
      'buildx',
      'build',
      ...common,
      ...targetArgs(target),
      ...each('--build-context', pairs(target.buildContexts)),
      ...each('--annotation', target.annotations),
      ...each('--platform', target.platforms.length === 0 ? [] : [target.platforms.join(',')]),
      ...each('--cache-from', target.cacheFrom),
      ...each('--cache-to', target.cacheTo),
      ...each('--attest', attestationArgs(solve.attestations)),
      '--output',
      outputOf(target, solve.leaving),
      ...shared(solve),
      target.context,
    ],
  };
}

/** What `docker build` of an engine without Buildx understands; the checks have refused the rest. */
const plainArgs = (solve: Solve, target: BuildTarget): readonly string[] => [
  '--progress=plain',
  ...targetArgs(target),
  ...each('--platform', target.platforms),
  ...(solve.leaving.kind === 'engine' ? ['--tag', solve.leaving.name(target)] : []),
  ...shared(solve),
  target.context,
];

const targetArgs = (target: BuildTarget): readonly string[] => [
  '--file',
  target.dockerfile,
  ...given('--target', target.target),
  ...each('--build-arg', pairs(target.buildArgs)),
  ...each('--secret', target.secrets.map(secretText)),
  ...each('--ssh', target.ssh.map(sshText)),
  ...each('--label', pairs(target.labels)),
];

const shared = ({ noCache, pull, extraArgs }: Solve): readonly string[] => [
  ...(noCache ? ['--no-cache'] : []),
  ...(pull ? ['--pull'] : []),
  ...extraArgs,
];

const given = (flag: string, value: string | undefined): readonly string[] =>
  value === undefined ? [] : [flag, value];

const each = (flag: string, values: readonly string[]): readonly string[] =>
  values.flatMap((value) => [flag, value]);

const pairs = (values: ReadonlyMap<string, string>): readonly string[] =>
  [...values].map(([name, value]) => `${name}=${value}`);
