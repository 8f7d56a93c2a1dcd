import { type BadInput, definitionWith } from '../../support/bad-input.ts';

/** A variable of the container with this value, in line 7. */
const valued = (value: string): Readonly<Record<string, string>> => ({
  'deploy.yml': definitionWith(`    environment:\n      - { name: A, value: '${value}' }`),
});

const unresolved = (placeholder: string): Pick<BadInput, 'name' | 'files' | 'where' | 'what'> => ({
  name: `the placeholder ${placeholder}`,
  files: valued(`\${{ ${placeholder} }}`),
  where: 'deploy.yml:7',
  what: `No value is given for the placeholder ${placeholder}.`,
});

const malformed = (value: string, why: string): BadInput => ({
  name: `the text ${value}`,
  files: valued(value),
  where: 'deploy.yml:7',
  what: `A placeholder is malformed: ${why}.`,
  remedy: 'Write it as ${{ name }}.',
});

/** Placeholders in files, and the inputs that give them values. */
export const placeholders: readonly BadInput[] = [
  { ...unresolved('vars.color'), remedy: 'Known names: github.' },
  { ...unresolved('vars.colour'), inputs: { vars: 'color: red' }, remedy: 'Did you mean vars.color?' },
  { ...unresolved('image'), remedy: 'Give it with the input image or images.' },
  { ...unresolved('secrets.TOKEN'), remedy: 'refer to them with the member secrets.' },
  { ...unresolved('env.HOME'), remedy: 'pass it there and write vars.NAME.' },
  { ...unresolved('constructor'), remedy: 'Known names:' },
  { ...unresolved('__proto__'), remedy: 'Known names:' },
  { ...unresolved('github.toString'), remedy: 'Known names:' },
  { ...unresolved('vars.__proto__'), inputs: { vars: 'a: b' }, remedy: 'Known names:' },
  malformed('${{ image', 'it is not closed with }}'),
  malformed('${{ }}', 'it has no name'),
  malformed('${{ vars.${{ vars.name }} }}', 'another one stands in it'),
  malformed('${{ toJSON(github) }}', 'only a name can stand in it: there are no functions or operators'),
  malformed('${{ vars.a || vars.b }}', 'only a name can stand in it: there are no functions or operators'),
  {
    name: 'a placeholder in a key',
    files: { 'deploy.yml': definitionWith("    dockerLabels:\n      '${{ github.sha }}': x") },
    where: 'deploy.yml:7',
    what: 'A placeholder stands in the name of a member.',
    remedy: 'Write the name itself: only values can have placeholders.',
  },
  {
    name: 'a placeholder for a number that gives a text',
    files: { 'deploy.yml': definitionWith("    cpu: '${{ vars.cpu }}'") },
    inputs: { vars: 'cpu: half' },
    where: 'deploy.yml:6',
    what: 'containerDefinitions[0].cpu must be a whole number, not what its placeholder gives.',
    remedy: 'Give the placeholder a whole number.',
  },
  {
    name: 'a value that brings in a placeholder is not read again',
    files: { 'deploy.yml': definitionWith("    cpu: '${{ vars.cpu }}'") },
    inputs: { vars: "cpu: '${{ github.run_id }}'" },
    where: 'deploy.yml:6',
    what: 'containerDefinitions[0].cpu must be a whole number, not what its placeholder gives.',
    remedy: 'Give the placeholder a whole number.',
  },
  {
    name: 'vars that are a list',
    inputs: { vars: '[a, b]' },
    where: 'vars',
    what: 'It is not a mapping of names to texts.',
    remedy: 'Write one "NAME: text" a line.',
  },
  {
    name: 'vars that hold a list',
    inputs: { vars: 'colors: [red]' },
    where: 'vars',
    what: 'The value of colors is not a text.',
    remedy: 'Write "colors: text" on one line.',
  },
  {
    name: 'vars that are no YAML',
    inputs: { vars: 'a: "b\nc: d' },
    where: 'vars',
    what: 'Line 2: The YAML is not valid',
    remedy: 'Correct it here or just before this place',
  },
];
