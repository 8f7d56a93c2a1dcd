import { attestationArgs, outputOf, secretText, sshText } from './builder-text.ts';
import type { BuildTarget, Solve } from './target.ts';

type Json = string | boolean | readonly Json[] | { readonly [name: string]: Json };

/**
 * The definition by which `docker buildx bake` builds all images in one run, so that stages they share are built
 * once. Docker documentation, "Bake file reference".
 */
export function bakeDefinition(solve: Solve): Json {
  const names = targetNames(solve.targets);
  return {
    group: { default: { targets: [...names.values()] } },
    target: Object.fromEntries(
      solve.targets.map((target) => [names.get(target) ?? '', bakeTarget(target, solve)]),
    ),
  };
}

/** The name by which bake knows each image, in its progress and in the metadata: letters, digits, `_` and `-`. */
export function targetNames(targets: readonly BuildTarget[]): ReadonlyMap<BuildTarget, string> {
  const taken = new Set<string>();
  return new Map(
    targets.map((target, index) => {
      const plain = target.name.replace(/[^A-Za-z0-9_-]/g, '-');
      const name = taken.has(plain) || plain === 'default' ? `${plain}-${index + 1}` : plain;
      taken.add(name);
      return [target, name] as const;
    }),
  );
}

function bakeTarget(target: BuildTarget, solve: Solve): Json {
  return literal({
    context: target.context,
    dockerfile: target.dockerfile,
    ...(target.target === undefined ? {} : { target: target.target }),
    args: Object.fromEntries(target.buildArgs),
    contexts: Object.fromEntries(target.buildContexts),
    secret: target.secrets.map(secretText),
    ssh: target.ssh.map(sshText),
    platforms: target.platforms,
    labels: Object.fromEntries(target.labels),
    annotations: target.annotations,
    'cache-from': target.cacheFrom,
    'cache-to': target.cacheTo,
    attest: attestationArgs(solve.attestations),
    'no-cache': solve.noCache,
    pull: solve.pull,
    output: [outputOf(target, solve.leaving)],
  });
}

/**
 * A text of a definition, even the name of a label, is a template of HCL: `${` and `%{` begin an expression. Here nothing
 * does; since the escape `$${` means something else behind another dollar sign, every one is written as an expression
 * that gives it.
 */
function literal(value: Json): Json {
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'boolean') return value;
  if (isList(value)) return value.map(literal);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [escaped(name), literal(member)]));
}

const escaped = (text: string): string => text.replace(/\$|%(?=\{)/g, (character) => `\${"${character}"}`);

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
