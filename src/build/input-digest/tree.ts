/** A file of a context, with the id that git gives its content. */
export interface TreeFile {
  /** Git knows no pipes and devices: their modes here are those of the file system. */
  readonly kind: 'file' | 'executable' | 'symlink' | 'pipe' | 'device';
  /** In bytes as the file system has it: names need not be valid UTF-8. */
  readonly name: Uint8Array;
  /** 20 bytes. */
  readonly id: Uint8Array;
}

export interface TreeFolder {
  readonly kind: 'folder';
  readonly name: Uint8Array;
  readonly id: Uint8Array;
}

export type TreeEntry = TreeFile | TreeFolder;

const MODES = {
  file: '100644',
  executable: '100755',
  symlink: '120000',
  folder: '40000',
  pipe: '10000',
  device: '20000',
} as const;

/** The content of a git object of type tree, whose SHA-1 is its id (git's documentation, "gitformat-pack"). */
export function treeContent(entries: readonly TreeEntry[]): Uint8Array {
  const sorted = [...entries].sort((one, other) => compareBytes(sortKey(one), sortKey(other)));
  return joined(
    sorted.flatMap(({ kind, name, id }) => [ascii(`${MODES[kind]} `), name, Uint8Array.of(0), id]),
  );
}

/** What git hashes of an object: its type and length stand before its content. */
export const objectHeader = (type: 'blob' | 'tree', length: number): Uint8Array => ascii(`${type} ${length}\0`);

/** Git sorts a folder as if a slash stood behind its name. */
const sortKey = ({ kind, name }: TreeEntry): Uint8Array =>
  kind === 'folder' ? joined([name, Uint8Array.of(SLASH)]) : name;

const SLASH = 0x2f;

function compareBytes(one: Uint8Array, other: Uint8Array): number {
  const shorter = Math.min(one.length, other.length);
  for (let at = 0; at < shorter; at += 1) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
