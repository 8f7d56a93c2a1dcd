// Builds dist/: what GitHub runs. One ncc build of src/main.ts, so that code is shared, and a stub an action.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ncc from '@vercel/ncc';
import { actions } from './actions.ts';

const root = resolve(import.meta.dirname, '..');

/**
 * Left out of the bundle, and the module of Node that is imported instead, which costs nothing. @actions/http-client
 * brings undici for `getAgentDispatcher` alone, which @actions/core never calls (a test watches that); it would be
 * more than half of what is read at each start.
 */
const LEFT_OUT = { undici: 'node:module' };

/** Builds into a folder of the repository: chunk names depend on where it is built from. */
export async function bundle(target: string): Promise<void> {
  rmSync(join(root, 'build'), { recursive: true, force: true });
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  });
  const { code, assets } = await ncc(join(root, 'build/main.js'), {
    cache: false,
    license: 'licenses.txt',
    quiet: true,
    externals: LEFT_OUT,
  });
  // No chunk of an earlier build may be left over.
  rmSync(join(root, target), { recursive: true, force: true });
  mkdirSync(join(root, target, 'main'), { recursive: true });
  const write = (file: string, content: string | Buffer): void =>
    writeFileSync(join(root, target, file), content);
  write('main/index.js', code);
  for (const [file, { source }] of Object.entries(assets)) write(join('main', file), source);
  for (const { name } of actions) {
    write(`${name}.js`, `import { run } from './main/index.js';\n\nawait run('${name}');\n`);
  }
  if (actions.some(({ hasPost }) => hasPost)) {
    write('post.js', "import { post } from './main/index.js';\n\nawait post();\n");
  }
}

if (import.meta.main) await bundle('dist');
