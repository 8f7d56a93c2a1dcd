/** Load balancers as far as deployments touch them: target groups, and listeners whose rules share traffic. */
export interface LoadBalancing {
  readonly targetGroups: TargetGroup[];
  readonly listeners: Listener[];
}

export interface TargetGroup {
  readonly arn: string;
  readonly name: string;
  /** How long a deregistered target goes on draining; AWS's default is 300. */
  readonly deregistrationDelaySeconds: number;
}

export interface Listener {
  readonly arn: string;
  readonly port: number;
  /** In order of priority, the default rule last. */
  readonly rules: ListenerRule[];
}

export interface ListenerRule {
  readonly arn: string;
  /** A number, or `default`. */
  readonly priority: string;
  forward: Forward[];
}

/** A share of the traffic: weight / sum of the rule's weights. */
export interface Forward {
  readonly targetGroupArn: string;
  weight: number;
}
