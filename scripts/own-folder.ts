import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How the name of such a folder begins. */
export const OWN_FOLDER = 'ecs-deploy-toolkit-run-';

/**
 * Everything temporary that this process, and those it starts, make from here on is in one folder, which is gone
 * when this process ends. Jest calls it once for a run of the tests.
 */
export default function useOwnFolder(): void {
  const folder = mkdtempSync(join(tmpdir(), OWN_FOLDER));
  process.env['TMPDIR'] = folder;
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
}
