import type { Seen } from './seen.ts';

export function restoresScaling({ run: { scaling } }: Seen): string | undefined {
  return scaling.before === scaling.after ? undefined : `before ${scaling.before}, after ${scaling.after}`;
}
