import type { Builder } from '../ports.ts';

/** Docker, opened when it is first asked for: where every image is reused and none has a base, it never is. */
export interface BuilderOnce {
  readonly opened: () => Promise<Builder>;
  /** Closes what was opened. */
  readonly close: () => Promise<void>;
}

export function builderOnce(open: () => Promise<Builder>): BuilderOnce {
  let opening: Promise<Builder> | undefined;
  return {
    opened: () => (opening ??= open()),
    close: async () => {
      // One that could not be opened has cleaned up after itself, and whoever asked for it knows.
      const builder = await opening?.catch(() => undefined);
      await builder?.close();
    },
  };
}
