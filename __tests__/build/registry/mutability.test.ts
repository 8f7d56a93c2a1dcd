import type { ImageTagMutability } from '@aws-sdk/client-ecr';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mutabilityOf } from '../../../src/build/registry/mutability.ts';
import { tagRules, isImmutable } from '../../../sandbox/services/ecr/tag-rules.ts';
import { holds } from '../../support/property.ts';

const repository = (imageTagMutability: ImageTagMutability | undefined, ...filters: readonly string[]) => ({
  ...(imageTagMutability === undefined ? {} : { imageTagMutability }),
  imageTagMutabilityExclusionFilters: filters.map((filter) => ({ filterType: 'WILDCARD' as const, filter })),
});

describe('whether a tag may be moved', () => {
  test.each([
    ['MUTABLE', [], 'v1', 'movable'],
    ['IMMUTABLE', [], 'v1', 'fixed'],
    [undefined, [], 'v1', 'unknown'],
    ['IMMUTABLE_WITH_EXCLUSION', ['dev-*'], 'dev-1', 'movable'],
    ['IMMUTABLE_WITH_EXCLUSION', ['dev-*'], 'v1', 'fixed'],
    ['MUTABLE_WITH_EXCLUSION', ['v*', 'r*'], 'r1', 'fixed'],
    ['MUTABLE_WITH_EXCLUSION', ['v*', 'r*'], 'dev', 'movable'],
    ['MUTABLE_WITH_EXCLUSION', ['v1.2'], 'v1x2', 'movable'],
    ['MUTABLE_WITH_EXCLUSION', ['v1'], 'v10', 'movable'],
    ['MUTABLE_WITH_EXCLUSION', ['v1'], 'xv1', 'movable'],
    ['MUTABLE_WITH_EXCLUSION', ['*-rc*'], 'v1-rc.2', 'fixed'],
    ['MUTABLE_WITH_EXCLUSION', ['*'], 'latest', 'fixed'],
  ] as const)('%s but for %j: %s is %s', (mutability, filters, tag, expected) => {
    expect(mutabilityOf(repository(mutability, ...filters), tag)).toBe(expected);
  });

  test('a repository that is described without filters has none', () => {
    expect(mutabilityOf({ imageTagMutability: 'MUTABLE_WITH_EXCLUSION' }, 'v1')).toBe('movable');
    expect(mutabilityOf({ ...repository('MUTABLE_WITH_EXCLUSION'), imageTagMutabilityExclusionFilters: [{ filterType: 'WILDCARD', filter: undefined }] }, 'v1')).toBe('movable');
  });

  test('is what the sandbox does, whatever the filters', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', '.', '-', '_', '*'), maxLength: 6 });
    holds(
      fc.property(fc.boolean(), fc.array(text, { maxLength: 3 }), text, (immutable, filters, name) => {
        const tag = `v${name.replaceAll('*', 'x')}`;
        const rules = tagRules(immutable, filters);
        expect(mutabilityOf(repository(rules.mutability, ...filters), tag)).toBe(isImmutable(rules, tag) ? 'fixed' : 'movable');
      }),
      300,
    );
  });
});
