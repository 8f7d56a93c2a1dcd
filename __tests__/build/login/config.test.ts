import { describe, expect, test } from '@jest/globals';
import { configWith } from '../../../src/build/login/config.ts';

const HOST = '123456789012.dkr.ecr.us-east-1.amazonaws.com';
const logins = new Map([[HOST, 'token']]);
const auths = { [HOST]: { auth: 'token' } };

const merged = (users: string | undefined): unknown => JSON.parse(configWith(users, logins) ?? 'null');

describe('the configuration of a step', () => {
  test.each([
    ['no file', undefined],
    ['an empty file', ''],
    ['a file of blanks', ' \n'],
    ['an empty object', '{}'],
  ])('over %s has the logins alone', (_, users) => {
    expect(merged(users)).toEqual({ auths });
  });

  test('takes members that are none for empty ones', () => {
    expect(merged('{"auths": [], "credHelpers": null}')).toEqual({ auths, credHelpers: null });
  });

  test('keeps what is the user’s: other logins, proxies, plugins, the current context', () => {
    const users = {
      auths: { 'ghcr.io': { auth: 'mine' }, [HOST]: { auth: 'old' } },
      proxies: { default: { httpProxy: 'http://proxy:3128' } },
      cliPluginsExtraDirs: ['/opt/plugins'],
      currentContext: 'remote',
    };
    expect(merged(JSON.stringify(users))).toEqual({ ...users, auths: { 'ghcr.io': { auth: 'mine' }, ...auths } });
  });

  test('takes its own registries out of the user’s credential store, and no others', () => {
    const users = { credsStore: 'desktop' };
    expect(merged(JSON.stringify(users))).toEqual({ credsStore: 'desktop', auths, credHelpers: { [HOST]: '' } });
  });

  test('takes its own registries from the user’s helpers, and no others', () => {
    const users = { credHelpers: { [HOST]: 'ecr-login', 'gcr.io': 'gcloud' } };
    expect(merged(JSON.stringify(users))).toEqual({ auths, credHelpers: { [HOST]: '', 'gcr.io': 'gcloud' } });
  });

  test('has no helpers where the user’s store is none', () => {
    expect(merged('{"credsStore":""}')).toEqual({ credsStore: '', auths });
  });

  test.each(['not JSON', '[]', '"text"', 'null', '1', '{'])('cannot be made over %j', (users) => {
    expect(configWith(users, logins)).toBeUndefined();
  });
});
