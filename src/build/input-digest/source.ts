/** What the checkout and the inputs decide of an image: all that is known without asking anybody. */
export interface Source {
  /** SHA-256 in hex of the canonical form of everything that can change the image, but for the base images. */
  readonly digest: string;
  /** Images that it is built from, as they are named, but for those that are named by digest. Sorted, each once. */
  readonly bases: readonly string[];
  /** What the builder is sent of the context. */
  readonly files: number;
  readonly bytes: number;
  /** What no hash sees, such as a file that ADD fetches, as full sentences. */
  readonly unseen: readonly string[];
  /** The Dockerfile, absolute. */
  readonly dockerfile: string;
  /** The context, absolute, or the URL that was given. */
  readonly context: string;
}
