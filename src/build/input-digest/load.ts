import { createHash } from 'node:crypto';
import { type Dirent, createReadStream } from 'node:fs';
import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import pLimit from 'p-limit';
import { readName } from './file-name.ts';
import { type IgnoreMatch, type IgnoreRule, isEntered, matchPath } from './ignore.ts';
import { objectHeader, treeContent, type TreeEntry } from './tree.ts';

/** What the builder is sent of a folder. */
export interface LoadedTree {
  /** The id that git gives the tree of these files, in hex: in a clean checkout that of the folder in HEAD. */
  readonly id: string;
  readonly files: number;
  readonly bytes: number;
  /** Folders that hold nothing: git does not know them, and the builder is sent them. Sorted. */
  readonly emptyFolders: readonly string[];
  /** Whether git's own folder, which has no part in the id, is sent to the builder. */
  readonly hasGitFolder: boolean;
}

/**
 * Hashes all files of a folder that its .dockerignore does not leave out. Symlinks are not followed. Rejects with the
 * system's error where a file cannot be read.
 */
export async function loadTree(
  folder: string,
  rules: readonly IgnoreRule[],
  signal: AbortSignal,
): Promise<LoadedTree> {
  const walk = new Walk(rules, signal);
  const root = Buffer.from(folder);
  const id = (await walk.folder({ path: root, name: '', match: undefined })) ?? treeId([]);
  return {
    id: Buffer.from(id).toString('hex'),
    files: walk.files,
    bytes: walk.bytes,
    emptyFolders: walk.emptyFolders.sort(),
    hasGitFolder: walk.hasGitFolder,
  };
}

const SLASH = Buffer.from('/');
const LARGE = 4_000_000;
const AT_ONCE = 64;

interface Folder {
  readonly path: Buffer;
  /** From the context on, with slashes; empty for the context itself. */
  readonly name: string;
  /** Undefined for the context itself, which no pattern leaves out. */
  readonly match: IgnoreMatch | undefined;
}

class Walk {
  files = 0;
  bytes = 0;
  hasGitFolder = false;
  readonly emptyFolders: string[] = [];
  readonly #rules: readonly IgnoreRule[];
  readonly #signal: AbortSignal;
  readonly #atOnce = pLimit(AT_ONCE);

  constructor(rules: readonly IgnoreRule[], signal: AbortSignal) {
    this.#rules = rules;
    this.#signal = signal;
  }

  /** The entry of a folder; undefined where no file in it is sent. */
  async folder(folder: Folder): Promise<Uint8Array | undefined> {
    const { path, name, match } = folder;
    this.#signal.throwIfAborted();
    const entries = await this.#atOnce(() => readdir(path, { withFileTypes: true, encoding: 'buffer' }));
    const emptyBefore = this.emptyFolders.length;
    const found = await Promise.all(entries.map((entry) => this.#entry(entry, folder)));
    const sent = found.filter((entry) => entry !== undefined);
    if (sent.length > 0) return treeId(sent);
    // A folder is sent though all in it is left out; where there are such folders in it, they say so.
    const isInnermost = !this.emptyFolders.slice(emptyBefore).some((other) => other.startsWith(`${name}/`));
    if (match?.isIgnored === false && isInnermost) this.emptyFolders.push(name);
    return undefined;
  }

  async #entry(entry: Dirent<Buffer>, folder: Folder): Promise<TreeEntry | undefined> {
    const text = readName(entry.name);
    const name = folder.name === '' ? text : `${folder.name}/${text}`;
    const path = Buffer.concat([folder.path, SLASH, entry.name]);
    const match = matchPath(name, this.#rules, folder.match);
    if (entry.isDirectory()) {
      if (match.isIgnored && !isEntered(name, this.#rules)) return undefined;
      if (text === '.git') {
        this.hasGitFolder = true;
        return undefined;
      }
      const id = await this.folder({ path, name, match });
      return id === undefined ? undefined : { kind: 'folder', name: entry.name, id };
    }
    if (match.isIgnored) return undefined;
    if (entry.isSymbolicLink()) return this.#symlink(path, entry.name);
    return entry.isFile() ? this.#file(path, entry.name) : this.#special(path, entry.name);
  }

  async #symlink(path: Buffer, name: Uint8Array): Promise<TreeEntry> {
    const target = await this.#atOnce(() => readlink(path, { encoding: 'buffer' }));
    this.files += 1;
    return { kind: 'symlink', name, id: blobId(target) };
  }

  /** A socket arrives as an empty file, pipes and devices as what they are (fsutil, `mkstat`). */
  async #special(path: Buffer, name: Uint8Array): Promise<TreeEntry> {
    const status = await this.#atOnce(() => lstat(path));
    this.files += 1;
    const isDevice = status.isCharacterDevice() || status.isBlockDevice();
    return {
      kind: status.isFIFO() ? 'pipe' : isDevice ? 'device' : fileKind(status.mode),
      name,
      id: blobId(Buffer.from(isDevice ? String(status.rdev) : '')),
    };
  }

  async #file(path: Buffer, name: Uint8Array): Promise<TreeEntry> {
    return this.#atOnce(async () => {
      this.#signal.throwIfAborted();
      const { mode, size } = await lstat(path);
      this.files += 1;
      this.bytes += size;
      const id = size > LARGE ? await largeBlobId(path, size) : blobId(await readFile(path));
      return { kind: fileKind(mode), name, id };
    });
  }
}

const fileKind = (mode: number): 'file' | 'executable' => ((mode & 0o100) === 0 ? 'file' : 'executable');

function treeId(entries: readonly TreeEntry[]): Uint8Array {
  const content = treeContent(entries);
  return createHash('sha1').update(objectHeader('tree', content.length)).update(content).digest();
}

const blobId = (content: Uint8Array): Uint8Array =>
  createHash('sha1').update(objectHeader('blob', content.length)).update(content).digest();

async function largeBlobId(path: Buffer, size: number): Promise<Uint8Array> {
  const hash = createHash('sha1').update(objectHeader('blob', size));
  await pipeline(createReadStream(path), hash, { end: false });
  return hash.digest();
}
