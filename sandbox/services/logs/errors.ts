import { AwsError } from '../../aws-error.ts';

/** What CloudWatch Logs refuses with. Each text is AWS's; `[?]` marks those that nothing confirms. */
export const logsErrors = {
  noGroup: () => new AwsError('ResourceNotFoundException', 'The specified log group does not exist.'),
  noStream: () => new AwsError('ResourceNotFoundException', 'The specified log stream does not exist.'),
  groupExists: () => new AwsError('ResourceAlreadyExistsException', 'The specified log group already exists'),
  streamExists: () =>
    new AwsError('ResourceAlreadyExistsException', 'The specified log stream already exists'),
  invalidToken: () => new AwsError('InvalidParameterException', 'The specified nextToken is invalid.'),
  orderedPrefix: () =>
    new AwsError('InvalidParameterException', 'Cannot order by LastEventTime with a logStreamNamePrefix.'),
  // [?] These words: exactly one of the two is taken.
  groupUnnamed: () =>
    new AwsError(
      'InvalidParameterException',
      'Exactly one of logGroupName and logGroupIdentifier must be given.',
    ),
  patternNotModelled: (pattern: string) =>
    new AwsError(
      'InvalidParameterException',
      `The sandbox takes plain terms as a filter pattern, not '${pattern}'.`,
    ),
} as const;
