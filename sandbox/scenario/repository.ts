import type { CreationTemplate, TagRules } from '../services/ecr/state.ts';
import { tagRules } from '../services/ecr/tag-rules.ts';
import { textOf, type Fields } from './fields.ts';

export interface ScenarioRepository extends TagRules {
  readonly name: string;
  /** Each tag with its digest; undefined where the sandbox is to make one up. */
  readonly tags: readonly (readonly [string, string | undefined])[];
}

/** Reads a repository of ECR with its tags. */
export function readRepository(fields: Fields): ScenarioRepository {
  const name = fields.text('name');
  const given = fields.raw('tags');
  const tags = Array.isArray(given)
    ? fields.list('tags', (tag) => [textOf(tag), undefined] as const)
    : fields
        .entries('tags')
        .map(([tag, digest]) => [tag, typeof digest === 'string' ? digest : undefined] as const);
  return { name, ...readTagRules(fields), tags };
}

/** Reads what repositories are made from that are not there when they are pushed to. */
export function readCreationTemplate(fields: Fields): Omit<CreationTemplate, 'createdAt'> {
  return { prefix: fields.text('prefix'), appliedFor: ['CREATE_ON_PUSH'], ...readTagRules(fields) };
}

const readTagRules = (fields: Fields): TagRules =>
  tagRules(fields.flag('immutable', false), fields.list('exclusions', textOf));
