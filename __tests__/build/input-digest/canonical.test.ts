import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { BuildOptions, ImageSpec } from '../../../src/build/image.ts';
import { canonicalText, type SourceContent } from '../../../src/build/input-digest/canonical.ts';
import { buildOptions, imageSpec } from '../../support/build-request.ts';
import { holds } from '../../support/property.ts';

/** All that goes into one text. */
interface Whole {
  readonly spec: ImageSpec;
  readonly options: BuildOptions;
  readonly content: SourceContent;
}

const textOf = ({ spec, options, content }: Whole): string => canonicalText(spec, options, content);

const word = fc.string({ maxLength: 8 });
const words = fc.uniqueArray(word, { maxLength: 4 });
const pairs = fc.array(fc.tuple(word, word), { maxLength: 4 }).map((entries) => new Map(entries));
const contextContent = fc.oneof(
  fc.record({ kind: fc.constant('tree' as const), id: word, emptyFolders: words, permissions: words }),
  fc.record({ kind: fc.constant('named' as const), text: word }),
);

const whole: fc.Arbitrary<Whole> = fc
  .record({
    target: fc.option(word, { nil: undefined }),
    buildArgs: pairs,
    secretIds: words,
    platforms: words,
    labels: pairs,
    annotations: words,
    sshIds: words,
    compression: fc.constantFrom(undefined, 'gzip' as const, 'zstd' as const),
    extraArgs: words,
    provenance: fc.oneof(fc.constant(false as const), word),
    sbom: fc.oneof(fc.constant(false as const), word),
    context: contextContent,
    dockerfile: word,
    builderPlatform: word,
    sourceDateEpoch: fc.option(word, { nil: undefined }),
    buildContexts: fc.array(fc.tuple(word, contextContent), { maxLength: 3 }).map((entries) => new Map(entries)),
  })
  .map(({ secretIds, sshIds, extraArgs, provenance, sbom, context, dockerfile, builderPlatform, sourceDateEpoch, buildContexts, ...image }) => ({
    spec: imageSpec({
      ...image,
      secrets: secretIds.map((id) => ({ id, from: 'env', variable: 'A' })),
      ssh: sshIds.map((id) => ({ id, paths: [] })),
    }),
    options: { ...buildOptions, extraArgs, attestations: { provenance, sbom } },
    content: { context, dockerfile, builderPlatform, sourceDateEpoch, buildContexts },
  }));

const withEntry = <T>(map: ReadonlyMap<string, T>, value: T): ReadonlyMap<string, T> =>
  new Map([...map, ['nine letters', value]]);

/** Each way to change one field so that the image may be another one. */
const CHANGES: Readonly<Record<string, (given: Whole) => Whole>> = {
  target: inSpec(({ target }) => ({ target: `${target ?? ''}x` })),
  'no target': inSpec(({ target }) => ({ target: target === undefined ? '' : undefined })),
  'a build argument': inSpec(({ buildArgs }) => ({ buildArgs: withEntry(buildArgs, '') })),
  'the value of one': inSpec(({ buildArgs }) => ({ buildArgs: changed(buildArgs, (value) => `${value}x`) })),
  'a secret': inSpec(({ secrets }) => ({ secrets: [...secrets, { id: 'nine letters', from: 'file', path: 'a' }] })),
  'a platform': inSpec(({ platforms }) => ({ platforms: [...platforms, 'linux/arm64'] })),
  'a label': inSpec(({ labels }) => ({ labels: withEntry(labels, '') })),
  'the value of a label': inSpec(({ labels }) => ({ labels: changed(labels, (value) => `${value}x`) })),
  'an annotation': inSpec(({ annotations }) => ({ annotations: [...annotations, 'nine letters'] })),
  'an SSH key': inSpec(({ ssh }) => ({ ssh: [...ssh, { id: 'nine letters', paths: [] }] })),
  compression: inSpec(({ compression }) => ({ compression: compression === 'zstd' ? 'gzip' : 'zstd' })),
  'no compression': inSpec(({ compression }) => ({ compression: compression === undefined ? 'gzip' : undefined })),
  'an argument of the builder': inOptions(({ extraArgs }) => ({ extraArgs: [...extraArgs, 'x'] })),
  provenance: inOptions(({ attestations }) => ({
    attestations: { ...attestations, provenance: attestations.provenance === false ? '' : false },
  })),
  sbom: inOptions(({ attestations }) => ({
    attestations: { ...attestations, sbom: attestations.sbom === false ? '' : `${attestations.sbom}x` },
  })),
  'the Dockerfile': inContent(({ dockerfile }) => ({ dockerfile: `${dockerfile}x` })),
  'a time of the user': inContent(({ sourceDateEpoch }) => ({
    sourceDateEpoch: sourceDateEpoch === undefined ? '0' : undefined,
  })),
  'another time': inContent(({ sourceDateEpoch = '' }) => ({ sourceDateEpoch: `${sourceDateEpoch}1` })),
  'the context': inContent(({ context }) => ({
    context: context.kind === 'tree' ? { ...context, id: `${context.id}x` } : { ...context, text: `${context.text}x` },
  })),
  'an empty folder': inContent(({ context }) => ({
    context:
      context.kind === 'tree'
        ? { ...context, emptyFolders: [...context.emptyFolders, 'nine letters'] }
        : { kind: 'tree', id: context.text, emptyFolders: [], permissions: [] },
  })),
  'permissions that git does not keep': inContent(({ context }) => ({
    context:
      context.kind === 'tree'
        ? { ...context, permissions: [...context.permissions, '0600 nine letters'] }
        : { kind: 'tree', id: context.text, emptyFolders: [], permissions: ['0600 nine letters'] },
  })),
  'a further context': inContent(({ buildContexts }) => ({
    buildContexts: withEntry(buildContexts, { kind: 'named', text: '' }),
  })),
};

function inSpec(change: (spec: ImageSpec) => Partial<ImageSpec>): (given: Whole) => Whole {
  return (given) => ({ ...given, spec: { ...given.spec, ...change(given.spec) } });
}

function inOptions(change: (options: BuildOptions) => Partial<BuildOptions>): (given: Whole) => Whole {
  return (given) => ({ ...given, options: { ...given.options, ...change(given.options) } });
}

function inContent(change: (content: SourceContent) => Partial<SourceContent>): (given: Whole) => Whole {
  return (given) => ({ ...given, content: { ...given.content, ...change(given.content) } });
}

/** Another first value; an entry more where there is none. */
function changed(map: ReadonlyMap<string, string>, change: (value: string) => string): ReadonlyMap<string, string> {
  const [first] = map;
  return first === undefined ? withEntry(map, 'x') : new Map([...map, [first[0], change(first[1])]]);
}

test.each(Object.keys(CHANGES))('another input by: %s', (name) => {
  holds(
    fc.property(whole, (given) => {
      const after = CHANGES[name]?.(given) ?? given;
      expect(textOf(after)).not.toBe(textOf(given));
    }),
  );
});

const turned = <T>(map: ReadonlyMap<string, T>): ReadonlyMap<string, T> => new Map([...map].reverse());

test('the order in which things are given is none of the input', () => {
  holds(
    fc.property(whole, (given) => {
      const { spec, content } = given;
      const after: Whole = {
        ...given,
        spec: {
          ...spec,
          buildArgs: turned(spec.buildArgs),
          labels: turned(spec.labels),
          secrets: spec.secrets.toReversed(),
          ssh: spec.ssh.toReversed(),
          platforms: spec.platforms.toReversed(),
          annotations: spec.annotations.toReversed(),
        },
        content: { ...content, buildContexts: turned(content.buildContexts) },
      };
      expect(textOf(after)).toBe(textOf(given));
    }),
  );
});

test('where a secret or key comes from, tags, names and what the builder may keep are none of the input', () => {
  holds(
    fc.property(whole, (given) => {
      const { spec, options } = given;
      const after: Whole = {
        ...given,
        spec: {
          ...spec,
          name: 'other',
          repository: 'other',
          tags: imageSpec({ tags: ['other'] }).tags,
          secrets: spec.secrets.map(({ id }) => ({ id, from: 'file', path: 'other' })),
          ssh: spec.ssh.map(({ id }) => ({ id, paths: ['other'] })),
        },
        options: { ...options, cache: { kind: 'gha' }, noCache: true, pull: true, builder: 'other' },
      };
      expect(textOf(after)).toBe(textOf(given));
    }),
  );
});

test('a field cannot pass for another one', () => {
  const texts = [
    imageSpec({ buildArgs: new Map([['a', 'b']]) }),
    imageSpec({ labels: new Map([['a', 'b']]) }),
    imageSpec({ platforms: ['a'] }),
    imageSpec({ annotations: ['a'] }),
    imageSpec({ secrets: [{ id: 'a', from: 'env', variable: 'A' }] }),
    imageSpec({ target: 'a' }),
    imageSpec({ compression: 'gzip' }),
    imageSpec({ ssh: [{ id: 'a', paths: [] }] }),
  ].map((spec) => textOf({ spec, options: buildOptions, content: NOTHING }));
  expect(new Set(texts).size).toBe(8);
});

const NOTHING: SourceContent = {
  context: { kind: 'named', text: '' },
  dockerfile: '',
  builderPlatform: '',
  sourceDateEpoch: undefined,
  buildContexts: new Map(),
};

test('what is not asked for is not in the text: images that were built before it could be are found', () => {
  expect(textOf({ spec: imageSpec(), options: buildOptions, content: NOTHING })).toBe(
    '[1,{"kind":"named","text":""},"",null,[],[],[],{"builder":""},[],[],{"provenance":false,"sbom":false},[]]',
  );
});

test('the platform of the builder counts where none is named, and only there', () => {
  holds(
    fc.property(whole, fc.array(word), (given, platforms) => {
      const on = (builderPlatform: string): string =>
        textOf({ ...given, spec: { ...given.spec, platforms }, content: { ...given.content, builderPlatform } });
      expect(on('x64') === on('arm64')).toBe(platforms.length > 0);
    }),
  );
});
