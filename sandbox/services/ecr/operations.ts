import { operation, type AwsService, type Operation } from '../../operation.ts';
import { batchGetImage, describeImages, listImages, putImage } from './image.ts';
import { accept } from './load.ts';
import { describeRepositories, getAuthorizationToken } from './repository.ts';

const aRepository: Operation['resource'] = (body, { region, account }) => {
  const name = typeof body['repositoryName'] === 'string' ? body['repositoryName'] : '*';
  return `arn:aws:ecr:${region}:${account}:repository/${name}`;
};

/** Amazon ECR as far as repositories, tags and digests go. */
export const ecr: AwsService = {
  name: 'ecr',
  target: 'AmazonEC2ContainerRegistry_V20150921',
  operations: {
    BatchGetImage: operation({ accept: accept.BatchGetImage, resource: aRepository, run: batchGetImage }),
    DescribeImages: operation({ accept: accept.DescribeImages, resource: aRepository, run: describeImages }),
    DescribeRepositories: operation({
      accept: accept.DescribeRepositories,
      resource: aRepository,
      run: describeRepositories,
    }),
    GetAuthorizationToken: operation({ accept: accept.GetAuthorizationToken, run: getAuthorizationToken }),
    ListImages: operation({ accept: accept.ListImages, resource: aRepository, run: listImages }),
    PutImage: operation({ accept: accept.PutImage, resource: aRepository, run: putImage }),
  },
};
