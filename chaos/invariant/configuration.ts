import type { Configuration } from '../truth.ts';
import type { Seen } from './seen.ts';

/** A green end, but for a plan, leaves the service configured as asked, and as it was in all else. */
export function isConfiguredAsAsked({ run, attempt, status, outcome }: Seen): string | undefined {
  const isGreen = status === 'deployed' || status === 'unchanged' || status === 'started';
  const end = attempt.trail.at(-1);
  if (!isGreen || attempt.step === 'post' || outcome?.verdict.rule === 'plan-only' || end === undefined)
    return undefined;
  const { configuration: asked = {} } = run.scenario;
  const before = attempt.before.configuration;
  const wrong = Object.entries(end.configuration).filter(([name, value]) =>
    name in asked
      ? !isSame(value, valueIn(asked, name))
      : isKept(name, asked) && !isSame(value, before[name]),
  );
  return wrong.length === 0 ? undefined : `it is ${JSON.stringify(Object.fromEntries(wrong))}`;
}

/** Another strategy brings its own values of what is not asked for. */
const isKept = (name: string, asked: object): boolean =>
  !('strategy' in asked) ||
  ['hooks', 'alarms', 'circuitBreaker', 'minimumHealthyPercent', 'maximumPercent'].includes(name);

const valueIn = (settings: object, name: string): unknown =>
  new Map<string, unknown>(Object.entries(settings)).get(name);

const isSame = (one: Configuration[string], other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
