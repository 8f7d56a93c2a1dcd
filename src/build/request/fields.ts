import { CsvError, parse } from 'csv-parse/sync';

/**
 * One line of CSV, as the builder reads `type=registry,ref=…`: its fields in their order, each with the name before
 * the first `=`, or without one. Undefined where it is none: its quotes do not close, or stand inside of a field.
 */
export function readFields(line: string): readonly Field[] | undefined {
  try {
    const records: unknown = parse(line, { relax_column_count: true });
    const [texts, ...others] = Array.isArray(records) ? records.filter(isTexts) : [];
    return others.length > 0 ? undefined : texts?.map(fieldOf);
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}

export interface Field {
  /** Undefined where the field has no `=`, or nothing before it. */
  readonly name: string | undefined;
  readonly value: string;
}

const isTexts = (record: unknown): record is readonly string[] => Array.isArray(record);

function fieldOf(text: string): Field {
  const at = text.indexOf('=');
  return at <= 0 ? { name: undefined, value: text } : { name: text.slice(0, at).trim(), value: text.slice(at + 1) };
}
