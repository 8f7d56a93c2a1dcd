import type { RepositoryCreationTemplate } from '@aws-sdk/client-ecr';

/**
 * Whether a registry makes a repository by itself when something is pushed to it. ECR user guide, "Repository
 * creation templates": the longest prefix wins, and ROOT stands for all that no other matches.
 */
export function isCreatedOnPush(templates: readonly RepositoryCreationTemplate[], name: string): boolean {
  const [template] = templates
    .filter(({ prefix = '' }) => prefix === 'ROOT' || name.startsWith(prefix.replace(/\/*$/, '/')))
    .sort((one, other) => weight(other) - weight(one));
  return template?.appliedFor?.some((cause) => cause === 'CREATE_ON_PUSH') ?? false;
}

const weight = ({ prefix = '' }: RepositoryCreationTemplate): number => (prefix === 'ROOT' ? 0 : prefix.length);
