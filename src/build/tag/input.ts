/**
 * The tag under which an image can be found by what it was built from: `in-SOURCE-BASE`. SOURCE is a hash of what
 * the checkout and the inputs decide, BASE of the base images, which move by themselves.
 */
export interface InputTag {
  readonly source: string;
  readonly base: string;
}

const FORM = /^in-([0-9a-f]{20})-([0-9a-f]{12})$/;

export const inputTagText = ({ source, base }: InputTag): string => `in-${source}-${base}`;

export function readInputTag(tag: string): InputTag | undefined {
  const [, source, base] = FORM.exec(tag) ?? [];
  return source === undefined || base === undefined ? undefined : { source, base };
}

/** Whether something was built from this very input, from the same source on other base images, or else. */
export function compareInput(tags: readonly string[], asked: InputTag): 'same' | 'other-base' | 'other' | 'unknown' {
  const known = tags.flatMap((tag) => readInputTag(tag) ?? []);
  if (known.length === 0) return 'unknown';
  const ofSource = known.filter(({ source }) => source === asked.source);
  if (ofSource.length === 0) return 'other';
  return ofSource.some(({ base }) => base === asked.base) ? 'same' : 'other-base';
}
