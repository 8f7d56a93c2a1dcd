import { readFile, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve } from 'node:path';
import { type DocumentNode, longestDocument, type ObjectNode, parseDocument } from './document.ts';
import { type Parsed, parsed, refused } from './problem.ts';

export interface FileInput {
  /** As the user wrote it. */
  readonly path: string;
  /** The input that names it. */
  readonly input: string;
  /** Folder that relative paths start from. */
  readonly workspace: string;
}

/** Reads a JSON, JSONC or YAML file that an input names. */
export async function loadDocument(file: FileInput): Promise<Parsed<ObjectNode>> {
  const text = await loadText(file);
  return text.ok ? parseDocument(text.value, nameOf(file)) : text;
}

export type { DocumentNode };

async function loadText(file: FileInput): Promise<Parsed<string>> {
  const path = resolve(file.workspace, file.path);
  const found = await stat(path).catch(codeOf);
  if (typeof found === 'string') return unreadable(file, found);
  if (found.isDirectory()) return unreadable(file, 'EISDIR');
  // A pipe or a device may never end.
  if (!found.isFile()) return unreadable(file, 'not a file');
  if (found.size > longestDocument) {
    return refused({
      message: `The file ${file.path} has ${found.size} bytes, more than the ${longestDocument} that are read.`,
      remedy: 'Check that this is the file that is meant.',
      input: file.input,
    });
  }
  const text = await readFile(path, 'utf8').catch((error: unknown) => ({ code: codeOf(error) }));
  return typeof text === 'string' ? parsed(text) : unreadable(file, text.code);
}

/** The file's name in problems: relative to the workspace, as GitHub's annotations want it. */
function nameOf({ path, workspace }: FileInput): string {
  const name = relative(workspace, resolve(workspace, path));
  return name.startsWith('..') || isAbsolute(name) ? path : name;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'unreadable';
}

const REASONS: ReadonlyMap<string, readonly [string, string]> = new Map([
  [
    'ENOENT',
    [
      'does not exist',
      'Check the path, which starts at the root of the checkout, and that a step checked the repository out.',
    ],
  ],
  ['EISDIR', ['is a directory', 'Name a file in it.']],
  ['EACCES', ['may not be read', 'Check its permissions.']],
  ['not a file', ['is a device or a pipe', 'Name a file of the checkout.']],
]);

function unreadable({ path, input }: FileInput, code: string): Parsed<never> {
  const [what, remedy] = REASONS.get(code) ?? [`cannot be read (${code})`, 'Check the path.'];
  const registered =
    code === 'ENOENT' && input === 'task-definition'
      ? ' A registered revision is named as family:revision or by its ARN.'
      : '';
  return refused({ message: `The file ${path} ${what}.`, remedy: `${remedy}${registered}`, input });
}
