import type {
  CompleteLayerUploadRequest,
  InitiateLayerUploadRequest,
  UploadLayerPartRequest,
} from '@aws-sdk/client-ecr';
import type { Blobs } from '../../blobs.ts';
import { uuid } from '../../chance.ts';
import type { Context } from '../../operation.ts';
import type { World } from '../../world.ts';
import { ecrErrors } from './errors.ts';
import { repositoryOf } from './repository.ts';
import type { Repository, Upload } from './state.ts';

/** What ECR advises for parts, and the least that all but the last must have: bytes. */
const partSize = 10_485_760;
const leastPart = 5_242_880;

/** UploadLayerPart as it comes: the part in base64. */
export interface LayerPart extends Omit<UploadLayerPartRequest, 'layerPartBlob'> {
  readonly layerPartBlob: string;
}

/** InitiateLayerUpload. */
export function initiateLayerUpload(input: InitiateLayerUploadRequest, { world }: Context): object {
  const { id } = openUpload(world, repositoryOf(world, input.repositoryName));
  return { uploadId: id, partSize };
}

/** UploadLayerPart; throws InvalidLayerPartException where the part does not begin where the last one ended. */
export function uploadLayerPart(input: LayerPart, { world, blobs }: Context): object {
  const repository = repositoryOf(world, input.repositoryName);
  const upload = uploadOf(world, repository, input.uploadId);
  const bytes = Uint8Array.from(atob(input.layerPartBlob), (character) => character.charCodeAt(0));
  const { partFirstByte: first = 0, partLastByte: last = 0 } = input;
  if (first !== upload.received || last !== first + bytes.length - 1) {
    throw ecrErrors.layerPart(upload.id, repository.name, world.account);
  }
  addPiece(blobs, upload, bytes);
  return {
    registryId: world.account,
    repositoryName: repository.name,
    uploadId: upload.id,
    lastByteReceived: upload.received - 1,
  };
}

/** CompleteLayerUpload; throws what ECR says of a layer that is there, empty, cut too small or another one. */
export function completeLayerUpload(
  { repositoryName, uploadId, layerDigests = [] }: CompleteLayerUploadRequest,
  { world, blobs }: Context,
): object {
  const repository = repositoryOf(world, repositoryName);
  const upload = uploadOf(world, repository, uploadId);
  if (upload.received === 0) throw ecrErrors.emptyUpload(upload.id, repository.name, world.account);
  if (upload.pieces.slice(0, -1).some((digest) => (blobs.get(digest)?.length ?? 0) < leastPart)) {
    throw ecrErrors.layerPartTooSmall();
  }
  const [layerDigest = ''] = layerDigests;
  if (repository.layers.some(({ digest }) => digest === layerDigest)) {
    throw ecrErrors.layerExists(layerDigest, repository.name, world.account);
  }
  finishUpload({ world, blobs }, { repository, upload, digest: layerDigest });
  return {
    registryId: world.account,
    repositoryName: repository.name,
    uploadId: upload.id,
    layerDigest,
  };
}

/** Begins the upload of a layer. Its id comes from the request, so that no other id depends on it. */
export function openUpload(world: World, repository: Repository): Upload {
  const id = uuid({ state: world.requestCount });
  const upload: Upload = { id, repository: repository.name, pieces: [], received: 0 };
  world.ecr.uploads.push(upload);
  return upload;
}

/** The upload of that id; throws UploadNotFoundException. */
export function uploadOf(world: World, repository: Repository, id = ''): Upload {
  const upload = world.ecr.uploads.find(
    (candidate) => candidate.id === id && candidate.repository === repository.name,
  );
  if (upload === undefined) throw ecrErrors.uploadNotFound(id, repository.name, world.account);
  return upload;
}

export function addPiece(blobs: Blobs, upload: Upload, bytes: Uint8Array): void {
  if (bytes.length === 0) return;
  upload.pieces.push(blobs.put(bytes));
  upload.received += bytes.length;
}

/** Makes a layer of the pieces. Throws InvalidLayerException where they have another digest. */
export function finishUpload(
  { world, blobs }: Pick<Context, 'world' | 'blobs'>,
  { repository, upload, digest }: { repository: Repository; upload: Upload; digest: string },
): void {
  const found = joined(blobs, upload);
  if (found !== digest) throw ecrErrors.layerDigest(digest, found);
  world.ecr.uploads.splice(world.ecr.uploads.indexOf(upload), 1);
  if (repository.layers.some((layer) => layer.digest === digest)) return;
  repository.layers.push({ digest, size: upload.received });
}

/** The digest of the whole; one piece is kept already. */
function joined(blobs: Blobs, { pieces, received }: Upload): string {
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1) return only;
  const whole = new Uint8Array(received);
  let end = 0;
  for (const digest of pieces) {
    const piece = blobs.get(digest) ?? new Uint8Array();
    whole.set(piece, end);
    end += piece.length;
  }
  return blobs.put(whole);
}
