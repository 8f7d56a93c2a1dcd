import * as ecr from '@aws-sdk/client-ecr';
import { accepting } from '../../wire/schema.ts';

/** How the input of each operation of ECR is read: by the schemas that the SDK exports. */
export const accept = {
  BatchGetImage: accepting<ecr.BatchGetImageRequest>(ecr.BatchGetImageRequest$),
  DescribeImages: accepting<ecr.DescribeImagesRequest>(ecr.DescribeImagesRequest$),
  DescribeRepositories: accepting<ecr.DescribeRepositoriesRequest>(ecr.DescribeRepositoriesRequest$),
  GetAuthorizationToken: accepting<ecr.GetAuthorizationTokenRequest>(ecr.GetAuthorizationTokenRequest$),
  ListImages: accepting<ecr.ListImagesRequest>(ecr.ListImagesRequest$),
  PutImage: accepting<ecr.PutImageRequest>(ecr.PutImageRequest$),
} as const;
