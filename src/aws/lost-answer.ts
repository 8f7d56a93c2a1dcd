import type { AwsFailure } from './errors.ts';

/** The answer of a call that changes something was lost, and what it did cannot be read. */
export class LostAnswer extends Error {
  override readonly name = 'LostAnswer';
  readonly failure: AwsFailure;

  constructor(operation: string, failure: AwsFailure) {
    super(`The answer of ${operation} was lost, and what it did cannot be read. ${failure.message}`);
    this.failure = failure;
  }
}
