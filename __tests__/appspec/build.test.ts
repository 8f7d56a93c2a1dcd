import { describe, expect, test } from '@jest/globals';
import { buildAppSpec } from '../../src/appspec/build.ts';
import { problemsOf, valueOrFail } from '../support/parsed.ts';

const loadBalancers = [{ targetGroupArn: 'arn', containerName: 'api', containerPort: 8080 }];

describe('an AppSpec built from the PRIMARY task set', () => {
  test('takes its container, platform version, network and capacity providers', () => {
    const built = buildAppSpec({
      loadBalancers,
      platformVersion: '1.4.0',
      networkConfiguration: {
        awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'], assignPublicIp: 'ENABLED' },
      },
      capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1, base: 0 }],
    });
    expect(valueOrFail(built)).toEqual({
      containerName: 'api',
      containerPort: 8080,
      platformVersion: '1.4.0',
      network: { subnets: ['subnet-1'], securityGroups: ['sg-1'], assignPublicIp: 'ENABLED' },
      capacityProviders: [{ name: 'FARGATE_SPOT', weight: 1, base: 0 }],
      hooks: [],
    });
  });

  test('leaves out what a task set on instances has empty', () => {
    const built = buildAppSpec({ loadBalancers, platformVersion: '', capacityProviderStrategy: [] });
    expect(valueOrFail(built)).toEqual({ containerName: 'api', containerPort: 8080, hooks: [] });
  });

  test('takes one container that is behind two target groups', () => {
    expect(buildAppSpec({ loadBalancers: [...loadBalancers, ...loadBalancers] }).ok).toBe(true);
  });

  test('is refused without a load balancer', () => {
    expect(problemsOf(buildAppSpec({}))[0]?.message).toContain(
      'no container of the service is behind a load balancer',
    );
  });

  test('is refused for several containers, which it names', () => {
    const built = buildAppSpec({
      loadBalancers: [...loadBalancers, { containerName: 'web', containerPort: 80 }],
    });
    expect(problemsOf(built)[0]?.message).toContain('api:8080, web:80');
  });
});
