import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import pLimit from 'p-limit';
import type { Ended } from './action.ts';
import { openCheckout } from './checkout.ts';
import { removeImages } from './docker.ts';

/** A build that goes wrong. */
export interface BadBuild {
  readonly name: string;
  readonly scenario?: string;
  readonly files?: Readonly<Record<string, string>>;
  /** Path to where the link leads. */
  readonly links?: Readonly<Record<string, string>>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Parts of the last error: which input or file, what is wrong, what to do. */
  readonly says: readonly (string | RegExp)[];
  /** `FILE:LINE` of the annotation, where there is a line. */
  readonly at?: string;
  /** Parts of the log beside it. */
  readonly logs?: readonly string[];
}

/** How it ended, and what it left behind. */
export interface BadEnd {
  readonly ended: Ended;
  /** Digests and tags that the registry has since. */
  readonly pushed: readonly string[];
  /** Folders below RUNNER_TEMP. */
  readonly leftovers: readonly string[];
  /** Processes that the step started and that still run. */
  readonly orphans: readonly string[];
}

/** Runs all, some at once; gives each by its name. */
export function buildAll(rows: readonly BadBuild[], atOnce: number): (name: string) => Promise<BadEnd> {
  const limit = pLimit(atOnce);
  const ends = new Map(rows.map((row) => [row.name, limit(() => buildOne(row))]));
  // Each is awaited by its own test, which may come after the rejection.
  for (const end of ends.values()) end.catch(() => undefined);
  return async (name) => {
    const end = ends.get(name);
    if (end === undefined) throw new Error(`There is no row ${name}.`);
    return end;
  };
}

async function buildOne({
  scenario,
  files = {},
  links = {},
  inputs = {},
  env = {},
}: BadBuild): Promise<BadEnd> {
  await using checkout = await openCheckout(scenario);
  checkout.write(files);
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(checkout.workspace, path));
  const before = imagesIn(checkout);
  const ended = await checkout.build(inputs, { env });
  if (inputs['builder'] === 'default') await removeImages(checkout.host);
  return {
    ended,
    pushed: imagesIn(checkout).filter((name) => !before.includes(name)),
    leftovers: checkout.leftovers(),
    orphans: processesWith(checkout.temporary),
  };
}

const imagesIn = ({ sandbox }: Awaited<ReturnType<typeof openCheckout>>): readonly string[] =>
  sandbox.world.ecr.repositories.flatMap(({ images }) =>
    images.flatMap(({ digest, tags }) => [digest, ...tags]),
  );

/** The command lines of all processes with a variable that has this text. */
export function processesWith(text: string): readonly string[] {
  return readdirSync('/proc').flatMap((id) => {
    if (!/^\d+$/.test(id)) return [];
    try {
      return readFileSync(`/proc/${id}/environ`, 'utf8').includes(text)
        ? [readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ')]
        : [];
    } catch {
      // It has ended meanwhile, or is another user's.
      return [];
    }
  });
}
