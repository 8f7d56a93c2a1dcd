import type { Attestations, Compression, SecretSource, SshSource } from '../image.ts';

/** One image, ready for the builder: paths are absolute, all names are checked. */
export interface BuildTarget {
  readonly name: string;
  /** Without tag: `HOST/REPOSITORY`. */
  readonly uri: string;
  readonly context: string;
  readonly dockerfile: string;
  readonly target: string | undefined;
  readonly buildArgs: ReadonlyMap<string, string>;
  readonly buildContexts: ReadonlyMap<string, string>;
  readonly secrets: readonly SecretSource[];
  readonly ssh: readonly SshSource[];
  readonly platforms: readonly string[];
  readonly labels: ReadonlyMap<string, string>;
  readonly annotations: readonly string[];
  readonly compression: Compression | undefined;
  /** As BuildKit's `--cache-from` and `--cache-to` take them. */
  readonly cacheFrom: readonly string[];
  readonly cacheTo: readonly string[];
}

/** How an image leaves the builder. */
export type Leaving =
  /** Pushed by the builder, without a tag. */
  | { readonly kind: 'pushed' }
  /** Into the images of the Docker engine, under this name; `docker push` follows. */
  | { readonly kind: 'engine'; readonly name: (target: BuildTarget) => string };

/** One run of the builder. */
export interface Solve {
  readonly targets: readonly [BuildTarget, ...BuildTarget[]];
  readonly attestations: Attestations;
  readonly noCache: boolean;
  readonly pull: boolean;
  readonly builder: string | undefined;
  readonly extraArgs: readonly string[];
  readonly leaving: Leaving;
  /** Where the builder writes what it made. */
  readonly metadataFile: string;
}
