import { permissionRows } from './generate-policies.ts';
import type { ActionSpec } from '../src/inputs/schema.ts';

/** A README with its tables of inputs and outputs between the markers made anew; they are added at the end if absent. */
export function withTables(readme: string, action: ActionSpec): string {
  return [
    ['inputs', inputTable(action)] as const,
    ['outputs', outputTable(action)] as const,
    ['permissions', permissionTable(action)] as const,
  ].reduce((text, [name, table]) => replaced(text, name, table), readme);
}

function replaced(readme: string, name: string, table: string): string {
  const [begin, end] = [`<!-- ${name}: generated, do not edit -->`, `<!-- /${name} -->`];
  const block = `${begin}\n\n${table}\n\n${end}`;
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)];
  if (from < 0 || to < 0)
    return `${readme.trimEnd()}\n\n## ${name[0]?.toUpperCase() ?? ''}${name.slice(1)}\n\n${block}\n`;
  return readme.slice(0, from) + block + readme.slice(to + end.length);
}

function inputTable({ inputs }: ActionSpec): string {
  const rows = Object.entries(inputs).map(([name, { type, required, default: byDefault, description }]) => [
    `\`${name}\``,
    type,
    required ? '**required**' : byDefault === undefined ? '' : `\`${byDefault}\``,
    description,
  ]);
  return table(['Input', 'Type', 'Default', 'Meaning'], rows);
}

const outputTable = ({ outputs }: ActionSpec): string =>
  table(
    ['Output', 'Meaning'],
    Object.entries(outputs).map(([name, description]) => [`\`${name}\``, description]),
  );

const permissionTable = ({ name }: ActionSpec): string =>
  table(['Allow', 'On', 'Needed', 'Without it'], permissionRows(name));

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows.map((row) => row.map((text) => text.replaceAll('|', '\\|')))]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
