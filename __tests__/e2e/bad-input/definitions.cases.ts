import { type BadInput, definitionWith } from '../../support/bad-input.ts';

/** A row of a definition in which something is wrong from line 6 on: in that line unless another is given. */
interface Wrong {
  readonly lines: string;
  readonly line?: number;
  readonly what: string;
  readonly remedy: string;
}

const wrong = (name: string, { lines, line = 6, what, remedy }: Wrong): BadInput => ({
  name,
  files: { 'deploy.yml': definitionWith(lines) },
  where: `deploy.yml:${line}`,
  what,
  remedy,
});

const fargate = "requiresCompatibilities: [FARGATE]\nnetworkMode: awsvpc\ncpu: '256'\nmemory: '512'";
const unknown = (path: string): string => `${path} is no member of a task definition`;
const container = 'containerDefinitions[0]';
const bytesBeside = Buffer.byteLength(
  JSON.stringify({
    family: 'reservation-sidekiq',
    containerDefinitions: [
      {
        name: 'sidekiq',
        image: 'public.ecr.aws/docker/library/ruby:3',
        memory: 64,
        environment: [{ name: 'A', value: '' }],
      },
    ],
  }),
);

/** A definition of exactly so many bytes, as it is sent. */
export const definitionOfBytes = (bytes: number): string =>
  definitionWith(`    environment: [{ name: A, value: ${'x'.repeat(bytes - bytesBeside)} }]`);

/** So many tags, as lines at the top of the file. */
export const tagLines = (count: number): string =>
  `tags:\n${Array.from({ length: count }, (_, index) => `  - { key: tag${index}, value: '' }`).join('\n')}`;

/** Documents that are no task definition that AWS would take. */
export const definitions: readonly BadInput[] = [
  wrong('an unknown member at depth 1', {
    lines: 'executionRoleARN: arn',
    what: unknown('executionRoleARN'),
    remedy: 'Did you mean executionRoleArn?',
  }),
  wrong('an unknown member at depth 2', {
    lines: '    enviroment: []',
    what: unknown(`${container}.enviroment`),
    remedy: 'Did you mean environment?',
  }),
  wrong('an unknown member at depth 3', {
    lines: '    portMappings:\n      - containerport: 80',
    line: 7,
    what: unknown(`${container}.portMappings[0].containerport`),
    remedy: 'Did you mean containerPort?',
  }),
  wrong('an unknown member at depth 4', {
    lines: '    linuxParameters:\n      capabilities:\n        added: [SYS_PTRACE]',
    line: 8,
    what: unknown(`${container}.linuxParameters.capabilities.added`),
    remedy: 'Did you mean add?',
  }),
  wrong('a member that is called as what every object inherits', {
    lines: '    constructor: x',
    what: unknown(`${container}.constructor`),
    remedy: 'Remove it; known here:',
  }),
  wrong('a member __proto__', {
    lines: '__proto__: { family: x }',
    what: unknown('__proto__'),
    remedy: 'Remove it; known here:',
  }),
  wrong('a list where a text is wanted', {
    lines: '    workingDirectory: [/app]',
    what: `${container}.workingDirectory must be a text, not a list.`,
    remedy: 'Write a text here.',
  }),
  wrong('a number as text', {
    lines: "    cpu: '128'",
    what: `${container}.cpu must be a whole number, not a text.`,
    remedy: 'Write it without quotes.',
  }),
  wrong('a text as number', {
    lines: 'cpu: 256',
    what: 'cpu must be a text, not a number.',
    remedy: 'Put it in quotes.',
  }),
  wrong('a fraction where a whole number is wanted', {
    lines: '    cpu: 0.5',
    what: `${container}.cpu must be a whole number of at most`,
    remedy: 'Write a whole number that is not so large.',
  }),
  wrong('a number of more than 32 bits', {
    lines: '    cpu: 1e12',
    what: `${container}.cpu must be a whole number of at most 2147483647.`,
    remedy: 'Write a whole number that is not so large.',
  }),
  wrong('a boolean of another language', {
    lines: '    essential: yes',
    what: `${container}.essential must be true or false, not a text.`,
    remedy: 'Write true or false here.',
  }),
  wrong('a boolean where a text is wanted', {
    lines: '    user: false',
    what: `${container}.user must be a text, not a boolean.`,
    remedy: 'Put it in quotes.',
  }),
  wrong('a text where a list is wanted', {
    lines: '    command: bundle exec sidekiq',
    what: `${container}.command must be a list, not a text.`,
    remedy: 'Write a list here.',
  }),
  wrong('a list where an object is wanted', {
    lines: '    healthCheck: [CMD, "true"]',
    what: `${container}.healthCheck must be an object, not a list.`,
    remedy: 'Write it without the list.',
  }),
  wrong('a list where a mapping is wanted', {
    lines: '    dockerLabels: [a]',
    what: `${container}.dockerLabels must be an object of names and texts, not a list.`,
    remedy: 'Write it without the list.',
  }),
  wrong('a number as a value of a mapping', {
    lines: '    dockerLabels: { port: 80 }',
    what: `${container}.dockerLabels.port must be a text, not a number.`,
    remedy: 'Put it in quotes.',
  }),
  wrong('a date where a text is wanted', {
    lines: '    hostname: .inf',
    what: 'The value is neither a text nor a number that JSON knows.',
    remedy: 'Put it in quotes where a text is meant.',
  }),
  wrong('null in a list', {
    lines: '    command: [~]',
    what: `${container}.command[0] is null.`,
    remedy: 'Give it a value',
  }),
  wrong('a variable that is null', {
    lines: '    environment:\n      - { name: A, value: null }',
    line: 7,
    what: `${container}.environment[0].value is null.`,
    remedy: 'Give it a value ("" for an empty text), or remove it.',
  }),
  wrong('a value that is none of the possible ones', {
    lines: 'networkMode: awsvcp',
    what: 'networkMode cannot be "awsvcp".',
    remedy: 'Did you mean awsvpc?',
  }),
  {
    name: 'a container without a name and a file without a family',
    files: { 'deploy.json': '{\n"containerDefinitions": [\n{ "image": "a", "memory": 64 }]}' },
    where: 'deploy.json:3',
    what: `${container}.name is missing.`,
    remedy: 'Add name: it is required here.',
  },
  wrong('an image with a scheme', {
    lines: '  - name: other\n    memory: 64\n    image: https://example.com/app:1',
    line: 8,
    what: 'The image of container other is no reference to an image.',
    remedy: 'Write registry/repository:tag',
  }),
  wrong('two containers of one name', {
    lines: '  - name: sidekiq\n    memory: 64\n    image: a:1',
    what: 'Two containers are named sidekiq',
    remedy: 'Rename one of them.',
  }),
  wrong('a dependency on a container that is not there', {
    lines: '    dependsOn:\n      - { containerName: sidekik, condition: START }',
    line: 7,
    what: 'sidekik',
    remedy: 'sidekiq',
  }),
  wrong('a volume that is mounted and not declared', {
    lines: '    mountPoints:\n      - { sourceVolume: data, containerPath: /data }',
    line: 7,
    what: 'data',
    remedy: 'volumes',
  }),
  wrong('a size that Fargate does not have', {
    lines: "requiresCompatibilities: [FARGATE]\nnetworkMode: awsvpc\ncpu: '256'\nmemory: '4096'",
    line: 9,
    what: 'Fargate has no tasks with cpu 256 and memory 4096.',
    remedy: 'With cpu 256, memory can be 512, or 1024 to 2048 in steps of 1024 MiB.',
  }),
  wrong('a stop timeout that is longer than Fargate waits', {
    lines: `    stopTimeout: 121\n${fargate}`,
    what: 'Fargate waits at most 120 seconds for a container to stop; the stopTimeout of sidekiq is 121.',
    remedy: 'Write 120 or less.',
  }),
  wrong('a network mode that Fargate does not have', {
    lines: fargate.replace('awsvpc', 'bridge'),
    line: 7,
    what: 'Fargate takes network mode awsvpc only.',
    remedy: 'Write "networkMode": "awsvpc".',
  }),
  wrong('a log driver that Fargate does not have', {
    lines: `    logConfiguration: { logDriver: journald }\n${fargate}`,
    what: 'Container sidekiq uses the log driver journald, which Fargate does not have.',
    remedy: 'Use one of awslogs',
  }),
  wrong('a secret without a role that may read it', {
    lines: '    secrets: [{ name: TOKEN, valueFrom: token }]',
    what: 'containerDefinitions[0].secrets needs an execution role, for reading secrets',
    remedy: 'Add executionRoleArn: the role with which ECS prepares the task.',
  }),
  {
    name: '65,537 bytes',
    files: { 'deploy.yml': definitionOfBytes(65_537) },
    where: 'deploy.yml:1',
    what: 'The task definition has 65537 bytes; AWS takes at most 65536.',
    remedy: 'Move large values to environmentFiles, SSM parameters or the image.',
  },
  wrong('51 tags', {
    lines: tagLines(51),
    line: 7,
    what: '51 tags are given; AWS takes at most 50.',
    remedy: 'Remove some.',
  }),
  wrong('a list of tags that is empty', {
    lines: 'tags: []',
    what: 'tags is an empty list, which AWS refuses.',
    remedy: 'Remove tags, or add one.',
  }),
  wrong('a tag that AWS keeps for itself', {
    lines: 'tags:\n  - { key: "aws:team", value: booking }',
    line: 7,
    what: 'The tag aws:team begins with aws:, which AWS keeps for itself.',
    remedy: 'Rename it.',
  }),
  {
    name: 'an image for a container that is not there',
    files: { 'deploy.yml': definitionWith() },
    inputs: { images: 'sidekik: a:1' },
    where: 'images',
    what: 'The task definition has no container sidekik.',
    remedy: 'Did you mean sidekiq?',
  },
  {
    name: 'an image for a container by a name that every object inherits',
    files: { 'deploy.yml': definitionWith() },
    inputs: { images: '__proto__: a:1' },
    where: 'images',
    what: 'The task definition has no container __proto__.',
    remedy: 'Its containers: sidekiq.',
  },
  {
    name: 'a container-name that is not there',
    files: { 'deploy.yml': definitionWith() },
    inputs: { 'container-name': 'constructor', image: 'a:1' },
    where: 'container-name',
    what: 'The task definition has no container constructor.',
    remedy: 'Its containers: sidekiq.',
  },
  {
    name: 'an image that could be for two containers',
    files: { 'deploy.yml': definitionWith('  - { name: other, image: b, memory: 64 }') },
    inputs: { image: 'a:1' },
    where: 'image',
    what: 'does not say for which of the containers it is: sidekiq, other.',
    remedy: 'Give container-name, or use images.',
  },
];
