/** An HTTP request as both mounts hand it to the sandbox. Header names are in lower case. */
export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What becomes of a request: an answer, a connection that breaks, or silence. */
export type Reply = Answer | { readonly kind: 'reset' } | { readonly kind: 'hang' };

export interface Answer {
  readonly kind: 'answer';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Milliseconds of sandbox time that the mount waits before it answers. */
  readonly delay: number;
}
