import type { CreateRepositoryRequest, ImageTagMutability } from '@aws-sdk/client-ecr';
import { like } from '../../iam/policy.ts';
import { ecrErrors } from './errors.ts';
import type { TagRules } from './state.ts';

/** Whether this tag stays where it is once it is set. */
export function isImmutable({ mutability, exclusions }: TagRules, tag: string): boolean {
  const isExcluded = exclusions.some((pattern) => like(pattern, tag));
  return mutability.startsWith('IMMUTABLE') ? !isExcluded : isExcluded;
}

/** The rules that a request asks for. Throws InvalidParameterException where they contradict each other. */
export function tagRulesOf(
  input: Pick<CreateRepositoryRequest, 'imageTagMutability' | 'imageTagMutabilityExclusionFilters'>,
): TagRules {
  const mutability = input.imageTagMutability ?? 'MUTABLE';
  const exclusions = (input.imageTagMutabilityExclusionFilters ?? []).map(({ filter = '' }) => filter);
  if (mutability.endsWith('_WITH_EXCLUSION') !== exclusions.length > 0) {
    throw ecrErrors.exclusionFilters(mutability);
  }
  const isValid = (filter: string) => /^[0-9a-zA-Z._*-]{1,128}$/.test(filter);
  if (exclusions.length > 5 || !exclusions.every(isValid)) throw ecrErrors.exclusionFilters(mutability);
  return { mutability, exclusions };
}

/** The rules as ECR shows them. */
export const viewTagRules = ({ mutability, exclusions }: TagRules): object => ({
  imageTagMutability: mutability,
  ...(exclusions.length === 0
    ? {}
    : {
        imageTagMutabilityExclusionFilters: exclusions.map((filter) => ({ filterType: 'WILDCARD', filter })),
      }),
});

/** The rules of a scenario: tags that stay or move, but for those that are excluded. */
export function tagRules(immutable: boolean, exclusions: readonly string[]): TagRules {
  const mutability: ImageTagMutability = immutable ? 'IMMUTABLE' : 'MUTABLE';
  return { mutability: exclusions.length === 0 ? mutability : `${mutability}_WITH_EXCLUSION`, exclusions };
}
