import { mapping, words } from '../inputs/document-kinds.ts';
import { choice, formed, formedLines, pairs, references, text } from '../inputs/kinds.ts';
import type { InputValues } from '../inputs/schema.ts';
import type { RenderInputs } from '../task-definition/render.ts';
import { logDrivers } from '../task-definition/values.ts';

const role = {
  what: 'the ARN of an IAM role',
  pattern: /^arn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]+$/,
  example: 'arn:aws:iam::123456789012:role/web',
};

const object = {
  what: 'the ARN of an object in Amazon S3',
  pattern: /^arn:[\w-]+:s3:::[^/\s]+\/\S.*$/,
  example: 'arn:aws:s3:::settings/web.env',
};

/** Inputs that change a task definition file before it is registered; the names are those of aws-actions. */
export const RENDER_INPUTS = {
  image: text({
    description:
      'Image for one container, best by digest (`repository@sha256:…`). With several containers `container-name` says for which. Also the value of the placeholder `image` in the file.',
  }),
  'container-name': text({
    description:
      'The container that `image` and the inputs from `environment-variables` to `env-files` are for; several are separated by commas. Not needed when there is only one.',
  }),
  images: mapping({
    description:
      'Images by name, as a YAML or JSON mapping of container name to image, such as the output `images` of build-push. Names that neither a container nor a placeholder of this file has are left out with a notice, where others are for it. Also the values of the placeholders `images.NAME` in the file, and of `image` where one of its containers is named.',
  }),
  'environment-variables': pairs({
    description:
      'Environment variables of the container, one `NAME=VALUE` a line, added to those of the file. Secrets belong under `secrets`: these values are stored as plain text in the task definition.',
  }),
  secrets: references({
    description:
      'Variables of the container that ECS reads from Systems Manager or Secrets Manager, one `NAME=VALUEFROM` a line, where VALUEFROM is the ARN of a parameter or secret, or the name of a parameter. Added to those of the file.',
  }),
  command: words({
    description:
      'The command of the container. A YAML or JSON list is taken item by item, which is exact; a plain text is cut at its blanks and may have no quotes. Replaces the one of the file.',
  }),
  'docker-labels': pairs({
    description: 'Docker labels of the container, one `KEY=VALUE` a line, added to those of the file.',
  }),
  'log-configuration-log-driver': choice(logDrivers, {
    description: 'Log driver of the container. Replaces the one of the file; the options of the file stay.',
  }),
  'log-configuration-options': pairs({
    description:
      'Options of the log driver, one `KEY=VALUE` a line, added to those of the file. A value may contain equals signs.',
  }),
  'env-files': formedLines(object, {
    description:
      'Files of environment variables in Amazon S3, one ARN a line, for the container. Replace those of the file.',
  }),
  'task-role-arn': formed(role, {
    description: 'ARN of the role that the containers have. Replaces the one of the file.',
  }),
  'execution-role-arn': formed(role, {
    description:
      'ARN of the role with which ECS pulls images, reads secrets and writes logs. Replaces the one of the file.',
  }),
} as const;

/** The inputs as the task definition knows them. */
export function renderInputs(inputs: InputValues<typeof RENDER_INPUTS>): RenderInputs {
  return {
    image: inputs.image,
    containerName: inputs['container-name'],
    images: inputs.images,
    environment: inputs['environment-variables'],
    secrets: inputs.secrets,
    command: inputs.command,
    dockerLabels: inputs['docker-labels'],
    logDriver: inputs['log-configuration-log-driver'],
    logOptions: inputs['log-configuration-options'],
    environmentFiles: inputs['env-files'],
    taskRoleArn: inputs['task-role-arn'],
    executionRoleArn: inputs['execution-role-arn'],
  };
}
