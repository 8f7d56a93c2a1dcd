// Builds dist/: what GitHub runs. One ncc build of src/main.ts, so that code is shared, and a stub an action.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { actions } from './actions.ts';

const root = resolve(import.meta.dirname, '..');

/** Builds into a folder of the repository: chunk names depend on where it is built from. */
export function bundle(target: string): void {
  const node = (script: string, ...args: readonly string[]): void => {
    execFileSync(process.execPath, [join(root, 'node_modules', script), ...args], {
      cwd: root,
      stdio: ['ignore', script.startsWith('typescript/') ? 'inherit' : 'ignore', 'inherit'],
    });
  };
  rmSync(join(root, 'build'), { recursive: true, force: true });
  node('typescript/bin/tsc', '-p', 'tsconfig.build.json');
  // ncc never deletes the chunks of an earlier build.
  rmSync(join(root, target), { recursive: true, force: true });
  node(
    '@vercel/ncc/dist/ncc/cli.js',
    'build',
    'build/main.js',
    '-o',
    `${target}/main`,
    '--no-cache',
    '--license',
    'licenses.txt',
  );
  mkdirSync(join(root, target), { recursive: true });
  for (const { name } of actions) {
    writeFileSync(
      join(root, target, `${name}.js`),
      `import { run } from './main/index.js';\n\nawait run('${name}');\n`,
    );
  }
  if (actions.some(({ hasPost }) => hasPost)) {
    writeFileSync(
      join(root, target, 'post.js'),
      "import { post } from './main/index.js';\n\nawait post();\n",
    );
  }
}

if (import.meta.main) bundle('dist');
