import type { Chance } from '../../chance.ts';

export interface StsState {
  /** Makes keys and tokens, so that a session more or less changes no other id. */
  readonly chance: Chance;
  readonly roles: readonly Role[];
  /** Oldest first; those that ended stay, since their keys may still be used. */
  readonly sessions: Session[];
}

/** A role of IAM that jobs of GitHub may assume. */
export interface Role {
  /** With its path, if it has one: `ci/deployer`. */
  readonly name: string;
  readonly maxSessionSeconds: number;
  /** What the trust policy asks of a token. */
  readonly trust: {
    readonly audience: string;
    /** Patterns with `*` and `?`, one of which the subject must match. */
    readonly subjects: readonly string[];
  };
}

/** Credentials of an assumed role. */
export interface Session {
  readonly accessKeyId: string;
  readonly token: string;
  /** `arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION`. */
  readonly arn: string;
  /** Milliseconds since 1970: from then on the keys are refused. */
  readonly expiresAt: number;
}
