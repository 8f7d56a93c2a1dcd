/** One of the two target groups between which ECS shifts the traffic of a production rule. */
export interface LiveGroup {
  /** ARN of the production listener rule. */
  readonly rule: string;
  readonly targetGroupArn: string;
  /** What the rule sends there; 0 for nothing. */
  readonly weight: number;
  /** How many targets in it are healthy, or are registered and not checked, since no rule leads to the group. */
  readonly healthy: number;
}
