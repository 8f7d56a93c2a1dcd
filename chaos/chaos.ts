// Plays seeded scenarios in which everything that can go wrong does, and asks whether every invariant held. Prints for
// each seed that failed the line that plays it again, what broke and the scenario; exits with 1 when there is one.
//   node chaos/chaos.ts --seeds 1000 --from 1
//   node chaos/chaos.ts --seeds 1 --from 77 --trace      with every call and every line of the log
import { parseArgs } from 'node:util';
import { mountClients } from './mount.ts';
import { type Trial, trialText, tryOut } from './trial.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    trace: { type: 'boolean', default: false },
  },
});
const [count, from] = [whole('seeds', values.seeds), whole('from', values.from)];

const mount = await mountClients();
const startedAt = performance.now();
const statuses = new Map<string, number>();
let failed = 0;
let calls = 0;
for (let seed = from; seed < from + count; seed += 1) {
  const trial = await tryOut(seed, mount);
  note(trial);
  if (values.trace) console.log(traceText(trial));
  if (trial.breaches.length === 0 && !values.trace) continue;
  if (trial.breaches.length > 0) failed += 1;
  console.log(trialText(trial));
}
const ends = [...statuses].sort(([, one], [, other]) => other - one);
console.log(
  `${count} seeds from ${from}: ${failed} failed; ${calls} calls in ${((performance.now() - startedAt) / 1_000).toFixed(1)} s; ${ends.map(([status, times]) => `${status} ${times}`).join(', ')}`,
);
process.exitCode = failed === 0 ? 0 : 1;

function note({ run }: Trial): void {
  for (const { end, calls: made } of run.attempts) {
    calls += made.length;
    const status = end.kind === 'outcome' ? end.outcome.verdict.status : end.kind;
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
}

function traceText({ run: { attempts, log } }: Trial): string {
  const [{ startedAt: zero } = { startedAt: 0 }] = attempts;
  return [
    ...attempts.flatMap((attempt) =>
      [...attempt.calls, ...attempt.lateCalls].map(
        ({ at, name, status, started }, index) =>
          `${String(index + 1).padStart(4)} ${((at - zero) / 1_000).toFixed(1).padStart(8)} s ${name} ${status} ${started.join(' ')}`,
      ),
    ),
    ...log,
  ].join('\n');
}

function whole(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new RangeError(`--${name} takes a whole number, not '${text}'.`);
  return Number(text);
}
