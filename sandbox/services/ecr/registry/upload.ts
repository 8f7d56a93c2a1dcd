import type { Context } from '../../../operation.ts';
import type { Answer, HttpRequest } from '../../../wire/http.ts';
import { registryUrl } from '../address.ts';
import { repositoryForPush, repositoryOf } from '../repository.ts';
import type { Upload } from '../state.ts';
import { addPiece, finishUpload, openUpload, uploadOf } from '../upload.ts';
import { answer, refusal } from './answer.ts';
import { queryOf } from './route.ts';

type Place = Pick<Context, 'world' | 'blobs' | 'host'>;

interface Target {
  readonly name: string;
  readonly upload: string;
}

/**
 * POST: begins an upload. Neither a mount from another repository nor a whole layer is taken: the client goes on
 * with the upload, as it must where a registry does not want to.
 */
export function startUpload(place: Place, name: string): Answer {
  const upload = openUpload(place.world, repositoryForPush(place.world, name));
  return answer(202, { headers: { ...where(place, upload), range: '0-0' } });
}

/**
 * PATCH: a piece. Seen in ECR: it answers 201 where the protocol has 202, and tells the range of the first piece
 * after every later one, too. https://github.com/aws/containers-roadmap/issues/2831
 */
export function appendUpload(place: Place, { name, upload: id }: Target, request: HttpRequest): Answer {
  const upload = uploadOf(place.world, repositoryOf(place.world, name), id);
  const [, first] = /^(\d+)-\d+$/.exec(request.headers['content-range'] ?? '') ?? [];
  if (first !== undefined && Number(first) !== upload.received) {
    return refusal(416, 'BLOB_UPLOAD_INVALID', 'The piece does not begin where the last one ended.');
  }
  addPiece(place.blobs, upload, bytesOf(request));
  return answer(201, { headers: { ...where(place, upload), range: rangeOf(place, upload) } });
}

/** GET: how far an upload has got. */
export function showUpload(place: Place, { name, upload: id }: Target): Answer {
  const upload = uploadOf(place.world, repositoryOf(place.world, name), id);
  return answer(204, { headers: { ...where(place, upload), range: rangeOf(place, upload) } });
}

/** PUT: the last piece, which may be all or nothing, and the digest of the whole. */
export function endUpload(place: Place, { name, upload: id }: Target, request: HttpRequest): Answer {
  const repository = repositoryOf(place.world, name);
  const upload = uploadOf(place.world, repository, id);
  addPiece(place.blobs, upload, bytesOf(request));
  const digest = queryOf(request.path).get('digest') ?? '';
  finishUpload(place, { repository, upload, digest });
  return answer(201, {
    headers: {
      location: `${registryUrl(place)}/v2/${name}/blobs/${digest}`,
      'docker-content-digest': digest,
    },
  });
}

const where = (place: Place, { id, repository }: Upload) => ({
  location: `${registryUrl(place)}/v2/${repository}/blobs/uploads/${id}`,
  'docker-upload-uuid': id,
});

function rangeOf({ blobs }: Place, { pieces: [first = ''] }: Upload): string {
  return `0-${Math.max(0, (blobs.get(first)?.length ?? 0) - 1)}`;
}

const bytesOf = ({ bytes, body }: HttpRequest): Uint8Array => bytes ?? new TextEncoder().encode(body);
