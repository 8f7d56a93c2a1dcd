import { sha256 } from './wire/sha256.ts';

/**
 * The bytes that a sandbox was given, layers of images above all, each under its digest. They stand beside the
 * world, which stays plain data: what is there under a digest never changes.
 */
export interface Blobs {
  /** Keeps the bytes and gives back their digest. */
  put(bytes: Uint8Array): string;
  get(digest: string): Uint8Array | undefined;
}

export function createBlobs(): Blobs {
  const kept = new Map<string, Uint8Array>();
  return {
    put: (bytes) => {
      const digest = digestOf(bytes);
      kept.set(digest, bytes);
      return digest;
    },
    get: (digest) => kept.get(digest),
  };
}

/** The digest of a manifest or layer, as registries write it. */
export const digestOf = (content: string | Uint8Array): string => `sha256:${sha256(content)}`;
