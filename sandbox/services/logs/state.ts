/** CloudWatch Logs. All times are milliseconds since 1970. */
export interface LogsState {
  /**
   * Whether a group that is written to has to be there: so where the scenario lists its log groups. Else a group is
   * made when somebody first writes to it.
   */
  readonly listed: boolean;
  readonly groups: LogGroup[];
}

export interface LogGroup {
  readonly name: string;
  readonly region: string;
  readonly createdAt: number;
  readonly streams: LogStream[];
}

export interface LogStream {
  readonly name: string;
  readonly createdAt: number;
  /** Oldest first. */
  readonly events: LogEvent[];
}

export interface LogEvent {
  readonly timestamp: number;
  readonly message: string;
}

/** Where lines go. */
export interface LogPlace {
  readonly region: string;
  readonly group: string;
  readonly stream: string;
}

/** The group of that name in that region, or undefined. */
export const findGroup = (
  { groups }: LogsState,
  { region, group }: Pick<LogPlace, 'region' | 'group'>,
): LogGroup | undefined =>
  groups.find((candidate) => candidate.name === group && candidate.region === region);
