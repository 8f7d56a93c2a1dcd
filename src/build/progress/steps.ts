import type { ProgressEvent, StepEvent } from './event.ts';

/** A step of a build that has ended, and what it wrote last. */
export interface Step {
  readonly name: string;
  /** In milliseconds. */
  readonly took: number;
  readonly isCached: boolean;
  readonly error: string | undefined;
  /** The last lines that it wrote. */
  readonly output: readonly string[];
}

/** A step that has begun and not ended. */
export type RunningStep = Pick<Step, 'name' | 'output'> & {
  /** For how long by now, in milliseconds. */
  readonly took: number;
};

const KEPT_LINES = 50;
const KEPT_CHARACTERS = 50_000;

/** Folds what BuildKit reports into steps: each is told once, when it has ended. */
export class Steps {
  readonly #now: () => number;
  readonly #running = new Map<string, StepEvent>();
  /** When those began that run now, by the clock of this process. */
  readonly #since = new Map<string, number>();
  readonly #outputs = new Map<string, string>();
  readonly #ended = new Map<string, Step>();

  /** `now` is in milliseconds, monotonic. */
  constructor(now: () => number = () => 0) {
    this.#now = now;
  }

  /** Takes one report in; gives the steps that ended by it. */
  add({ steps, outputs }: ProgressEvent): readonly Step[] {
    for (const { id, text } of outputs) this.#outputs.set(id, lastLines((this.#outputs.get(id) ?? '') + text));
    return steps.flatMap((event) => this.#addStep(event));
  }

  /** All that have ended, in the order in which they did. */
  get ended(): readonly Step[] {
    return [...this.#ended.values()];
  }

  /** Those that run now, in the order in which they began. */
  get running(): readonly RunningStep[] {
    return [...this.#since].map(([id, since]) => ({
      name: this.#running.get(id)?.name ?? '',
      took: this.#now() - since,
      output: this.#outputOf(id),
    }));
  }

  #outputOf(id: string): readonly string[] {
    return (this.#outputs.get(id) ?? '').split(/\r?\n/).filter((line) => line !== '');
  }

  // A vertex can begin again after its end, as exporting does to push: it is told once, and took until its last end.
  #addStep(event: StepEvent): readonly Step[] {
    const before = this.#running.get(event.id);
    const startedAt = before?.startedAt ?? event.startedAt;
    this.#running.set(event.id, { ...event, startedAt });
    if (event.completedAt === undefined) {
      if (startedAt !== undefined && !this.#since.has(event.id)) this.#since.set(event.id, this.#now());
      return [];
    }
    this.#since.delete(event.id);
    const isTold = this.#ended.has(event.id);
    const step: Step = {
      name: event.name,
      took: startedAt === undefined ? 0 : Math.max(0, event.completedAt - startedAt),
      isCached: event.isCached,
      error: event.error,
      output: this.#outputOf(event.id),
    };
    this.#ended.set(event.id, step);
    return isTold ? [] : [step];
  }
}

// A bar of progress is one line without end.
const lastLines = (text: string): string =>
  text.slice(-KEPT_CHARACTERS).split('\n').slice(-KEPT_LINES - 1).join('\n');

/** Whether a step is one of the Dockerfile, as against loading, exporting and pushing. */
const isOfDockerfile = ({ name }: Step): boolean => /^\[[^\]]*\d+\/\d+\]/.test(name);

/** Of the steps of the Dockerfile the part that the cache had, from 0 to 1; undefined where there was none. */
export function cacheHitRatio(steps: readonly Step[]): number | undefined {
  const counted = steps.filter((step) => isOfDockerfile(step) && !/\] FROM /.test(step.name));
  return counted.length === 0
    ? undefined
    : counted.filter(({ isCached }) => isCached).length / counted.length;
}

/** The steps that took longest, the longest first. */
export const slowestSteps = (steps: readonly Step[], most: number): readonly Step[] =>
  [...steps]
    .filter(({ isCached }) => !isCached)
    .sort((one, other) => other.took - one.took)
    .slice(0, most);
