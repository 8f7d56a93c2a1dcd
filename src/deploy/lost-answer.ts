import type { AwsFailure } from '../aws/errors.ts';

/** The answer of the call that starts a deployment was lost, and what it did cannot be read. */
export class LostAnswer extends Error {
  override readonly name = 'LostAnswer';
  readonly failure: AwsFailure;

  constructor(operation: string, failure: AwsFailure) {
    super(`The answer of ${operation} was lost, and whether it started a deployment cannot be read.`);
    this.failure = failure;
  }
}
