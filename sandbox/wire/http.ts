/** An HTTP request as both mounts hand it to the sandbox. Header names are in lower case. */
export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The body as it came, for protocols that are no text. */
  readonly bytes?: Uint8Array;
}

/** What becomes of a request: an answer, a connection that breaks or is closed without one, or silence. */
export type Reply =
  Answer | { readonly kind: 'reset' } | { readonly kind: 'close' } | { readonly kind: 'hang' };

export interface Answer {
  readonly kind: 'answer';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Sent instead of the body, by protocols that are no text. */
  readonly bytes?: Uint8Array;
  /** Milliseconds of sandbox time that the mount waits before it answers. */
  readonly delay: number;
}
