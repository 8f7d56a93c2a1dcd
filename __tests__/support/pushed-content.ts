import { readFailure } from '../../src/build/failure.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { digestOf, manifestOf, types } from './registry.ts';

/** What a builder made: one layer for each platform. */
export interface Content {
  readonly layers: readonly { readonly platform: string; readonly text: string }[];
  readonly tag?: string;
}

export interface RegistryClient {
  readonly sandbox: Sandbox;
  readonly logins: ReadonlyMap<string, string>;
  readonly before: (operation: string) => Promise<void>;
}

type PushFailure = { readonly failure: ReturnType<typeof readFailure> };

/** Pushes layers, manifests and for several platforms an index, by digest unless there is a tag, as BuildKit does. */
export async function pushContent(
  client: RegistryClient,
  uri: string,
  { layers, tag }: Content,
): Promise<string | PushFailure> {
  const name = uri.slice(uri.indexOf('/') + 1);
  const host = uri.slice(0, uri.indexOf('/'));
  const ask = async (method: string, path: string, body = '', type = ''): Promise<string | undefined> => {
    await client.before(`${method} ${path.replace(/sha256:.*|[0-9a-f-]{36}.*/, '…')}`);
    const reply = client.sandbox.handle({
      method,
      path: path.startsWith('/') ? path : `/v2/${name}/${path}`,
      headers: {
        host,
        'content-type': type,
        authorization: `Basic ${client.logins.get(host) ?? ''}`,
      },
      body,
      bytes: new TextEncoder().encode(body),
    });
    const url = `"https://${host}/v2/${name}/${path}"`;
    if (reply.kind === 'reset')
      throw new Refusal(`failed to do request: ${method} ${url}: read: connection reset by peer`);
    if (reply.kind !== 'answer') throw new Refusal(`failed to do request: ${method} ${url}: EOF`);
    if (method === 'HEAD' && reply.status === 404) return undefined;
    if (reply.status === 401) throw new Refusal('no basic auth credentials');
    if (reply.status === 429 || reply.status >= 500) {
      const words = reply.status === 429 ? 'Too Many Requests' : 'Internal Server Error';
      throw new Refusal(`unexpected status from ${method} request to ${url}: ${reply.status} ${words}`);
    }
    if (reply.status >= 400) {
      const [, code = '', message = ''] = /"code":"(\w+)","message":"(.*?)"\}\]/.exec(reply.body) ?? [];
      throw new Refusal(`${code === 'DENIED' ? 'denied' : 'unknown'}: ${message}`);
    }
    return reply.headers['location']?.replace(/^https:\/\/[^/]+/, '') ?? 'there';
  };
  const putBlob = async (text: string): Promise<void> => {
    if ((await ask('HEAD', `blobs/${digestOf(text)}`)) !== undefined) return;
    const location = (await ask('POST', 'blobs/uploads/')) ?? '';
    await ask('PATCH', location, text);
    await ask('PUT', `${location}?digest=${digestOf(text)}`);
  };
  const putManifest = async (text: string, type: string, reference = digestOf(text)): Promise<string> => {
    await ask('PUT', `manifests/${reference}`, text, type);
    return digestOf(text);
  };
  try {
    const manifests: string[] = [];
    for (const { text } of layers) {
      for (const blob of [text, '{}']) await putBlob(blob);
      manifests.push(manifestOf(text));
    }
    const [only, ...others] = manifests;
    if (only !== undefined && others.length === 0) return await putManifest(only, types.manifest, tag);
    for (const manifest of manifests) await putManifest(manifest, types.manifest);
    return await putManifest(indexOf(layers, manifests), types.index, tag);
  } catch (error) {
    if (error instanceof Refusal)
      return { failure: readFailure(`ERROR: failed to push ${uri}: ${error.message}`, []) };
    throw error;
  }
}

class Refusal extends Error {}

const indexOf = (layers: Content['layers'], manifests: readonly string[]): string =>
  JSON.stringify({
    schemaVersion: 2,
    mediaType: types.index,
    manifests: manifests.map((manifest, at) => {
      const [os, architecture] = layers[at]?.platform.split('/') ?? [];
      return {
        mediaType: types.manifest,
        digest: digestOf(manifest),
        size: manifest.length,
        platform: { os, architecture },
      };
    }),
  });
