import type { Problem } from '../../inputs/problem.ts';

/** An image, where it goes and under which tags. */
export interface TagClaim {
  readonly name: string;
  /** URI of the repository. */
  readonly repository: string;
  /** What tells it from other images: those with the same may share a tag. */
  readonly content: string;
  readonly tags: readonly string[];
}

/** A tag of one repository that two different images are to have: the later one would take it from the other. */
export const sharedTags = (claims: readonly TagClaim[]): readonly Problem[] =>
  claims.flatMap(({ name, repository, content, tags }, index) =>
    tags.flatMap((tag) => {
      const other = claims
        .slice(0, index)
        .find((one) => one.repository === repository && one.content !== content && one.tags.includes(tag));
      if (other === undefined) return [];
      return [
        {
          message: `Image ${name}: the tag ${tag} of the repository ${repository} is that of image ${other.name}, too.`,
          remedy: `Give each a tag of its own, such as ${name}-{{sha}}.`,
          input: 'tags',
        },
      ];
    }),
  );
