import type { BuildOptions, ImageSpec } from '../image.ts';

/** What is sent of a folder: git's id of it, and what git does not keep. */
export interface TreeContent {
  readonly id: string;
  readonly emptyFolders: readonly string[];
  /** Such as `0600 path`, where a checkout would have others. */
  readonly permissions: readonly string[];
}

/** The files of one context, or the text that names what is none. */
export type ContextContent =
  | ({ readonly kind: 'tree' } & TreeContent)
  /** A layout of OCI images on disk: its folder, and which image of it. */
  | { readonly kind: 'layout'; readonly id: string; readonly text: string }
  | { readonly kind: 'named'; readonly text: string };

/** Everything that the checkout and the inputs decide of an image. */
export interface SourceContent {
  readonly context: ContextContent;
  /** SHA-256 of the Dockerfile, in hex: it need not lie in the context. */
  readonly dockerfile: string;
  /** What an image is built for that names no platform. */
  readonly builderPlatform: string;
  /** The time that the user gives to files and image, in seconds since 1970; undefined for that of the commit. */
  readonly sourceDateEpoch: string | undefined;
  readonly buildContexts: ReadonlyMap<string, ContextContent>;
}

/** Grows by one when the same input shall no longer find what was built before. */
const RECIPE = 1;

/**
 * The one text of all that can change the image, whatever the order in which it was given. Build secrets and
 * SSH keys are in it by their ids alone, labels that only tell of the run not at all.
 */
export function canonicalText(
  { target, buildArgs, secrets, ssh, platforms, labels, annotations, compression }: ImageSpec,
  { attestations, extraArgs }: Pick<BuildOptions, 'attestations' | 'extraArgs'>,
  { context, dockerfile, builderPlatform, sourceDateEpoch, buildContexts }: SourceContent,
): string {
  return JSON.stringify([
    RECIPE,
    context,
    dockerfile,
    target ?? null,
    sorted(buildArgs),
    sorted(buildContexts),
    secrets.map(({ id }) => id).sort(),
    platforms.length === 0 ? { builder: builderPlatform } : [...platforms].sort(),
    sorted(labels),
    [...annotations].sort(),
    attestations,
    extraArgs,
    // Only where it is asked for: what was built before is found as before.
    ...(ssh.length === 0 ? [] : [{ ssh: ssh.map(({ id }) => id).sort() }]),
    ...(compression === undefined ? [] : [{ compression }]),
    ...(sourceDateEpoch === undefined ? [] : [{ sourceDateEpoch }]),
  ]);
}

const sorted = <T>(values: ReadonlyMap<string, T>): readonly (readonly [string, T])[] =>
  [...values].sort(([one], [other]) => (one < other ? -1 : 1));
