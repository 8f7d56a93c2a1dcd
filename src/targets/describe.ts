import type { ElasticLoadBalancingV2 } from '@aws-sdk/client-elastic-load-balancing-v2';

/** A target that its load balancer does not find healthy. */
export interface TargetTrouble {
  /** `address:port`; absent where only an event of the service tells of it. */
  readonly target?: string;
  readonly state?: string;
  /** Such as Target.ResponseCodeMismatch. */
  readonly code?: string;
  /** In AWS's words. */
  readonly description: string;
}

/** The unhealthy targets of a target group, while they are registered (DescribeTargetHealth). */
export async function describeTroubles(
  client: Pick<ElasticLoadBalancingV2, 'describeTargetHealth'>,
  targetGroupArn: string,
  signal: AbortSignal,
): Promise<readonly TargetTrouble[]> {
  const answer = await client.describeTargetHealth(
    { TargetGroupArn: targetGroupArn },
    { abortSignal: signal },
  );
  return (answer.TargetHealthDescriptions ?? []).flatMap(({ Target, TargetHealth }) => {
    if (TargetHealth?.State !== 'unhealthy') return [];
    const { State, Reason, Description = '' } = TargetHealth;
    return [
      {
        target: `${Target?.Id ?? ''}:${Target?.Port ?? ''}`,
        state: State,
        ...(Reason === undefined ? {} : { code: Reason }),
        description: Description,
      },
    ];
  });
}

/** What the events of a service say of its targets: "… is unhealthy in (target-group …) due to (reason …)". */
export function troublesInEvents(messages: readonly string[]): readonly TargetTrouble[] {
  const reasons = messages.flatMap((message) => {
    const [, reason] =
      /is unhealthy in \(target-group [^)]*\) due to \(reason (.*)\)\.?$/.exec(message) ?? [];
    return reason === undefined ? [] : [reason];
  });
  return [...new Set(reasons)].map((description) => ({ description }));
}
