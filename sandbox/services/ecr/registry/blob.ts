import type { Context } from '../../../operation.ts';
import type { Answer } from '../../../wire/http.ts';
import { downloadUrl } from '../layer.ts';
import { repositoryOf } from '../repository.ts';
import { answer, refusal } from './answer.ts';

type Place = Pick<Context, 'world' | 'blobs' | 'host'>;

/** HEAD of a layer: whether it is there, and its size. */
export function showBlob(place: Place, name: string, digest: string): Answer {
  return (
    whereMissing(place, name, digest) ??
    answer(200, { headers: { ...blobHeaders, 'docker-content-digest': digest }, ...bytesOf(place, digest) })
  );
}

/** GET of a layer: ECR sends the client on to where the bytes are. */
export function getBlob(place: Place, name: string, digest: string): Answer {
  return (
    whereMissing(place, name, digest) ??
    answer(307, { headers: { location: downloadUrl(place, digest), 'docker-content-digest': digest } })
  );
}

/** The bytes themselves, where `getBlob` sends to: nobody is asked for a login there. */
export function download(blobs: Place['blobs'], digest: string): Answer {
  return blobs.get(digest) === undefined
    ? answer(404)
    : answer(200, { headers: blobHeaders, ...bytesOf({ blobs }, digest) });
}

const blobHeaders = { 'content-type': 'application/octet-stream' };

const bytesOf = ({ blobs }: Pick<Place, 'blobs'>, digest: string) => ({
  bytes: blobs.get(digest) ?? new Uint8Array(),
});

function whereMissing({ world }: Place, name: string, digest: string): Answer | undefined {
  const { layers } = repositoryOf(world, name);
  if (layers.some((layer) => layer.digest === digest)) return undefined;
  // [?] These words.
  return refusal(404, 'BLOB_UNKNOWN', 'blob unknown to registry');
}
