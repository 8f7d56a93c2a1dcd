import * as ecr from '@aws-sdk/client-ecr';
import { requiring } from '../../wire/schema.ts';
import type { LayerPart } from './upload.ts';

/** How the input of each operation of ECR is read: by the schemas that the SDK exports. */
export const accept = {
  BatchCheckLayerAvailability: requiring<ecr.BatchCheckLayerAvailabilityRequest>(
    ecr.BatchCheckLayerAvailabilityRequest$,
  ),
  CompleteLayerUpload: requiring<ecr.CompleteLayerUploadRequest>(ecr.CompleteLayerUploadRequest$),
  CreateRepository: requiring<ecr.CreateRepositoryRequest>(ecr.CreateRepositoryRequest$),
  DescribeRepositoryCreationTemplates: requiring<ecr.DescribeRepositoryCreationTemplatesRequest>(
    ecr.DescribeRepositoryCreationTemplatesRequest$,
  ),
  GetDownloadUrlForLayer: requiring<ecr.GetDownloadUrlForLayerRequest>(ecr.GetDownloadUrlForLayerRequest$),
  InitiateLayerUpload: requiring<ecr.InitiateLayerUploadRequest>(ecr.InitiateLayerUploadRequest$),
  UploadLayerPart: requiring<LayerPart>(ecr.UploadLayerPartRequest$),
  BatchGetImage: requiring<ecr.BatchGetImageRequest>(ecr.BatchGetImageRequest$),
  DescribeImages: requiring<ecr.DescribeImagesRequest>(ecr.DescribeImagesRequest$),
  DescribeRepositories: requiring<ecr.DescribeRepositoriesRequest>(ecr.DescribeRepositoriesRequest$),
  GetAuthorizationToken: requiring<ecr.GetAuthorizationTokenRequest>(ecr.GetAuthorizationTokenRequest$),
  ListImages: requiring<ecr.ListImagesRequest>(ecr.ListImagesRequest$),
  PutImage: requiring<ecr.PutImageRequest>(ecr.PutImageRequest$),
} as const;
