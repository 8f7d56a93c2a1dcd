import type { TreeEntry } from './tree.ts';

/** What git gives what it checks out under the umask of 022; a tree's id tells of nothing beyond the executable bit. */
const CHECKED_OUT = {
  file: 0o644,
  executable: 0o755,
  folder: 0o755,
  pipe: 0o644,
  device: 0o644,
} as const;

/**
 * The permissions of something, as four octal digits with set-user-id, set-group-id and sticky bit, where they are other
 * ones than those that its kind has in a checkout: COPY gives them to the image. A symlink has none of its own.
 */
export function ownPermissions(kind: TreeEntry['kind'], mode: number): string | undefined {
  const permissions = mode & 0o7777;
  if (kind === 'symlink' || permissions === CHECKED_OUT[kind]) return undefined;
  return permissions.toString(8).padStart(4, '0');
}
