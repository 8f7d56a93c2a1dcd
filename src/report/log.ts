/** Where the words of a run go; every text is made harmless before it reaches the runner. */
export interface Log {
  /** Plain lines. */
  readonly say: (...lines: readonly string[]) => void;
  /** Lines that the runner folds under a noun. */
  readonly group: (title: string, lines: readonly string[]) => void;
  /** Something the user should hear though nothing failed; may come with a place in a file. */
  readonly warn: (text: string) => void;
}

/** The log of one service among several that go side by side: every text begins with its name. */
export const logOf = (service: string, log: Log): Log => ({
  say: (...lines) => log.say(...lines.map((line) => `${service}  ${line}`)),
  group: (title, lines) => log.group(`${service}: ${title}`, lines),
  warn: (text) => log.warn(`${service}: ${text}`),
});
