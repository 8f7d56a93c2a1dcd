import * as ecr from '@aws-sdk/client-ecr';
import { requiring } from '../../wire/schema.ts';

/** How the input of each operation of ECR is read: by the schemas that the SDK exports. */
export const accept = {
  BatchGetImage: requiring<ecr.BatchGetImageRequest>(ecr.BatchGetImageRequest$),
  DescribeImages: requiring<ecr.DescribeImagesRequest>(ecr.DescribeImagesRequest$),
  DescribeRepositories: requiring<ecr.DescribeRepositoriesRequest>(ecr.DescribeRepositoriesRequest$),
  GetAuthorizationToken: requiring<ecr.GetAuthorizationTokenRequest>(ecr.GetAuthorizationTokenRequest$),
  ListImages: requiring<ecr.ListImagesRequest>(ecr.ListImagesRequest$),
  PutImage: requiring<ecr.PutImageRequest>(ecr.PutImageRequest$),
} as const;
