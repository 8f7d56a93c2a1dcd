import { type Members, membersOf } from '../../inputs/foreign-json.ts';
import { targetNames } from './bake.ts';
import type { BuildTarget } from './target.ts';

/** What the builder says of an image that it made. */
export interface BuiltImage {
  readonly target: BuildTarget;
  /** Of the manifest that was pushed; undefined where the engine pushes later. */
  readonly digest: string | undefined;
  /** The builder's own words, as JSON. */
  readonly metadata: Members;
}

/** Reads the builder's metadata file: of one image its members, of several one object a bake target. */
export function readMetadata(
  targets: readonly BuildTarget[],
  text: string | undefined,
): readonly BuiltImage[] {
  const value = membersOf(text === undefined ? {} : JSON.parse(text));
  const names = targetNames(targets);
  return targets.map((target) => {
    const metadata = targets.length === 1 ? value : membersOf(value[names.get(target) ?? '']);
    const digest = metadata['containerimage.digest'];
    return { target, digest: typeof digest === 'string' ? digest : undefined, metadata };
  });
}
