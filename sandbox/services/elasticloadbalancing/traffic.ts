import type { ListenerRule, LoadBalancing } from './state.ts';

/** The rule of an ARN; of a listener (of a Network Load Balancer) it is the default one. */
export function findRule({ listeners }: LoadBalancing, arn: string): ListenerRule | undefined {
  const rules = listeners.flatMap((listener) => listener.rules);
  return (
    rules.find((rule) => rule.arn === arn) ?? listeners.find((listener) => listener.arn === arn)?.rules.at(-1)
  );
}

/** The target groups that a rule sends traffic to. */
export const servingGroups = (rule: ListenerRule): readonly string[] =>
  rule.forward.filter(({ weight }) => weight > 0).map(({ targetGroupArn }) => targetGroupArn);

/** Shares a rule's traffic between two target groups; `percent` for the first. Weights are whole numbers. */
export function shareTraffic(
  rule: ListenerRule,
  { groups: [one, other], percent }: { readonly groups: readonly [string, string]; readonly percent: number },
): void {
  const whole = Number.isInteger(percent) ? 100 : 1000;
  const weight = Math.round((percent * whole) / 100);
  rule.forward = [
    { targetGroupArn: one, weight },
    { targetGroupArn: other, weight: whole - weight },
  ];
}

/** Sends all of a rule's traffic to one target group; those it has besides keep their place, with a weight of 0. */
export function sendAll(rule: ListenerRule, targetGroupArn: string): void {
  const others = rule.forward.filter((share) => share.targetGroupArn !== targetGroupArn);
  rule.forward = [
    { targetGroupArn, weight: 100 },
    ...others.map((share) => ({ targetGroupArn: share.targetGroupArn, weight: 0 })),
  ];
}
