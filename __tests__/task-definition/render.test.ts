import { describe, expect, test } from '@jest/globals';
import { parseDocument } from '../../src/inputs/document.ts';
import { parseTaskDefinition, type TaskDefinitionFile } from '../../src/task-definition/parse.ts';
import { type RenderInputs, renderTaskDefinition } from '../../src/task-definition/render.ts';
import { problemsOf, valueOrFail } from '../support/parsed.ts';
import { container, taskDefinition } from '../support/task-definition.ts';

function file(definition = taskDefinition()): TaskDefinitionFile {
  return valueOrFail(parseTaskDefinition(valueOrFail(parseDocument(JSON.stringify(definition), 'a.json'))));
}

const one = file();
const two = file(taskDefinition({ containerDefinitions: [container(), container({ name: 'proxy' })] }));

function images(source: TaskDefinitionFile, inputs: RenderInputs): readonly unknown[] | undefined {
  const { definition } = valueOrFail(renderTaskDefinition(source, inputs));
  return definition.containerDefinitions?.map(({ image }) => image);
}

function problems(source: TaskDefinitionFile, inputs: RenderInputs): readonly string[] {
  return problemsOf(renderTaskDefinition(source, inputs)).map(
    ({ message, remedy, input }) => `${input ?? ''}: ${message} | ${remedy}`,
  );
}

const nginx = container().image;

describe('images', () => {
  test('without inputs the file stays as it is', () => {
    expect(valueOrFail(renderTaskDefinition(two, {})).definition).toEqual(two.definition);
  });

  test('one image goes to the only container', () => {
    expect(images(one, { image: 'a:2' })).toEqual(['a:2']);
  });

  test('one image goes to the container that is named', () => {
    expect(images(two, { image: 'a:2', containerName: 'proxy' })).toEqual([nginx, 'a:2']);
  });

  test('images that are empty change nothing beside an image', () => {
    expect(images(one, { image: 'a:2', images: new Map() })).toEqual(['a:2']);
  });

  test('several images go to their containers', () => {
    expect(
      images(two, {
        images: new Map([
          ['proxy', 'b:1'],
          ['app', 'a:1'],
        ]),
      }),
    ).toEqual(['a:1', 'b:1']);
  });

  test('one image goes to several containers, separated by commas', () => {
    expect(images(two, { image: 'a:2', containerName: 'proxy, app' })).toEqual(['a:2', 'a:2']);
  });

  test('an image that a placeholder took goes nowhere else', () => {
    expect(images(two, { image: 'a:2', placeholders: new Set(['image']) })).toEqual([nginx, nginx]);
    expect(images(two, { images: new Map([['base', 'b']]), placeholders: new Set(['images.base']) })).toEqual(
      [nginx, nginx],
    );
  });

  test.each<readonly [string, TaskDefinitionFile, RenderInputs, string]>([
    [
      'one image for several containers',
      two,
      { image: 'a:2' },
      'image: The input image does not say for which of the containers it is: app, proxy.',
    ],
    [
      'a container that is not there',
      two,
      { image: 'a:2', containerName: 'prxy' },
      'container-name: The task definition has no container prxy. | Did you mean proxy?',
    ],
    [
      'images without any, as a build with dry-run gives them',
      two,
      { images: new Map() },
      'images: It names no image. | A build with dry-run makes none. Leave images out to deploy the image of the file.',
    ],
    [
      'images for containers that are not there',
      two,
      { images: new Map([['database', 'b']]) },
      'images: The task definition has no container database. | Its containers: app, proxy.',
    ],
    [
      'an image that is given twice',
      one,
      { image: 'a:2', images: new Map([['app', 'a:3']]) },
      'images: The image of container app is given by image and by images.',
    ],
    [
      'an image that a placeholder took and images overrides',
      one,
      { image: nginx, images: new Map([['app', 'a:3']]), placeholders: new Set(['image']) },
      'images: The image of container app is given by image and by images.',
    ],
    [
      'one of several names that is not there',
      two,
      { image: 'a:2', containerName: 'app,prxy' },
      'container-name: The task definition has no container prxy. | Did you mean proxy?',
    ],
    [
      'options of a log driver that nobody names',
      one,
      { logOptions: new Map([['tag', 'a']]) },
      'log-configuration-options: Container app has no log driver',
    ],
    [
      'variables for several containers',
      two,
      { environment: new Map([['A', '1']]) },
      'environment-variables: The input environment-variables does not say',
    ],
  ])('%s is a problem', (_, source, inputs, expected) => {
    expect(problems(source, inputs).join('\n')).toContain(expected);
  });

  test('an image that stands in the file by chance was not placed there', () => {
    const containerDefinitions = [container({ image: nginx }), container({ name: 'proxy' })];
    const source = file(taskDefinition({ containerDefinitions }));
    const inputs = { image: nginx, containerName: 'proxy', images: new Map([['app', 'a:3']]) };
    expect(problems(source, inputs)).toEqual([]);
    expect(images(source, inputs)).toEqual(['a:3', nginx]);
  });

  test('a container that has no image in the end is a problem', () => {
    const empty = file(taskDefinition({ containerDefinitions: [container({ image: '' })] }));
    expect(problems(empty, {}).join()).toContain('Container app has no image.');
    expect(images(empty, { image: 'a:1' })).toEqual(['a:1']);
  });

  test('the rules of AWS are asked again, over the image that came in', () => {
    const definition = taskDefinition();
    delete definition.executionRoleArn;
    const image = '123456789012.dkr.ecr.eu-central-1.amazonaws.com/web:2';
    expect(problems(file(definition), { image }).join()).toContain('needs an execution role');
  });
});

describe('variables', () => {
  test('change those that are there and follow them otherwise', () => {
    const environment = [
      { name: 'A', value: '1' },
      { name: 'B', value: '2' },
    ];
    const source = file(taskDefinition({ containerDefinitions: [container({ environment })] }));
    const rendered = valueOrFail(
      renderTaskDefinition(source, {
        environment: new Map([
          ['C', '3'],
          ['A', '4'],
        ]),
      }),
    );
    expect(rendered.definition.containerDefinitions?.[0]?.environment).toEqual([
      { name: 'A', value: '4' },
      { name: 'B', value: '2' },
      { name: 'C', value: '3' },
    ]);
  });

  test('one that is a secret already is a problem', () => {
    const secrets = [{ name: 'TOKEN', valueFrom: 'token' }];
    const source = file(taskDefinition({ containerDefinitions: [container({ secrets })] }));
    expect(problems(source, { environment: new Map([['TOKEN', 'x']]) }).join()).toContain(
      'has the variable TOKEN twice',
    );
  });
});

describe('changes', () => {
  const everything: RenderInputs = {
    environment: new Map([['A', '1']]),
    secrets: new Map([['B', '/b']]),
    dockerLabels: new Map([['c', '1']]),
    command: ['run'],
    logDriver: 'awslogs',
    logOptions: new Map([['tag', 'a']]),
    environmentFiles: ['arn:aws:s3:::settings/web.env'],
  };

  test.each([
    ['environment', 'environment-variables'],
    ['secrets', 'secrets'],
    ['dockerLabels', 'docker-labels'],
    ['command', 'command'],
    ['logDriver', 'log-configuration-log-driver'],
    ['logOptions', 'log-configuration-options'],
    ['environmentFiles', 'env-files'],
  ] as const)('of %s could be for several containers', (member, input) => {
    expect(problems(two, { [member]: everything[member] })).toEqual([
      `${input}: The input ${input} does not say for which of the containers it is: app, proxy. | Give container-name.`,
    ]);
  });

  test('go to the container that is named, and to no other', () => {
    const { definition } = valueOrFail(renderTaskDefinition(two, { ...everything, containerName: 'proxy' }));
    const [app, proxy] = definition.containerDefinitions ?? [];
    expect(app).toEqual(two.definition.containerDefinitions?.[0]);
    expect(proxy).toMatchObject({ name: 'proxy', command: ['run'], dockerLabels: { c: '1' } });
  });

  test('of the roles are those of the task definition', () => {
    const roles = { taskRoleArn: 'arn:task', executionRoleArn: 'arn:execution' };
    expect(valueOrFail(renderTaskDefinition(two, roles)).definition).toEqual({ ...two.definition, ...roles });
  });

  test('are asked about by the rules of AWS: a secret needs an execution role', () => {
    const definition = taskDefinition();
    delete definition.executionRoleArn;
    const source = file(definition);
    const secrets = new Map([['TOKEN', '/token']]);
    expect(problems(source, { secrets }).join()).toContain('needs an execution role');
    expect(problems(source, { secrets, executionRoleArn: 'arn:execution' })).toEqual([]);
  });

  test('are asked about by the rules of AWS: a log driver that Fargate lacks', () => {
    expect(problems(one, { logDriver: 'syslog' }).join()).toContain('syslog');
  });

  test('are asked about by the rules of AWS: a secret with the name of a variable', () => {
    const environment = [{ name: 'TOKEN', value: 'x' }];
    const source = file(taskDefinition({ containerDefinitions: [container({ environment })] }));
    expect(problems(source, { secrets: new Map([['TOKEN', '/token']]) }).join()).toContain(
      'has the variable TOKEN twice',
    );
  });
});
