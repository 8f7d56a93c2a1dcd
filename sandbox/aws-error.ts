/** An error that AWS answers with: its code, its text and the HTTP status. */
export class AwsError extends Error {
  override readonly name = 'AwsError';
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/**
 * An error that every AWS service may answer with, whatever is asked: under the code that it has in awsJson.
 * awsQuery has older names for them.
 */
export class CommonError extends AwsError {}
