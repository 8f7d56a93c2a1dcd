import { expect, test } from '@jest/globals';
import { parseDocument } from '../../src/inputs/document.ts';
import { imageByName, readImageNames } from '../../src/task-definition/image-names.ts';
import { valueOrFail } from '../support/parsed.ts';
import { container } from '../support/task-definition.ts';

const imagesOf = (...names: readonly string[]): ReadonlyMap<string, string> =>
  new Map(names.map((name) => [name, `registry/${name}@sha256:1`]));

/** What is said of names for a file with the containers app and proxy. */
function said(
  names: readonly string[],
  { placeholders = [] as readonly string[], proxyImage = 'nginx:1' } = {},
): { readonly problems: readonly string[]; readonly notices: readonly string[] } {
  const containers = [container({ name: 'app' }), container({ name: 'proxy', image: proxyImage })];
  const { problems, notices } = readImageNames(containers, imagesOf(...names), new Set(placeholders));
  const text = ({ message, remedy }: { readonly message: string; readonly remedy: string }) =>
    `${message} ${remedy}`;
  return { problems: problems.map(text), notices: notices.map(text) };
}

const NOTHING = { problems: [], notices: [] };

test('names of containers and no names at all need no word', () => {
  expect(said(['app', 'proxy'])).toEqual(NOTHING);
  expect(said([])).toEqual(NOTHING);
});

test('the images of other services are left out, in one notice', () => {
  expect(said(['app', 'web', 'sidekiq'])).toEqual({
    problems: [],
    notices: [
      'No container of the task definition is called web or sidekiq: left out of images. ' +
        'Nothing needs to be done where they are the images of other services.',
    ],
  });
});

test('a name that a placeholder has makes those of other services as clear as a container does', () => {
  const { problems, notices } = said(['api', 'web'], { placeholders: ['images.api'] });
  expect(problems).toEqual([]);
  expect(notices).toEqual([expect.stringMatching(/is called web: left out/)]);
});

test('when none is for this file, each is a problem', () => {
  expect(said(['web', 'sidekiq'])).toEqual({
    problems: [
      'The task definition has no container web. Its containers: app, proxy.',
      'The task definition has no container sidekiq. Its containers: app, proxy.',
    ],
    notices: [],
  });
});

test('a name that is nearly that of a container without one is a slip', () => {
  expect(said(['app', 'prxy', 'sidekiq'])).toEqual({
    problems: ['The task definition has no container prxy. Did you mean proxy?'],
    notices: [expect.stringMatching(/is called sidekiq: left out/)],
  });
});

test('a name near one that is given is no slip', () => {
  expect(said(['app', 'proxy', 'proxy2']).problems).toEqual([]);
});

test('a name near a container whose image a placeholder took is no slip', () => {
  const placed = { placeholders: ['images.edge'], proxyImage: 'registry/edge@sha256:1' };
  expect(said(['edge', 'proxy2'], placed).problems).toEqual([]);
});

const byName = (file: unknown, ...names: readonly string[]): string | undefined =>
  imageByName(valueOrFail(parseDocument(JSON.stringify(file), 'a.json')), imagesOf(...names));

test('the placeholder image stands for the one that is for a container of the file', () => {
  const file = { containerDefinitions: [{ name: 'datadog' }, { name: 'app' }] };
  expect(byName(file, 'web', 'app')).toBe('registry/app@sha256:1');
  expect(byName({ taskDefinition: file }, 'web', 'app')).toBe('registry/app@sha256:1');
});

test.each([
  ['no container', { containerDefinitions: [{ name: 'app' }] }, ['web']],
  ['several containers', { containerDefinitions: [{ name: 'app' }, { name: 'web' }] }, ['web', 'app']],
  ['no list of containers', { containerDefinitions: 'app' }, ['app']],
  ['a container without a name', { containerDefinitions: ['app', { name: 1 }] }, ['app', '1']],
  ['no containers at all', { family: 'app' }, ['app']],
])('with images for %s it stands for none', (_, file, names) => {
  expect(byName(file, ...names)).toBeUndefined();
});
