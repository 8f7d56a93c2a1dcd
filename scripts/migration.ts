/** What becomes of one input or output of another action. */
export type Fate =
  /** It is here under its name and means the same, but for what `note` says. */
  | { readonly is: 'same'; readonly note?: string }
  /** It is here under its name; what happens without it, or at its bounds, is not the same. */
  | { readonly is: 'other default'; readonly theirs: string; readonly ours: string }
  /** It is an error; the actions' own table says what to use instead. */
  | { readonly is: 'refused' }
  /** It is taken and does nothing; the actions' own table says why. */
  | { readonly is: 'pointless' }
  /** It has no place here. */
  | { readonly is: 'not needed'; readonly why: string };

/** An action that users come from. */
export interface OfficialAction {
  readonly repository: string;
  readonly version: string;
  /** Day of that version. */
  readonly date: string;
  /** In the order of its action.yml. */
  readonly inputs: Readonly<Record<string, Fate>>;
  readonly outputs: Readonly<Record<string, Fate>>;
}

const same: Fate = { is: 'same' };
const refused: Fate = { is: 'refused' };
const pointless: Fate = { is: 'pointless' };
const noted = (note: string): Fate => ({ is: 'same', note });
const differs = (theirs: string, ours: string): Fate => ({ is: 'other default', theirs, ours });

const oneOffTask = 'no task is run beside the service; run one-off tasks in a step of their own';

const DEPLOY: OfficialAction = {
  repository: 'aws-actions/amazon-ecs-deploy-task-definition',
  version: '2.6.3',
  date: '2026-07-01',
  inputs: {
    'task-definition': noted(
      'a registered revision can be given too; unknown members are errors, while the official action drops them without a word',
    ),
    'desired-count': noted('an error under CODE_DEPLOY, where the official action ignores it'),
    service: differs('without it the file is registered and nothing is deployed', 'required'),
    cluster: same,
    'wait-for-service-stability': differs('`false`', '`true`'),
    'wait-for-minutes': differs(
      '30, under CODE_DEPLOY plus both wait times of the deployment group; more than 360 is taken as 360, 0 as 30',
      '30, under CODE_DEPLOY plus the wait times that are watched; a number outside 1 to 360 is an error',
    ),
    'wait-max-delay-seconds': pointless,
    'codedeploy-appspec': differs('`appspec.yaml`', 'built from the service'),
    'codedeploy-application': differs('`AppECS-CLUSTER-SERVICE`', 'found by the service'),
    'codedeploy-deployment-group': differs('`DgpECS-CLUSTER-SERVICE`', 'found by the service'),
    'codedeploy-deployment-description': noted('words that do not fit are an error and not cut off'),
    'codedeploy-deployment-config': same,
    'force-new-deployment': noted('an error under CODE_DEPLOY, where the official action ignores it'),
    'service-managed-ebs-volume-name': noted(
      'alone it is an error, where the official action warns and leaves it out; an error under CODE_DEPLOY, where that ignores it',
    ),
    'service-managed-ebs-volume': noted(
      'JSON or YAML; an unknown member is an error, and so is `throughput` without `gp3`; the official action drops both; an error under CODE_DEPLOY',
    ),
    'run-task': refused,
    'run-task-container-overrides': refused,
    'run-task-security-groups': refused,
    'run-task-subnets': refused,
    'run-task-assign-public-IP': refused,
    'run-task-capacity-provider-strategy': refused,
    'run-task-launch-type': refused,
    'run-task-started-by': refused,
    'run-task-tags': refused,
    'run-task-managed-ebs-volume-name': refused,
    'run-task-managed-ebs-volume': refused,
    'wait-for-task-stopped': refused,
    'enable-ecs-managed-tags': noted('an error under CODE_DEPLOY, where the official action ignores it'),
    'propagate-tags': noted('an error under CODE_DEPLOY, where the official action ignores it'),
    'keep-null-value-keys': pointless,
    'max-retries': differs(
      '3 attempts of each call in all',
      '3 more attempts of each read; what changes something is sent again only when AWS throttled it',
    ),
  },
  outputs: {
    'task-definition-arn': noted('also when nothing had to be registered'),
    'codedeploy-deployment-id': same,
    'run-task-arn': { is: 'not needed', why: oneOffTask },
  },
};

const RENDER: OfficialAction = {
  repository: 'aws-actions/amazon-ecs-render-task-definition',
  version: '1.9.0',
  date: '2026-06-30',
  inputs: {
    'task-definition': noted('the file itself; JSONC and YAML too'),
    'task-definition-arn': refused,
    'task-definition-family': refused,
    'task-definition-revision': refused,
    'container-name': differs('required', 'needed where there are several containers'),
    image: differs('required', 'the image of the file; `images` is for several containers'),
    'environment-variables': noted('blanks at the end of a value are kept'),
    'log-configuration-log-driver': noted('`logentries` is an error: the API has no such driver any more'),
    'log-configuration-options': noted(
      'a value may contain `=`; the official action cuts it off at the second one',
    ),
    'docker-labels': noted('a value may contain `=`; the official action cuts it off at the second one'),
    command: noted(
      'a list is taken item by item; a plain text is cut at its blanks, and with quotes in it an error',
    ),
    'task-role-arn': same,
    'execution-role-arn': same,
    'env-files': noted('what is no ARN of an object in Amazon S3 is an error'),
    secrets: same,
  },
  outputs: {
    'task-definition': {
      is: 'not needed',
      why: 'the same step renders, checks and registers; no file is written in between',
    },
  },
};

const BUILD: OfficialAction = {
  repository: 'docker/build-push-action',
  version: '7.3.0',
  date: '2026-07-01',
  inputs: {
    'add-hosts': refused,
    allow: refused,
    annotations: same,
    attests: refused,
    'build-args': noted('a name without a value is an error; the same quotes for values with line breaks'),
    'build-contexts': same,
    builder: noted('without it, where the current one cannot do what is asked, one is made for the step'),
    'cache-from': refused,
    'cache-to': refused,
    call: refused,
    'cgroup-parent': refused,
    context: differs(
      'the commit, fetched by the builder from GitHub',
      'the checkout, with what earlier steps made of it',
    ),
    file: same,
    labels: differs('none', 'those of the OCI image specification; these are added and overrule them'),
    load: refused,
    network: refused,
    'no-cache': noted('also takes no image that is there'),
    'no-cache-filters': refused,
    outputs: refused,
    platforms: same,
    provenance: differs('`mode=max` or `mode=min`, which makes an index of each image', '`false`'),
    pull: same,
    push: refused,
    sbom: same,
    secrets: noted(
      '`ID=env:VARIABLE` or `ID=file:PATH`; the value itself is an error, and so is what is malformed, which the other only warns of',
    ),
    'secret-envs': refused,
    'secret-files': refused,
    'shm-size': refused,
    ssh: noted('an agent that does not answer and a key that is not there are errors before the build'),
    tags: differs('none, with registry and repository', '`{{sha}}`; names alone, with fields to fill in'),
    target: same,
    ulimit: refused,
    'github-token': refused,
  },
  outputs: {
    imageid: { is: 'not needed', why: 'the image is named by the digest of its manifest: `image`, `digest`' },
    digest: same,
    metadata: noted('an object of name to metadata, also for one image'),
  },
};

/** The official actions, with what becomes of every input and output they have. */
export const OFFICIAL_ACTIONS = { deploy: DEPLOY, render: RENDER, build: BUILD } as const;
