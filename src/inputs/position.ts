import type { Location } from './problem.ts';

/** Turns an offset in a text (UTF-16 units, from 0) into file, line and column (from 1). */
export type Positions = (offset: number) => Location;

/** Finds lines by bisection over the line starts, which are found once. */
export function positionsIn(text: string, file: string): Positions {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
