import { AwsError } from '../../aws-error.ts';

/** What Elastic Load Balancing refuses with. Each text is AWS's; `[?]` marks those that nothing confirms. */
export const loadBalancingErrors = {
  noTargetGroup: () => new AwsError('TargetGroupNotFound', 'One or more target groups not found'),
  noListener: () => new AwsError('ListenerNotFound', 'One or more listeners not found'),
  noRule: () => new AwsError('RuleNotFound', 'One or more rules not found'),
  // [?] These words; that one of the two is needed is in the API reference.
  unnamed: (what: string) => new AwsError('ValidationError', `You must specify either ${what}.`),
} as const;
