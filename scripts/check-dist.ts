// Fails when dist/ is not what src/ builds to: the whole folder, files that git does not know included.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundle } from './bundle.ts';

const root = resolve(import.meta.dirname, '..');
const fresh = 'dist-check';

await bundle(fresh);
const differing = compare(join(root, 'dist'), join(root, fresh));
rmSync(join(root, fresh), { recursive: true, force: true });
if (differing.length > 0) {
  console.error(`dist/ is not what src/ builds to:\n${differing.map((line) => `  ${line}`).join('\n')}`);
  console.error('Run "npm run bundle" and commit dist/.');
  process.exitCode = 1;
}

function compare(committed: string, built: string): readonly string[] {
  const files = new Set([...filesIn(committed), ...filesIn(built)]);
  return [...files].sort().flatMap((file) => {
    const [ours, theirs] = [contentOf(join(committed, file)), contentOf(join(built, file))];
    if (ours === theirs) return [];
    return [
      ours === undefined
        ? `${file} is missing`
        : theirs === undefined
          ? `${file} is left over`
          : `${file} differs`,
    ];
  });
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
