import type { RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';
import { containerRules } from './container-rules.ts';
import { dependencyRules } from './dependency-rules.ts';
import { fargateRules } from './fargate-rules.ts';
import type { Finding, Rule } from './finding.ts';
import { mostBytes, tagLimits } from './values.ts';
import { volumeRules } from './volume-rules.ts';

/** Everything that AWS would refuse in a task definition whose members and types are right, or start wrongly. */
export function validate(definition: RegisterTaskDefinitionCommandInput): readonly Finding[] {
  return rules.flatMap((rule) => rule(definition));
}

const rules: readonly Rule[] = [
  familyIsAName,
  ...containerRules,
  ...dependencyRules,
  ...volumeRules,
  ...fargateRules,
  tagsAreNotEmpty,
  tagsAreWithinLimits,
  fitsInBytes,
];

/** API reference, family: up to 255 letters, numbers, hyphens and underscores. */
function familyIsAName({ family }: RegisterTaskDefinitionCommandInput): readonly Finding[] {
  if (family === undefined || /^[\w-]{1,255}$/.test(family)) return [];
  return [
    {
      message: 'family is no name that AWS takes.',
      remedy: 'Use up to 255 letters, numbers, hyphens and underscores.',
      path: ['family'],
    },
  ];
}

/** `Tags can not be empty.` */
function tagsAreNotEmpty({ tags }: RegisterTaskDefinitionCommandInput): readonly Finding[] {
  if (tags?.length !== 0) return [];
  return [
    {
      message: 'tags is an empty list, which AWS refuses.',
      remedy: 'Remove tags, or add one.',
      path: ['tags'],
    },
  ];
}

function tagsAreWithinLimits({ tags = [] }: RegisterTaskDefinitionCommandInput): readonly Finding[] {
  const findings = tags.flatMap(({ key = '', value = '' }, index) => {
    const wrong = tagProblem(key, value);
    return wrong === undefined ? [] : [{ ...wrong, path: ['tags', index] }];
  });
  if (tags.length <= tagLimits.count) return findings;
  const message = `${tags.length} tags are given; AWS takes at most ${tagLimits.count}.`;
  return [...findings, { message, remedy: 'Remove some.', path: ['tags'] }];
}

function tagProblem(key: string, value: string): { message: string; remedy: string } | undefined {
  if (key === '') return { message: 'A tag has an empty key.', remedy: 'Give it a key, or remove the tag.' };
  if (/^aws:/i.test(key))
    return { message: `The tag ${key} begins with aws:, which AWS keeps for itself.`, remedy: 'Rename it.' };
  if (key.length > tagLimits.key || value.length > tagLimits.value) {
    return {
      message: `The tag ${key.slice(0, tagLimits.key)} is too long.`,
      remedy: `Keys may have ${tagLimits.key} characters, values ${tagLimits.value}.`,
    };
  }
  return undefined;
}

/** Which bytes AWS counts is not documented: those of the definition as it is sent come closest [?]. */
function fitsInBytes(definition: RegisterTaskDefinitionCommandInput): readonly Finding[] {
  const bytes = new TextEncoder().encode(JSON.stringify({ ...definition, tags: undefined })).length;
  if (bytes <= mostBytes) return [];
  return [
    {
      message: `The task definition has ${bytes} bytes; AWS takes at most ${mostBytes}.`,
      remedy: 'Move large values to environmentFiles, SSM parameters or the image.',
      path: [],
    },
  ];
}
