import { withoutCredentials } from '../url.ts';
import type { ProgressEvent, StepEvent } from './event.ts';

/** Reads `--progress=plain`, as the `docker build` of an engine writes it: by number, each step named once. */
export class PlainProgress {
  readonly #names = new Map<string, string>();
  /** When it wrote last, in milliseconds since it began. */
  readonly #wrote = new Map<string, number>();

  /** Such as `#6 [2/3] RUN make`, `#6 0.2 what it writes`, `#6 DONE 0.3s`; undefined for any other text. */
  read(line: string): ProgressEvent | undefined {
    const [, id, text = ''] = /^#(\d+) (.*?)\r?$/.exec(withoutCredentials(line)) ?? [];
    if (id === undefined) return undefined;
    const name = this.#names.get(id);
    if (name === undefined) {
      this.#names.set(id, text);
      return { steps: [{ ...BEGUN, id, name: text }], outputs: [] };
    }
    const [, wroteAt, output] = /^(\d+\.\d+) (.*)$/.exec(text) ?? [];
    if (wroteAt !== undefined) {
      this.#wrote.set(id, milliseconds(wroteAt));
      return { steps: [], outputs: [{ id, text: `${output ?? ''}\n` }] };
    }
    const end = endOf(text, this.#wrote.get(id) ?? 0);
    return { steps: end === undefined ? [] : [{ ...BEGUN, id, name, ...end }], outputs: [] };
  }
}

const BEGUN = { startedAt: 0, completedAt: undefined, isCached: false, error: undefined } as const;

/** What a step ended with; undefined for its digest, and for what it transfers. */
function endOf(
  text: string,
  wrote: number,
): Pick<StepEvent, 'completedAt' | 'isCached' | 'error'> | undefined {
  const [, done] = /^DONE (\d+\.\d+)s$/.exec(text) ?? [];
  if (done !== undefined) return { completedAt: milliseconds(done), isCached: false, error: undefined };
  if (text === 'CACHED') return { completedAt: 0, isCached: true, error: undefined };
  const [, error] = /^ERROR: (.*)$/.exec(text) ?? [];
  if (error !== undefined) return { completedAt: wrote, isCached: false, error };
  return text === 'CANCELED' ? { completedAt: wrote, isCached: false, error: 'context canceled' } : undefined;
}

const milliseconds = (seconds: string): number => Math.round(Number(seconds) * 1_000);
