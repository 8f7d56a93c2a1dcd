// Writes every file that has its source elsewhere; with --check it writes nothing and fails on a difference.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { actionYaml } from './generate-action-yaml.ts';
import { migrationPage, migrationPath } from './generate-migration.ts';
import { membersPath, membersSource } from './generate-members.ts';
import { policyFiles } from './generate-policies.ts';
import { withTables } from './generate-readme.ts';
import { actions } from './actions.ts';

interface Generated {
  readonly path: string;
  readonly text: string;
}

const root = resolve(import.meta.dirname, '..');

const stale = (await generated()).filter(({ path, text }) => contentOf(path) !== text);
if (process.argv.includes('--check')) check();
else write();

async function generated(): Promise<readonly Generated[]> {
  const files: Generated[] = [{ path: membersPath, text: await membersSource() }];
  files.push(...policyFiles(), { path: migrationPath, text: migrationPage() });
  for (const action of actions) {
    files.push({ path: `actions/${action.name}/action.yml`, text: actionYaml(action) });
    const readme = `actions/${action.name}/README.md`;
    files.push({ path: readme, text: withTables(contentOf(readme) ?? `# ${action.name}\n`, action) });
  }
  return Promise.all(files.map(formatted));
}

async function formatted({ path, text }: Generated): Promise<Generated> {
  const options = await resolveConfig(join(root, path));
  return { path, text: await format(text, { ...options, filepath: path }) };
}

function contentOf(path: string): string | undefined {
  const file = join(root, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function check(): void {
  if (stale.length === 0) return;
  console.error(
    `These files are not what their sources say:\n${stale.map(({ path }) => `  ${path}`).join('\n')}`,
  );
  console.error('Run "npm run generate" and commit them.');
  process.exitCode = 1;
}

function write(): void {
  for (const { path, text } of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    console.log(`wrote ${path}`);
  }
}
