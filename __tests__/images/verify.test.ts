import { describe, expect, test } from '@jest/globals';
import { type ContainerImage, verifyImages } from '../../src/images/verify.ts';
import { digest, known, pinnedImage, taggedImage } from '../support/current.ts';

const [a, b, c] = ['a', 'b', 'c'].map(digest);

const byTag = (changes: Partial<ContainerImage> = {}): ContainerImage => ({
  container: 'app',
  image: taggedImage,
  registry: known('a'),
  running: [a, a],
  ...changes,
});
const byDigest = (changes: Partial<ContainerImage> = {}): ContainerImage =>
  byTag({ image: pinnedImage, ...changes });
const verified = (...images: readonly ContainerImage[]) => verifyImages(images).verified;

describe('true', () => {
  test('when every task runs what the tag names', () => {
    expect(verified(byTag())).toBe('true');
  });

  test('when tasks report an image of the index that was asked for', () => {
    expect(verified(byTag({ registry: known('c', ['a', 'b']), running: [a, b] }))).toBe('true');
    expect(verified(byDigest({ registry: known('a', ['b']), running: [b, a] }))).toBe('true');
  });

  test('by the digest alone, where the registry cannot be asked', () => {
    expect(verified(byDigest({ registry: { state: 'unknown', why: 'denied' } }))).toBe('true');
  });
});

describe('unknown', () => {
  test.each<readonly [string, ContainerImage]>([
    ['no task runs', byTag({ running: [] })],
    ['a task tells no digest', byTag({ running: [a, undefined] })],
    ['a task tells no digest and another runs something else', byTag({ running: [c, undefined] })],
    ['the registry cannot be asked for a tag', byTag({ registry: { state: 'unknown', why: 'x' } })],
    ['the registry was not asked', byTag({ registry: undefined })],
    [
      'another digest runs, which may be an image of the index that was asked for',
      byDigest({ registry: undefined, running: [b] }),
    ],
  ])('when %s', (_, image) => {
    expect(verified(image)).toBe('unknown');
  });

  test('when there is no container to compare', () => {
    expect(verified()).toBe('unknown');
  });

  test('when one of two containers is', () => {
    expect(verified(byTag(), byTag({ container: 'log', running: [] }))).toBe('unknown');
  });
});

describe('false', () => {
  test('when one task runs another image than the tag names', () => {
    expect(verifyImages([byTag({ running: [a, c] })])).toEqual({
      verified: 'false',
      container: 'app',
      byDigest: false,
    });
  });

  test('by digest, when no task runs the image that was named so', () => {
    expect(verifyImages([byDigest({ running: [b, c] })])).toMatchObject({
      verified: 'false',
      byDigest: true,
    });
  });

  test('not by digest, when some tasks run it', () => {
    expect(verifyImages([byDigest({ running: [a, c] })])).toMatchObject({
      verified: 'false',
      byDigest: false,
    });
  });

  test('the digest that was named and is wrong wins over a tag that moved and over what is unknown', () => {
    const answer = verifyImages([
      byTag({ container: 'log', running: [] }),
      byTag({ container: 'proxy', running: [c] }),
      byDigest({ running: [c] }),
    ]);
    expect(answer).toEqual({ verified: 'false', container: 'app', byDigest: true });
  });
});
