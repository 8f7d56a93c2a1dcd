import { expect, test } from '@jest/globals';
import { nearest, suggestion } from '../../src/inputs/nearest.ts';

const names = ['containerDefinitions', 'cpu', 'family', 'image', 'memory'];

test.each([
  ['containerdefinitions', 'containerDefinitions'],
  ['container-definitions', 'containerDefinitions'],
  ['ContainerDefinition', 'containerDefinitions'],
  ['famly', 'family'],
  ['imgae', 'image'],
  ['cpus', 'cpu'],
  ['networkMode', undefined],
  ['xyz', undefined],
  ['', undefined],
])('%s means %s', (name, expected) => {
  expect(nearest(name, names)).toBe(expected);
});

test('a name that differs in case alone wins over one that differs in a letter', () => {
  expect(nearest('Portx', ['ports', 'PORTX'])).toBe('PORTX');
});

test('where no name is near another instruction is given', () => {
  expect(suggestion('famly', names, 'Remove it.')).toBe('Did you mean family?');
  expect(suggestion('zzz', names, 'Remove it.')).toBe('Remove it.');
});
