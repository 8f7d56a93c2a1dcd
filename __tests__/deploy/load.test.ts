import { describe, expect, test } from '@jest/globals';
import type { RENDER_INPUTS } from '../../src/deploy/render-inputs.ts';
import { file, stage } from '../support/deployment.ts';
import { loaded, loadProblems } from '../support/loaded.ts';

const secretArn = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:token-AbCdEf:key::';

/** Each input that changes a file, with a value it takes. */
const rendering: Readonly<Record<keyof typeof RENDER_INPUTS, string>> = {
  image: '123456789012.dkr.ecr.us-east-1.amazonaws.com/worker:v3',
  'container-name': 'worker',
  images: '{}',
  'environment-variables': 'MODE=hunter2',
  secrets: `TOKEN=${secretArn}`,
  command: 'bundle exec sidekiq',
  'docker-labels': 'team=a=b',
  'log-configuration-log-driver': 'awslogs',
  'log-configuration-options': 'awslogs-group=/ecs/worker\nawslogs-datetime-format=%Y=%m',
  'env-files': 'arn:aws:s3:::settings/a.env\narn:aws:s3:::settings/b.env',
  'task-role-arn': 'arn:aws:iam::123456789012:role/task',
  'execution-role-arn': 'arn:aws:iam::123456789012:role/execution',
};

const { definition } = file('v2');

describe('the inputs that change a file', () => {
  test('reach AWS in the revision that is registered, and no value of a variable is printed', async () => {
    const shop = stage();
    const request = await loaded(rendering, definition);
    const outcome = await shop.deploy(request);
    expect(outcome.verdict.status).toBe('deployed');
    expect(shop.sent('RegisterTaskDefinition')).toMatchObject({
      taskRoleArn: 'arn:aws:iam::123456789012:role/task',
      executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
      containerDefinitions: [
        {
          name: 'worker',
          image: rendering.image,
          environment: [{ name: 'MODE', value: 'hunter2' }],
          secrets: [{ name: 'TOKEN', valueFrom: secretArn }],
          command: ['bundle', 'exec', 'sidekiq'],
          dockerLabels: { team: 'a=b' },
          logConfiguration: {
            logDriver: 'awslogs',
            options: { 'awslogs-group': '/ecs/worker', 'awslogs-datetime-format': '%Y=%m' },
          },
          environmentFiles: [
            { type: 's3', value: 'arn:aws:s3:::settings/a.env' },
            { type: 's3', value: 'arn:aws:s3:::settings/b.env' },
          ],
        },
      ],
    });
    const log = shop.told.lines.join('\n');
    for (const value of ['hunter2', secretArn, 'a=b', 'bundle']) expect(log).not.toContain(value);
  });

  test('change nothing that runs already: the second deployment is unchanged', async () => {
    const shop = stage();
    await shop.deploy(await loaded(rendering, definition));
    shop.pass(120);
    const again = await shop.deploy(await loaded(rendering, definition));
    expect(again.verdict.status).toBe('unchanged');
  });

  test('may give the execution role that the file lacks', async () => {
    const { 'execution-role-arn': role, ...others } = rendering;
    const problems = await loadProblems(others, definition);
    expect(problems.map(({ message }) => message).join()).toContain('needs an execution role');
    const [container] = definition.containerDefinitions ?? [];
    const withSecret = {
      ...definition,
      containerDefinitions: [{ ...container, secrets: [{ name: 'TOKEN', valueFrom: '/token' }] }],
    };
    expect(await loadProblems({}, withSecret)).toHaveLength(1);
    expect(await loadProblems({ 'execution-role-arn': role }, withSecret)).toEqual([]);
  });

  test.each(Object.entries(rendering).filter(([input]) => input !== 'container-name'))(
    '%s is refused with a registered revision',
    async (input, value) => {
      const problems = await loadProblems({ 'task-definition': 'worker:1', [input]: value }, definition);
      expect(problems.map((problem) => problem.input)).toEqual([input]);
      expect(problems[0]?.message).toContain('nothing is registered');
    },
  );

  test.each([
    ['task-role-arn', 'web', 'is not the ARN of an IAM role'],
    ['execution-role-arn', 'arn:aws:iam::123456789012:user/web', 'is not the ARN of an IAM role'],
    ['env-files', 's3://settings/web.env', 'Line 1 is not the ARN of an object in Amazon S3.'],
    ['log-configuration-log-driver', 'logentries', 'is not one of the possible values'],
    ['secrets', 'TOKEN', 'Line 1 is not NAME=VALUE.'],
  ])('%s cannot be %s', async (input, value, message) => {
    await expect(loaded({ [input]: value }, definition)).rejects.toThrow(message);
  });
});
