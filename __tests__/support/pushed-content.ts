import { type BuildFailure, readFailure } from '../../src/build/failure/failure.ts';
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

interface Failed {
  readonly failure: BuildFailure;
}

/** Pushes layers, manifests and for several platforms an index, by digest unless there is a tag, as BuildKit does. */
export async function pushContent(
  client: RegistryClient,
  uri: string,
  { layers, tag }: Content,
): Promise<string | Failed> {
  const ask = asking(client, uri);
  const putManifest = async (text: string, type: string, reference = digestOf(text)): Promise<string> => {
    await ask('PUT', `manifests/${reference}`, { body: text, type });
    return digestOf(text);
  };
  return unlessRefused(`failed to push ${uri}`, async () => {
    const manifests = layers.map(({ text }) => manifestOf(text));
    for (const blob of [...layers.map(({ text }) => text), '{}']) await putBlob(ask, blob);
    const [only, ...others] = manifests;
    if (only !== undefined && others.length === 0) return putManifest(only, types.manifest, tag);
    for (const manifest of manifests) await putManifest(manifest, types.manifest);
    return putManifest(indexOf(layers, manifests), types.index, tag);
  });
}

/** Pulls manifest and layers of `HOST/REPOSITORY:TAG`; resolves to why that failed, or to its manifest. */
export async function pullContent(client: RegistryClient, image: string): Promise<string | Failed> {
  const [uri = '', tag = ''] = image.split(':');
  const ask = asking(client, uri);
  return unlessRefused(`${image}: failed to resolve source metadata for ${image}`, async () => {
    const { body } = await ask('GET', `manifests/${tag}`);
    for (const [digest] of body.matchAll(/sha256:[0-9a-f]{64}/g)) await ask('GET', `blobs/${digest}`);
    return body;
  });
}

/** Copies `HOST/REPOSITORY@DIGEST` with all that belongs to it, by digest; resolves to why that failed. */
export async function copyContent(
  [source, from]: readonly [string, RegistryClient],
  [target, to]: readonly [string, RegistryClient],
): Promise<BuildFailure | undefined> {
  const [sourceUri = '', wanted = ''] = source.split('@');
  const pull = asking(from, sourceUri);
  const push = asking(to, target.replace(/@.*/, ''));
  const copyManifest = async (digest: string): Promise<string> => {
    const { body } = await pull('GET', `manifests/${digest}`);
    const isIndex = body.includes('"manifests"');
    for (const [part] of body.matchAll(/sha256:[0-9a-f]{64}/g)) {
      await (isIndex ? copyManifest(part) : copyBlob(part));
    }
    await push('PUT', `manifests/${digest}`, { body, type: isIndex ? types.index : types.manifest });
    return digest;
  };
  const copyBlob = async (digest: string): Promise<void> => {
    await pull('GET', `blobs/${digest}`);
    await putBlob(push, layerIn(from.sandbox, digest));
  };
  const copied = await unlessRefused(`copy ${wanted} to ${target}`, () => copyManifest(wanted));
  return typeof copied === 'string' ? undefined : copied.failure;
}

/** The bytes of a layer, which need no login. */
function layerIn(sandbox: Sandbox, digest: string): string {
  const path = `/_sandbox/layers/${digest}`;
  const reply = sandbox.handle({ method: 'GET', path, headers: {}, body: '', bytes: new Uint8Array() });
  return reply.kind === 'answer' ? new TextDecoder().decode(reply.bytes) : '';
}

type Ask = (
  method: string,
  path: string,
  content?: { readonly body: string; readonly type?: string },
) => Promise<Reply>;

interface Reply {
  readonly body: string;
  readonly location: string;
  readonly isThere: boolean;
}

/** Asks the registry with the login of the step; throws a Refusal in BuildKit's words. */
const asking =
  ({ sandbox, logins, before }: RegistryClient, uri: string): Ask =>
  async (method, path, { body, type = '' } = { body: '' }) => {
    const [, host = '', name = ''] = /^([^/]+)\/(.+)$/.exec(uri) ?? [];
    await before(`${method} ${path.replace(/sha256:.*|[0-9a-f-]{36}.*/, '…')}`);
    const url = `https://${host}${path.startsWith('/') ? path : `/v2/${name}/${path}`}`;
    const reply = sandbox.handle({
      method,
      path: url.slice(`https://${host}`.length),
      headers: { host, 'content-type': type, authorization: `Basic ${logins.get(host) ?? ''}` },
      body,
      bytes: new TextEncoder().encode(body),
    });
    if (reply.kind !== 'answer') {
      const cause = reply.kind === 'reset' ? 'read: connection reset by peer' : 'EOF';
      throw new Refusal(`failed to do request: ${method} "${url}": ${cause}`);
    }
    const refusal = refusalIn(reply, `${method} request to ${url}`);
    if (refusal !== undefined && !(method === 'HEAD' && reply.status === 404)) throw new Refusal(refusal);
    const location = reply.headers['location']?.replace(/^https:\/\/[^/]+/, '') ?? '';
    return { body: reply.body, location, isThere: reply.status === 200 };
  };

function refusalIn(
  { status, body }: { readonly status: number; readonly body: string },
  request: string,
): string | undefined {
  if (status < 400) return undefined;
  if (status === 401) return 'no basic auth credentials';
  if (status === 429) return `unexpected status from ${request}: 429 Too Many Requests`;
  if (status >= 500) return `unexpected status from ${request}: ${status} Internal Server Error`;
  const [, code = '', message = ''] = /"code":"(\w+)","message":"(.*?)"\}\]/.exec(body) ?? [];
  return `${code === 'DENIED' ? 'denied' : 'unknown'}: ${message}`;
}

async function putBlob(ask: Ask, text: string): Promise<void> {
  if ((await ask('HEAD', `blobs/${digestOf(text)}`)).isThere) return;
  const { location } = await ask('POST', 'blobs/uploads/');
  await ask('PATCH', location, { body: text });
  await ask('PUT', `${location}?digest=${digestOf(text)}`);
}

class Refusal extends Error {}

async function unlessRefused(what: string, act: () => Promise<string>): Promise<string | Failed> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Refusal) return { failure: readFailure(`ERROR: ${what}: ${error.message}`, []) };
    throw error;
  }
}

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
