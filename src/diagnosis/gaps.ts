import { awsFailure } from '../aws/errors.ts';
import type { Gap } from './diagnosis.ts';

/** Reads that may fail: each that does is a gap, and the others go on. */
export interface Attempts {
  readonly read: <T>(what: Gap['what'], read: () => Promise<T>) => Promise<T | undefined>;
  /** What could not be read so far: of reads of one kind the first that failed. */
  readonly gaps: () => readonly Gap[];
}

export function createAttempts(): Attempts {
  const gaps: Gap[] = [];
  return {
    gaps: () => gaps,
    read: async (what, read) => {
      try {
        return await read();
      } catch (error) {
        const failure = awsFailure(error);
        if (failure === undefined) throw error;
        const reason = failure.kind === 'aborted' ? 'AWS did not answer in time' : failure.message;
        if (!gaps.some((gap) => gap.what === what)) gaps.push({ what, reason });
        return undefined;
      }
    },
  };
}
