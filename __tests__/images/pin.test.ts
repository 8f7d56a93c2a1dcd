import { expect, test } from '@jest/globals';
import { pinImages } from '../../src/images/pin.ts';
import { digest, known, pinnedImage, taggedImage } from '../support/current.ts';
import { container, taskDefinition } from '../support/task-definition.ts';

const definition = taskDefinition({
  containerDefinitions: [
    container({ image: taggedImage, cpu: 64 }),
    container({ name: 'log', image: 'nginx:1.27' }),
    container({ name: 'sidecar', image: pinnedImage }),
  ],
});
const newName = taggedImage.replace(':v1', `@${digest('b')}`);
const pinned = pinImages(
  definition,
  new Map([
    [taggedImage, known('b')],
    ['nginx:1.27', { state: 'unknown', why: 'it is elsewhere' }],
  ]),
);

test('a tag in ECR becomes the digest it names now, and the rest of the container stays', () => {
  expect(pinned.definition.containerDefinitions?.[0]).toEqual(container({ image: newName, cpu: 64 }));
});

test('the new name is known to the registry as the old one was', () => {
  expect(pinned.images.get(newName)).toEqual(known('b'));
});

test('a tag that cannot be resolved stays, with the reason', () => {
  expect(pinned.definition.containerDefinitions?.[1]?.image).toBe('nginx:1.27');
  expect(pinned.unpinned).toEqual([{ image: 'nginx:1.27', why: 'it is elsewhere' }]);
});

test('a digest stays as it is, without a word', () => {
  expect(pinned.definition.containerDefinitions?.[2]?.image).toBe(pinnedImage);
});

test('the definition that was given is not changed', () => {
  expect(definition.containerDefinitions?.[0]?.image).toBe(taggedImage);
});
