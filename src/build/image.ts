import type { TagTemplate } from './tag/template.ts';

/** One image to build, as it was asked for. Paths are as the user wrote them, relative to the checkout. */
export interface ImageSpec {
  /** Its name in the outputs; the name of the repository unless one was given. */
  readonly name: string;
  /** A repository of Amazon ECR: its name, or its URI without tag. */
  readonly repository: string;
  readonly context: string;
  /** The Dockerfile; undefined for `Dockerfile` in the context. */
  readonly file: string | undefined;
  readonly target: string | undefined;
  readonly buildArgs: ReadonlyMap<string, string>;
  /** Name to folder, image (`docker-image://…`), URL or other target. */
  readonly buildContexts: ReadonlyMap<string, string>;
  readonly secrets: readonly SecretSource[];
  readonly ssh: readonly SshSource[];
  /** Such as `linux/arm64`; empty for the platform of the builder. */
  readonly platforms: readonly string[];
  readonly tags: readonly TagTemplate[];
  readonly labels: ReadonlyMap<string, string>;
  readonly annotations: readonly string[];
  /** Of every layer, those of base images too; undefined where the builder decides. */
  readonly compression: Compression | undefined;
}

/** How layers are compressed. */
export type Compression = 'gzip' | 'zstd';

/** Where the value of a build secret comes from; the value itself is read by the builder alone. */
export type SecretSource =
  | { readonly id: string; readonly from: 'env'; readonly variable: string }
  | { readonly id: string; readonly from: 'file'; readonly path: string };

/** Keys that `RUN --mount=type=ssh` may use: an agent signs with them here, and they never reach the builder. */
export interface SshSource {
  readonly id: string;
  /** The socket of an agent, or files of private keys; empty for the agent that SSH_AUTH_SOCK names. */
  readonly paths: readonly string[];
}

/** What BuildKit shall keep beside or in the image. */
export interface Attestations {
  /** `false`, or the parameters of a provenance attestation such as `mode=max`. */
  readonly provenance: string | false;
  /** `false`, or the parameters of an SBOM attestation; empty for the default generator. */
  readonly sbom: string | false;
}

/** Where layers are kept between builds. */
export type Cache =
  | { readonly kind: 'none' }
  /** In the image's own repository, under this tag. */
  | { readonly kind: 'ecr' }
  /** GitHub's cache service. */
  | { readonly kind: 'gha' }
  /** As BuildKit's `--cache-from` and `--cache-to` take them. */
  | { readonly kind: 'raw'; readonly from: readonly string[]; readonly to: readonly string[] };

/** What all images of one step share. */
export interface BuildOptions {
  readonly attestations: Attestations;
  readonly cache: Cache;
  readonly noCache: boolean;
  readonly pull: boolean;
  readonly builder: string | undefined;
  /** Further arguments of `docker buildx build`, one an item. */
  readonly extraArgs: readonly string[];
}

/** What becomes of a tag that is there already, on another image. */
export type OnExistingTag = 'reuse' | 'fail' | 'overwrite';

/** Everything that is asked of one step. */
export interface BuildRequest {
  readonly images: readonly ImageSpec[];
  readonly options: BuildOptions;
  readonly onExistingTag: OnExistingTag;
  /** Whether an image that was built from the same input is taken as it is. */
  readonly reuse: boolean;
  /** Older images are built again, in milliseconds. */
  readonly maxAge: number;
  /** Nothing is built, pushed or tagged. */
  readonly dryRun: boolean;
  /** The checkout. */
  readonly workspace: string;
}
