import type { ChaosScenario, Moment } from '../scenario.ts';
import type { VirtualTime } from './time.ts';

/** What comes from outside of our process. */
export type Happening =
  | { readonly kind: 'act'; readonly act: ChaosScenario['others'][number] }
  /** The runner asks the step to end, and kills it ten seconds later. */
  | { readonly kind: 'cancel' }
  | { readonly kind: 'kill' };

/** Arranges what is to happen at its second; gives back what makes happen what is due around a call. */
export function planned(
  { others, cancel, kill }: ChaosScenario,
  time: VirtualTime,
  happen: (happening: Happening) => void,
): (side: 'before' | 'after') => void {
  const plans: readonly (readonly [Moment, Happening])[] = [
    ...others.map((act) => [act, { kind: 'act', act }] as const),
    ...(cancel === undefined ? [] : [[cancel, { kind: 'cancel' }] as const]),
    ...(kill === undefined ? [] : [[kill, { kind: 'kill' }] as const]),
  ];
  for (const [moment, happening] of plans) {
    if ('seconds' in moment) time.later(moment.seconds * 1_000, () => happen(happening));
  }
  let calls = 0;
  return (side) => {
    if (side === 'before') calls += 1;
    for (const [moment, happening] of plans) {
      if (!('call' in moment) || moment.call !== calls) continue;
      if ((moment.isAnswered === true ? 'after' : 'before') === side) happen(happening);
    }
  };
}
