// Loaded before an action (node --import): time in its process passes TIME_FACTOR times as fast, as it does in a sandbox
// of that speed. Its pauses and its limits keep their length in the sandbox's time; what a call or a computation takes is
// real, and so counts for more.
import { syncBuiltinESMExports } from 'node:module';
import promises from 'node:timers/promises';

const factor = Number(process.env['TIME_FACTOR'] ?? '1');

const shorter = (milliseconds: unknown): unknown =>
  typeof milliseconds === 'number' ? Math.ceil(milliseconds / factor) : milliseconds;

/** The same function with the argument at this place, a time in milliseconds, made shorter. */
const hastened = <F extends (...given: never[]) => unknown>(timer: F, place: number): F =>
  new Proxy(timer, {
    apply: (target, self, given: unknown[]): unknown =>
      Reflect.apply(
        target,
        self,
        given.map((value, at) => (at === place ? shorter(value) : value)),
      ),
  });

globalThis.setTimeout = hastened(setTimeout, 1);
globalThis.setInterval = hastened(setInterval, 1);
promises.setTimeout = hastened(promises.setTimeout, 0);
AbortSignal.timeout = hastened(AbortSignal.timeout.bind(AbortSignal), 0);
syncBuiltinESMExports();

const [today, monotonic] = [Date.now.bind(Date), performance.now.bind(performance)];
const [startedAt, origin] = [today(), monotonic()];
Date.now = () => Math.floor(startedAt + (today() - startedAt) * factor);
performance.now = () => origin + (monotonic() - origin) * factor;
