import { operation, type AwsService, type Operation } from '../../operation.ts';
import type { Json } from '../../wire/json.ts';
import { batchGetImage, describeImages, listImages, putImage } from './image.ts';
import { batchCheckLayerAvailability, getDownloadUrlForLayer } from './layer.ts';
import { accept } from './load.ts';
import { createRepository, describeRepositories, describeRepositoryCreationTemplates } from './repository.ts';
import { getAuthorizationToken } from './token.ts';
import { completeLayerUpload, initiateLayerUpload, uploadLayerPart } from './upload.ts';

/** The ARN of the repository that a request names; DescribeRepositories may name several, or none. */
export const aRepository: Operation['resource'] = (body, { region, account }) => {
  const named = body['repositoryNames'];
  const names = Array.isArray(named) ? named.map((item: Json) => item) : [body['repositoryName']];
  const [name] = names.length === 1 ? names : [];
  return `arn:aws:ecr:${region}:${account}:repository/${typeof name === 'string' ? name : '*'}`;
};

const resource = aRepository;

/** Amazon ECR: repositories, images and layers. Its registry speaks the OCI distribution protocol besides. */
export const ecr: AwsService = {
  name: 'ecr',
  target: 'AmazonEC2ContainerRegistry_V20150921',
  operations: {
    BatchCheckLayerAvailability: operation({
      accept: accept.BatchCheckLayerAvailability,
      resource,
      run: batchCheckLayerAvailability,
    }),
    BatchGetImage: operation({ accept: accept.BatchGetImage, resource, run: batchGetImage }),
    CompleteLayerUpload: operation({
      accept: accept.CompleteLayerUpload,
      resource,
      run: completeLayerUpload,
    }),
    CreateRepository: operation({ accept: accept.CreateRepository, resource, run: createRepository }),
    DescribeImages: operation({ accept: accept.DescribeImages, resource, run: describeImages }),
    DescribeRepositories: operation({
      accept: accept.DescribeRepositories,
      resource,
      run: describeRepositories,
    }),
    DescribeRepositoryCreationTemplates: operation({
      accept: accept.DescribeRepositoryCreationTemplates,
      run: describeRepositoryCreationTemplates,
    }),
    GetAuthorizationToken: operation({ accept: accept.GetAuthorizationToken, run: getAuthorizationToken }),
    GetDownloadUrlForLayer: operation({
      accept: accept.GetDownloadUrlForLayer,
      resource,
      run: getDownloadUrlForLayer,
    }),
    InitiateLayerUpload: operation({
      accept: accept.InitiateLayerUpload,
      resource,
      run: initiateLayerUpload,
    }),
    ListImages: operation({ accept: accept.ListImages, resource, run: listImages }),
    PutImage: operation({ accept: accept.PutImage, resource, run: putImage }),
    UploadLayerPart: operation({ accept: accept.UploadLayerPart, resource, run: uploadLayerPart }),
  },
};
