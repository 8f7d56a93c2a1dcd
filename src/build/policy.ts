import type { PolicyStatement } from '../iam/policy.ts';

const repository = ['arn:aws:ecr:REGION:ACCOUNT:repository/REPOSITORY'];

/** The IAM policy of build-push: the one source of docs/iam/build-push.json and its README. */
export const BUILD_POLICY: readonly PolicyStatement[] = [
  {
    sid: 'LogIn',
    actions: ['ecr:GetAuthorizationToken'],
    resources: ['*'],
    without: 'nothing can be built or reused',
    optional: false,
  },
  {
    sid: 'ReadImages',
    actions: ['ecr:BatchGetImage'],
    resources: repository,
    without: 'nothing can be built or reused',
    optional: false,
  },
  {
    sid: 'TagImages',
    actions: ['ecr:PutImage'],
    resources: repository,
    without: 'nothing can be pushed or tagged',
    optional: false,
  },
  {
    sid: 'PushLayers',
    actions: [
      'ecr:BatchCheckLayerAvailability',
      'ecr:InitiateLayerUpload',
      'ecr:UploadLayerPart',
      'ecr:CompleteLayerUpload',
    ],
    resources: repository,
    without: 'nothing can be pushed; images that are there are reused',
    optional: false,
  },
  {
    sid: 'PullLayers',
    actions: ['ecr:GetDownloadUrlForLayer'],
    resources: repository,
    without: 'the cache is not read, and base images in ECR cannot be pulled',
    optional: true,
  },
  {
    sid: 'ReadRepositories',
    actions: ['ecr:DescribeRepositories'],
    resources: repository,
    without:
      'a missing repository and a tag that nobody may move show only after the build, with a warning; the repository must be given as a URI unless it is in the account of the role',
    optional: true,
  },
  {
    sid: 'ReadCreationTemplates',
    actions: ['ecr:DescribeRepositoryCreationTemplates'],
    resources: ['*'],
    without: 'a repository that the first push would make is taken for missing',
    optional: true,
  },
  {
    sid: 'ReadAges',
    actions: ['ecr:DescribeImages'],
    resources: repository,
    without: 'an image is reused whatever its age, its size is not told, and a tag that nobody may move, on an image that has no input tag of this step, fails instead of being taken: what it came from cannot be read',
    optional: true,
  },
  {
    sid: 'ReadSource',
    actions: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
    resources: ['arn:aws:ecr:SOURCE_REGION:SOURCE_ACCOUNT:repository/SOURCE_REPOSITORY'],
    without: 'no image is promoted from another repository; one of another account needs both in its own policy, too',
    optional: true,
  },
];
