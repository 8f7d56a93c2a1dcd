import { AwsError } from '../../aws-error.ts';

/** What Application Auto Scaling refuses with. Each text is AWS's; `[?]` marks those that nothing confirms. */
export const autoscalingErrors = {
  // [?] These words.
  otherNamespace: () =>
    new AwsError('ValidationException', `The sandbox knows the service namespace 'ecs' alone.`),
  missing: (member: string) =>
    new AwsError(
      'ValidationException',
      `1 validation error detected: Value null at '${member.charAt(0).toLowerCase()}${member.slice(1)}' ` +
        'failed to satisfy constraint: Member must not be null',
    ),
  noService: (resourceId: string) =>
    new AwsError('ValidationException', `ECS service doesn't exist: ${resourceId}`),
  // [?] These words; that a new target needs both is in the API reference.
  noBounds: () =>
    new AwsError('ValidationException', 'A new scalable target needs MinCapacity and MaxCapacity.'),
  minimumAboveMaximum: () =>
    new AwsError('ValidationException', 'Maximum capacity cannot be less than minimum capacity'),
  // [?] These words.
  noTarget: (arn: string) => new AwsError('ResourceNotFoundException', `No scalable target found: ${arn}`),
  // [?] These words.
  invalidToken: () => new AwsError('InvalidNextTokenException', 'The next token is invalid.'),
} as const;
