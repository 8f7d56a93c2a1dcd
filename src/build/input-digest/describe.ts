import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Parsed, parsed, refused } from '../../inputs/problem.ts';
import type { BuildOptions, ImageSpec } from '../image.ts';
import { hexOf } from './hex.ts';
import type { Source } from './source.ts';

export interface SourceContext {
  readonly options: BuildOptions;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly workspace: string;
  readonly signal: AbortSignal;
}

/** PROVISIONAL: the whole of this file is to be written (see the "Input digest"). */
export async function describeSource(
  image: ImageSpec,
  { workspace }: SourceContext,
): Promise<Parsed<Source>> {
  const context = resolve(workspace, image.context);
  const dockerfile = image.file === undefined ? join(context, 'Dockerfile') : resolve(workspace, image.file);
  const found = await stat(dockerfile).catch(() => undefined);
  if (found === undefined) return refused({ message: `The Dockerfile ${dockerfile} does not exist.`, remedy: 'Check file and context.', input: 'file' });
  return parsed({ digest: await hexOf(context + String(found.mtimeMs)), bases: [], files: 0, bytes: 0, unseen: [], dockerfile, context });
}
