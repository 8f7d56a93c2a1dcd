import { isJsonObject, parseJson, type Json, type JsonObject } from '../../wire/json.ts';

/** What a manifest points to, be it Docker's or OCI's, an image's or an index's. */
export interface Manifest {
  readonly mediaType: string | undefined;
  readonly config: Descriptor | undefined;
  /** Those that a registry must have: foreign ones are fetched from elsewhere. */
  readonly layers: readonly Descriptor[];
  /** The images of an index. */
  readonly children: readonly Descriptor[];
  /** The image that an artifact says something about. */
  readonly subject: string | undefined;
  readonly artifactType: string | undefined;
}

export interface Descriptor {
  readonly digest: string;
  readonly size: number;
  readonly mediaType: string;
}

/** Reads a manifest; undefined where the text is no JSON object. */
export function readManifest(text: string): Manifest | undefined {
  const body = parseJson(text);
  if (!isJsonObject(body)) return undefined;
  const config = descriptorOf(body['config']);
  return {
    mediaType: textOf(body['mediaType']),
    config,
    layers: descriptorsOf(body, 'layers').filter(
      ({ mediaType }) => !/foreign|nondistributable/.test(mediaType),
    ),
    children: descriptorsOf(body, 'manifests'),
    subject: descriptorOf(body['subject'])?.digest,
    artifactType: textOf(body['artifactType']) ?? config?.mediaType,
  };
}

/** The digests of what a registry must have before it takes the manifest of an image. */
export const blobsOf = ({ config, layers }: Manifest): readonly Descriptor[] =>
  config === undefined ? layers : [config, ...layers];

/** The size of an image as ECR counts it: what is pulled. */
export const sizeOf = (manifest: Manifest): number =>
  blobsOf(manifest).reduce((sum, { size }) => sum + size, 0);

function descriptorsOf(body: JsonObject, member: string): readonly Descriptor[] {
  const items = body[member];
  return Array.isArray(items) ? items.flatMap((item: Json) => descriptorOf(item) ?? []) : [];
}

function descriptorOf(value: Json | undefined): Descriptor | undefined {
  if (!isJsonObject(value)) return undefined;
  const { digest, size, mediaType } = value;
  if (typeof digest !== 'string') return undefined;
  return { digest, size: typeof size === 'number' ? size : 0, mediaType: textOf(mediaType) ?? '' };
}

const textOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;
