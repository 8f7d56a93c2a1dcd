import { createHash } from 'node:crypto';
import { ECRClient, GetAuthorizationTokenCommand } from '@aws-sdk/client-ecr';
import { virtualClock } from '../../sandbox/clock.ts';
import { createSandbox, parseScenario, type Sandbox } from '../../sandbox/sandbox.ts';
import { startServer } from '../../sandbox/server.ts';
import { startOfTime } from './sandbox.ts';

export const digestOf = (content: string | Uint8Array): string =>
  `sha256:${createHash('sha256').update(content).digest('hex')}`;

export const types = {
  config: 'application/vnd.oci.image.config.v1+json',
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  index: 'application/vnd.oci.image.index.v1+json',
  layer: 'application/vnd.oci.image.layer.v1.tar+gzip',
} as const;

/** A manifest of an image with one layer and a configuration, in the order and spacing that JSON gives it. */
export function manifestOf(layer: string, config = '{}', more: object = {}): string {
  const described = (mediaType: string, content: string) => ({
    mediaType,
    digest: digestOf(content),
    size: content.length,
  });
  return JSON.stringify({
    schemaVersion: 2,
    mediaType: types.manifest,
    config: described(types.config, config),
    layers: [described(types.layer, layer)],
    ...more,
  });
}

/** A sandbox over HTTP under a virtual clock, and its registry as a client without any library sees it. */
export interface RegistryStage extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly ecr: ECRClient;
  /** `http://HOST:PORT`. */
  readonly endpoint: string;
  /** `HOST:PORT`. */
  readonly host: string;
  /** Lets so many hours pass. */
  pass(hours: number): void;
  /** What GetAuthorizationToken gives: `AWS:password` in base64. */
  token(): Promise<string>;
  /** Asks below `/v2/`, with the login of this stage unless another one is given. */
  readonly ask: (path: string, request?: RequestInit) => Promise<Response>;
  /** Uploads a layer in one piece; gives back the answer to its end. */
  upload(repository: string, content: string, digest?: string): Promise<Response>;
  /** Uploads layer and configuration, then the manifest under this tag; gives back the last answer. */
  push(repository: string, tag: string, layer: string): Promise<Response>;
}

export async function openRegistry(
  scenario = 'repositories: [{ name: web }]',
  change: (sandbox: Sandbox) => Sandbox = (same) => same,
): Promise<RegistryStage> {
  const clock = virtualClock(startOfTime);
  const sandbox = createSandbox(parseScenario(scenario, 'scenario.yml'), clock);
  const server = await startServer({ sandbox: change(sandbox), port: 0 });
  const { endpoint } = server;
  const ecr = new ECRClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    maxAttempts: 1,
  });
  const token = async () => {
    const { authorizationData: [data] = [] } = await ecr.send(new GetAuthorizationTokenCommand({}));
    return data?.authorizationToken ?? '';
  };
  let login: string | undefined;
  const ask = async (path: string, request: RequestInit = {}) => {
    login ??= `Basic ${await token()}`;
    const headers = new Headers(request.headers);
    if (!headers.has('authorization')) headers.set('authorization', login);
    return fetch(path.startsWith('http') ? path : `${endpoint}/v2/${path}`, { ...request, headers });
  };
  const upload = async (repository: string, content: string, digest = digestOf(content)) => {
    const begun = await ask(`${repository}/blobs/uploads/`, { method: 'POST' });
    if (begun.status !== 202) return begun;
    const { headers } = begun;
    return ask(`${headers.get('location') ?? ''}?digest=${digest}`, { method: 'PUT', body: content });
  };
  return {
    sandbox,
    ecr,
    endpoint,
    host: endpoint.replace('http://', ''),
    pass: (hours) => clock.advance(hours * 3_600_000),
    token,
    ask,
    upload,
    push: async (repository, tag, layer) => {
      for (const content of [layer, '{}']) {
        const ended = await upload(repository, content);
        if (!ended.ok) return ended;
      }
      return putManifest(ask, `${repository}/manifests/${tag}`, manifestOf(layer));
    },
    [Symbol.asyncDispose]: () => server.close(),
  };
}

/** PUT of a manifest. */
export const putManifest = (
  ask: RegistryStage['ask'],
  path: string,
  manifest: string,
  type: string = types.manifest,
): Promise<Response> => ask(path, { method: 'PUT', body: manifest, headers: { 'content-type': type } });

/** The status of a refusal, its code and its message. */
export async function refusalOf(response: Response): Promise<string> {
  const [, code = '', message = ''] =
    /^\{"errors":\[\{"code":"(\w+)","message":"(.*)"\}\]\}$/.exec(await response.text()) ?? [];
  return `${response.status} ${code}: ${message}`;
}
