import type { ECR } from '@aws-sdk/client-ecr';
import { awsFailure } from '../../aws/errors.ts';
import { nearest } from '../../inputs/nearest.ts';
import type { ImageReference } from '../reference.ts';

const MOST_TAGS = 3;

/**
 * The tags of a repository that a missing one most likely meant, then those that were pushed last
 * (DescribeImages, at most 1,000 images); none where the repository itself is missing, or the tag is there after all.
 */
export async function describeNearestTags(
  ecr: Pick<ECR, 'describeImages'>,
  { repository, account, wanted }: NonNullable<ImageReference['ecr']> & { readonly wanted: string },
  signal: AbortSignal,
): Promise<readonly string[]> {
  try {
    const { imageDetails = [] } = await ecr.describeImages(
      {
        registryId: account,
        repositoryName: repository,
        filter: { tagStatus: 'TAGGED' },
        maxResults: 1_000,
      },
      { abortSignal: signal },
    );
    const newestFirst = [...imageDetails]
      .sort((one, other) => (other.imagePushedAt?.getTime() ?? 0) - (one.imagePushedAt?.getTime() ?? 0))
      .flatMap(({ imageTags = [] }) => imageTags);
    return newestFirst.includes(wanted) ? [] : nearestTags(wanted, newestFirst);
  } catch (error) {
    if (awsFailure(error)?.code === 'RepositoryNotFoundException') return [];
    throw error;
  }
}

/** At most three: the near ones first, then the first of the list. */
export function nearestTags(wanted: string, tags: readonly string[]): readonly string[] {
  const left = new Set(tags);
  const found: string[] = [];
  while (found.length < MOST_TAGS && left.size > 0) {
    const near = nearest(wanted, left) ?? [...left][0];
    if (near === undefined) break;
    found.push(near);
    left.delete(near);
  }
  return found;
}
