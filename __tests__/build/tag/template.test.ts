import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseTemplate, renderTag, runFields, TAG, TAG_FIELDS, tooLong } from '../../../src/build/tag/template.ts';
import { problemsOf, valueOrFail } from '../../support/parsed.ts';
import { holds } from '../../support/property.ts';

const push = runFields({
  GITHUB_SHA: '81786380801ba71cd7b4b7d4565348f98210de99',
  GITHUB_REF: 'refs/heads/feature/Über #1',
  GITHUB_RUN_ID: '77',
});

const rendered = (text: string, values = push) => renderTag(valueOrFail(parseTemplate(text)), values);

describe('fields of a run', () => {
  test.each([
    ['{{sha}}', '81786380801ba71cd7b4b7d4565348f98210de99'],
    ['v-{{short-sha}}', 'v-8178638'],
    ['{{ branch }}', 'feature-ber-1'],
    ['{{branch}}-{{run-id}}', 'feature-ber-1-77'],
    ['latest', 'latest'],
  ])('%s on a push is %s', (text, tag) => {
    expect(rendered(text)).toEqual({ kind: 'tag', tag });
  });

  test('a pull request has its number, and no branch: what is not merged must not take the tag of one', () => {
    const values = runFields({ GITHUB_REF: 'refs/pull/12/merge', GITHUB_HEAD_REF: 'main' });
    expect(rendered('pr-{{pr}}', values)).toEqual({ kind: 'tag', tag: 'pr-12' });
    expect(rendered('{{branch}}', values)).toEqual({ kind: 'left-out', missing: ['branch'] });
  });

  test('a tag that gets too long is not cut: two commits could come to the same', () => {
    const values = { ...push, branch: 'x'.repeat(88) };
    const text = `${'x'.repeat(88)}-81786380801ba71cd7b4b7d4565348f98210de99`;
    expect(rendered('{{branch}}-{{sha}}', values)).toEqual({ kind: 'too-long', text });
    expect(rendered('{{branch}}{{sha}}', values)).toMatchObject({ kind: 'tag' });
    expect(tooLong('web', text).message).toContain('has 129 characters, and a tag can have 128');
  });

  test('a tag has its name', () => {
    const values = runFields({ GITHUB_REF: 'refs/tags/v1.2+build' });
    expect(rendered('{{tag}}', values)).toEqual({ kind: 'tag', tag: 'v1.2-build' });
  });

  test('a tag for which the run has no field is left out, with its name', () => {
    expect(rendered('pr-{{pr}}')).toEqual({ kind: 'left-out', missing: ['pr'] });
  });
});

describe('templates', () => {
  test.each([
    ['{{shaa}}', /Did you mean \{\{sha\}\}/],
    ['a b', /is not a tag/],
    ['registry/web:1', /is not a tag/],
    ['-v1', /is not a tag/],
    ['{{sha', /is not a tag/],
    ['a'.repeat(129), /is not a tag/],
    ['buildcache-web', /under which layers are kept/],
  ])('%j is refused', (text, sentence) => {
    const [problem] = problemsOf(parseTemplate(text));
    expect(`${problem?.message ?? ''} ${problem?.remedy ?? ''}`).toMatch(sentence);
  });

  test('whatever branch and tag are called, what is filled in is a tag by the grammar', () => {
    holds(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), fc.constantFrom(...TAG_FIELDS), (name, field) => {
        const values = runFields({ GITHUB_REF: `refs/heads/${name}` });
        const result = rendered(`{{${field}}}`, { ...values, [field]: values[field] ?? values.branch });
        return result.kind === 'left-out' || TAG.test(result.kind === 'tag' ? result.tag : result.text.slice(0, 128));
      }),
    );
  });
});

test('the input digest is a field, which is known later than the others', () => {
  expect(rendered('v-{{input-digest}}')).toEqual({ kind: 'left-out', missing: ['input-digest'] });
  expect(rendered('v-{{input-digest}}', { ...push, 'input-digest': 'a-b' })).toEqual({ kind: 'tag', tag: 'v-a-b' });
});
