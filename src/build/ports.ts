import type { AwsClients } from '../aws/clients.ts';
import type { Clock } from '../clock.ts';
import type { BuildEnd, BuildWatch } from '../docker/build.ts';
import type { Parsed } from '../inputs/problem.ts';
import type { Log } from '../report/log.ts';
import type { BuildFailure } from './failure/failure.ts';
import type { Machinery } from './builder/frontend.ts';
import type { BuildOptions, ImageSpec } from './image.ts';
import type { Source } from './input-digest/source.ts';
import type { Solve } from './builder/target.ts';

/** Everything outside that a build touches. */
export interface BuildPorts {
  readonly aws: Pick<AwsClients, 'ecr' | 'region'>;
  readonly clock: Clock;
  /** Milliseconds since 1970. */
  readonly today: () => number;
  /** A number from 0 up to 1, for the jitter of waits. */
  readonly chance: () => number;
  readonly log: Log;
  /** Aborts when the runner asks the step to end. */
  readonly signal: AbortSignal;
  /** GITHUB_* and the like. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly checkout: Checkout;
  readonly openBuilder: (logins: ReadonlyMap<string, string>, options: BuilderNeeds) => Promise<Builder>;
}

/** The files that are built from. */
export interface Checkout {
  /** Reads what decides an image; problems have places in the Dockerfile. */
  readonly source: (image: ImageSpec, options: BuildOptions) => Promise<Parsed<Source>>;
  /** When the commit was made, in milliseconds since 1970; undefined outside of git. */
  readonly commitTime: () => Promise<number | undefined>;
}

export interface BuilderNeeds {
  /** The builder that was asked for. */
  readonly builder: string | undefined;
}

/** Docker with the logins of this step. */
export interface Builder {
  readonly machinery: Machinery;
  /** What a registry has under a reference now; undefined where it does not say. */
  readonly digestOf: (reference: string) => Promise<string | undefined>;
  /** Makes a builder for this step that can do more than the engine's own; resolves to its name, or to why not. */
  readonly extend: () => Promise<{ readonly name: string } | { readonly why: string }>;
  readonly build: (
    solve: Omit<Solve, 'metadataFile'>,
    watch: Pick<BuildWatch, 'steps' | 'onStep' | 'onLine'>,
  ) => Promise<BuildEnd>;
  /** Pushes an image of the engine. */
  readonly push: (name: string) => Promise<{ readonly digest: string } | { readonly failure: BuildFailure }>;
  /** Copies an image, `HOST/REPOSITORY@DIGEST` both; resolves to why not, or undefined. */
  readonly copy: (source: string, target: string) => Promise<BuildFailure | undefined>;
  /** Ends the logins, and removes what was made for this step. */
  readonly close: () => Promise<void>;
}

/** The same once Docker is there. */
export interface BuildContext extends BuildPorts {
  readonly builder: Builder;
}
