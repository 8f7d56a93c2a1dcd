import type { NormalizedSchema } from '@smithy/core/schema';

/** The name of a member on the wire: the schema's own for XML, else that of the model. */
export function xmlNameOf(member: NormalizedSchema, fallback: string): string {
  const name: unknown = member.getMemberTraits().xmlName;
  return typeof name === 'string' ? name : fallback;
}

/** Whether the items of a list or map stand under its own name, without an element around them. */
export const isFlattened = (shape: NormalizedSchema): boolean =>
  Boolean(shape.getMergedTraits().xmlFlattened);
