import { createHash } from 'node:crypto';
import { type Dirent, type Stats, createReadStream } from 'node:fs';
import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { readName } from './file-name.ts';
import { type IgnoreMatch, type IgnoreRule, isEntered, matchPath } from './ignore.ts';
import { ownPermissions } from './permissions.ts';
import { objectHeader, treeContent, type TreeEntry } from './tree.ts';

/** What the builder is sent of a folder. */
export interface LoadedTree {
  /** The id that git gives the tree of these files, in hex: in a clean checkout that of the folder in HEAD. */
  readonly id: string;
  readonly files: number;
  readonly bytes: number;
  /** Folders that hold nothing: git does not know them, and the builder is sent them. Sorted. */
  readonly emptyFolders: readonly string[];
  /** Such as `0600 path`: permissions that git would not have given, and that the builder is sent. Sorted by path. */
  readonly permissions: readonly string[];
  /** Whether git's own folder, which has no part in the id, is sent to the builder. */
  readonly hasGitFolder: boolean;
}

/**
 * Hashes all files of a folder that its .dockerignore does not leave out, folder by folder, so that no more is held than
 * the entries on the way to one. Symlinks are not followed. Rejects with the system's error where a file cannot be read.
 */
export async function loadTree(
  folder: string,
  rules: readonly IgnoreRule[],
  signal: AbortSignal,
): Promise<LoadedTree> {
  const walk = new Walk(rules, signal);
  const { entries } = await walk.contentsOf({ path: Buffer.from(folder), name: '', match: undefined });
  return {
    id: Buffer.from(treeId(entries)).toString('hex'),
    files: walk.files,
    bytes: walk.bytes,
    emptyFolders: walk.emptyFolders.sort(),
    permissions: walk.permissions.sort(byName).map(([name, mode]) => `${mode} ${name}`),
    hasGitFolder: walk.hasGitFolder,
  };
}

const byName = ([one]: readonly [string, string], [other]: readonly [string, string]): number =>
  one < other ? -1 : 1;

const SLASH = Buffer.from('/');
const LARGE = 1_000_000;
const AT_ONCE = 16;

interface Folder {
  readonly path: Buffer;
  /** From the context on, with slashes; empty for the context itself. */
  readonly name: string;
  /** Undefined for the context itself, which no pattern leaves out. */
  readonly match: IgnoreMatch | undefined;
}

/** Something in a folder that is sent, or in which something may be. */
interface Place extends Folder {
  readonly match: IgnoreMatch;
  readonly entry: Dirent<Buffer>;
}

/** What is sent of a folder. */
interface Contents {
  readonly entries: readonly TreeEntry[];
  readonly hasFolders: boolean;
}

class Walk {
  files = 0;
  bytes = 0;
  hasGitFolder = false;
  readonly emptyFolders: string[] = [];
  /** By path. */
  readonly permissions: (readonly [string, string])[] = [];
  readonly #rules: readonly IgnoreRule[];
  readonly #signal: AbortSignal;

  constructor(rules: readonly IgnoreRule[], signal: AbortSignal) {
    this.#rules = rules;
    this.#signal = signal;
  }

  async contentsOf(folder: Folder): Promise<Contents> {
    this.#signal.throwIfAborted();
    const listed = await readdir(folder.path, { withFileTypes: true, encoding: 'buffer' });
    const places = listed.map((entry) => this.#placeOf(entry, folder));
    const entries: TreeEntry[] = [];
    await eachOf(
      places.filter(({ entry, match }) => !entry.isDirectory() && !match.isIgnored),
      async (place) => {
        entries.push(await this.#file(place));
      },
    );
    let hasFolders = false;
    for (const place of places.filter(({ entry }) => entry.isDirectory())) {
      const sent = await this.#folder(place);
      hasFolders ||= sent !== undefined;
      if (sent?.entry !== undefined) entries.push(sent.entry);
    }
    return { entries, hasFolders };
  }

  #placeOf(entry: Dirent<Buffer>, folder: Folder): Place {
    const text = readName(entry.name);
    const name = folder.name === '' ? text : `${folder.name}/${text}`;
    const path = Buffer.concat([folder.path, SLASH, entry.name]);
    return { entry, name, path, match: matchPath(name, this.#rules, folder.match) };
  }

  /** Undefined where it is not sent; without an entry where it is, but no file in it. */
  async #folder(place: Place): Promise<{ readonly entry: TreeEntry | undefined } | undefined> {
    const { entry, name, path, match } = place;
    if (match.isIgnored && !isEntered(name, this.#rules)) return undefined;
    if (readName(entry.name) === '.git') {
      this.hasGitFolder = true;
      return undefined;
    }
    const { entries, hasFolders } = await this.contentsOf(place);
    // A folder is sent though all in it is left out, unless it is left out itself.
    if (match.isIgnored && entries.length === 0 && !hasFolders) return undefined;
    this.#note('folder', place, await lstat(path));
    if (entries.length > 0) return { entry: { kind: 'folder', name: entry.name, id: treeId(entries) } };
    // Those within it say that it is there.
    if (!hasFolders) this.emptyFolders.push(name);
    return { entry: undefined };
  }

  async #file(place: Place): Promise<TreeEntry> {
    this.#signal.throwIfAborted();
    const { entry, path } = place;
    this.files += 1;
    if (entry.isSymbolicLink()) {
      return { kind: 'symlink', name: entry.name, id: blobId(await readlink(path, { encoding: 'buffer' })) };
    }
    const status = await lstat(path);
    const kind = kindOf(status);
    this.#note(kind, place, status);
    if (!entry.isFile()) return { kind, name: entry.name, id: blobId(Buffer.from(deviceOf(status))) };
    this.bytes += status.size;
    const id = status.size > LARGE ? await largeBlobId(path, status.size) : blobId(await readFile(path));
    return { kind, name: entry.name, id };
  }

  #note(kind: TreeEntry['kind'], { name }: Place, { mode }: Stats): void {
    const permissions = ownPermissions(kind, mode);
    if (permissions !== undefined) this.permissions.push([name, permissions]);
  }
}

/** Does something for each item, so many at once. */
async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = items.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const item of left) await work(item);
    }),
  );
}

const isDevice = (status: Stats): boolean => status.isCharacterDevice() || status.isBlockDevice();

/** A socket arrives as an empty file, pipes and devices as what they are (fsutil, `mkstat`). */
function kindOf(status: Stats): Exclude<TreeEntry['kind'], 'folder' | 'symlink'> {
  if (status.isFIFO()) return 'pipe';
  if (isDevice(status)) return 'device';
  return (status.mode & 0o100) === 0 ? 'file' : 'executable';
}

const deviceOf = (status: Stats): string => (isDevice(status) ? String(status.rdev) : '');

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
