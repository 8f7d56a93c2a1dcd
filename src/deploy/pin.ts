import { pinImages, type Unpinned } from '../images/pin.ts';
import { imageReference } from '../images/reference.ts';
import { type Problem, UserError } from '../inputs/problem.ts';
import { denialRemedy } from '../report/failure.ts';
import type { CurrentState } from './current.ts';
import type { Ports } from './ports.ts';
import type { DeployRequest } from './request.ts';

/** The request with `pin-images` carried out. Throws a UserError for a tag in Amazon ECR that cannot be read. */
export function pinIfAsked(
  request: DeployRequest,
  current: CurrentState,
  { log }: Ports,
): { readonly request: DeployRequest; readonly current: CurrentState } {
  const { revision } = request;
  if (!request.pinImages || revision.kind !== 'file') return { request, current };
  const { definition, images, unpinned } = pinImages(revision.definition, current.images);
  const unread = unpinned.filter(({ image }) => imageReference(image).ecr !== undefined);
  if (unread.length > 0) throw new UserError(unread.map(notPinned));
  for (const { image, why } of unpinned) log.warn(`The image ${image} is not pinned: ${why}.`);
  return { request: { ...request, revision: { ...revision, definition } }, current: { ...current, images } };
}

/** A tag in Amazon ECR that cannot be resolved would be registered as it is, against what was asked for. */
const notPinned = ({ image, why, denied = '' }: Unpinned): Problem => ({
  message: `The digest of ${image} cannot be read, so it cannot be pinned: ${why}.`,
  remedy: denialRemedy(denied) ?? 'Allow ecr:BatchGetImage on its repository, or leave pin-images out.',
  input: 'pin-images',
});
