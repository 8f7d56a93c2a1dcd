import type { Problem } from '../inputs/problem.ts';
import type { ReuseReason } from './registry/plan.ts';
import type { Step } from './progress/steps.ts';

/** It was taken from this repository, by its digest. */
export interface Promoted {
  readonly kind: 'promoted';
  readonly from: string;
}

/** How one image came to be in its repository. */
export interface ImageOutcome {
  readonly name: string;
  /** `HOST/REPOSITORY@sha256:…`: what the deploy actions take. */
  readonly image: string;
  readonly digest: string;
  /** Platform to digest; of a single image its own. */
  readonly platformDigests: ReadonlyMap<string, string>;
  /** Those that it has now, the input tag among them. */
  readonly tags: readonly string[];
  /** In hex, 64 digits; undefined of an image that was promoted. */
  readonly inputDigest: string | undefined;
  /** Why nothing was built; undefined where it was. */
  readonly reused: ReuseReason | Promoted | undefined;
  /** Of its layers as the registry has them, in bytes; undefined where it may not be read. */
  readonly size: number | undefined;
  /** The same of the image that had one of the tags before. */
  readonly sizeBefore: number | undefined;
  /** The builder's own words, as JSON; empty where nothing was built. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Tags that could not be put: the step is red. */
  readonly problems: readonly Problem[];
}

/** An image that did not come to have its tags. */
export interface UnfinishedImage {
  readonly name: string;
  /** `HOST/REPOSITORY@sha256:…` where it is there all the same; undefined where nothing says so. */
  readonly image: string | undefined;
}

/** How a step ended. */
export interface BuildOutcome {
  readonly images: readonly ImageOutcome[];
  readonly unfinished: readonly UnfinishedImage[];
  /** Why they are unfinished: the step is red. */
  readonly problems: readonly Problem[];
  /** Of the one build; empty where nothing was built. */
  readonly steps: readonly Step[];
  /** In milliseconds. */
  readonly milliseconds: number;
}
