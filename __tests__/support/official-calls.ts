import { readFileSync } from 'node:fs';
import type { Call } from './official-action.ts';

export const officialCallsFile = '__tests__/peers/official-action.calls.json';

export interface RecordedRun {
  readonly name: string;
  readonly calls: readonly Call[];
}

/** The official action's calls as they were recorded, for each comparison. */
export function recordedRuns(): readonly RecordedRun[] {
  const file: unknown = JSON.parse(readFileSync(officialCallsFile, 'utf8'));
  const runs = typeof file === 'object' && file !== null && 'runs' in file ? file.runs : [];
  if (!isList(runs) || !runs.every(isRun)) throw new Error(`${officialCallsFile} holds no runs.`);
  return runs;
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const isRun = (value: unknown): value is RecordedRun =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'calls' in value &&
  isList(value.calls) &&
  value.calls.every(isCall);

const isCall = (value: unknown): value is Call =>
  typeof value === 'object' &&
  value !== null &&
  'operation' in value &&
  typeof value.operation === 'string' &&
  'input' in value;
