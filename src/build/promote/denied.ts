/** What a role must be let do to a repository. */
export interface DeniedAction {
  readonly action: string;
  readonly repository: string;
}

const FORBIDDEN =
  /\b([A-Z]+) request to https?:\/\/[^/\s]+\/v2\/(\S+?)\/(blobs\/uploads|blobs|manifests)\/\S*: 403 Forbidden/;

/** The action that a request to the registry stands for: Amazon ECR user guide, "Private repository policies". */
const ACTIONS: ReadonlyMap<string, string> = new Map([
  ['GET manifests', 'ecr:BatchGetImage'],
  ['HEAD manifests', 'ecr:BatchGetImage'],
  ['PUT manifests', 'ecr:PutImage'],
  ['GET blobs', 'ecr:GetDownloadUrlForLayer'],
  ['HEAD blobs', 'ecr:BatchCheckLayerAvailability'],
  ['POST blobs/uploads', 'ecr:InitiateLayerUpload'],
  ['PATCH blobs/uploads', 'ecr:UploadLayerPart'],
  ['PUT blobs/uploads', 'ecr:CompleteLayerUpload'],
]);

/** Reads what was denied from an error that tells the request alone, and not what ECR said to it. */
export function deniedAction(message: string): DeniedAction | undefined {
  const [, method = '', repository = '', what = ''] = FORBIDDEN.exec(message) ?? [];
  const action = ACTIONS.get(`${method} ${what}`);
  return action === undefined ? undefined : { action, repository };
}
