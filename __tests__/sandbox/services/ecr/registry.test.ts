import {
  BatchGetImageCommand,
  DescribeImagesCommand,
  DescribeRepositoriesCommand,
} from '@aws-sdk/client-ecr';
import { describe, expect, test } from '@jest/globals';
import {
  digestOf,
  manifestOf,
  openRegistry,
  putManifest,
  refusalOf,
  types,
} from '../../../support/registry.ts';

const basic = (user: string, password: string) => ({
  authorization: `Basic ${btoa(`${user}:${password}`)}`,
});

describe('the login', () => {
  test('without one, ECR says what it takes and no more', async () => {
    await using stage = await openRegistry();
    const answer = await fetch(`${stage.endpoint}/v2/`);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe(
      `Basic realm="${stage.endpoint}/",service="ecr.amazonaws.com"`,
    );
    expect(await answer.text()).toBe('Not Authorized\n');
  });

  test.each(['v2/web/manifests/v1', 'v2/_catalog', 'v2/nothing'])(
    'without one, %s is closed',
    async (path) => {
      await using stage = await openRegistry();
      expect((await fetch(`${stage.endpoint}/${path}`)).status).toBe(path === 'v2/nothing' ? 404 : 401);
    },
  );

  test('a token of GetAuthorizationToken opens the registry', async () => {
    await using stage = await openRegistry();
    expect((await stage.ask('')).status).toBe(200);
  });

  test('another user with the same password is refused', async () => {
    await using stage = await openRegistry();
    const password = atob(await stage.token()).slice('AWS:'.length);
    expect((await stage.ask('', { headers: basic('root', password) })).status).toBe(401);
  });

  test('a password that no ECR gave out is a bad request', async () => {
    await using stage = await openRegistry();
    expect((await stage.ask('', { headers: basic('AWS', 'secret') })).status).toBe(400);
  });

  test('a token of another account is refused', async () => {
    await using stage = await openRegistry();
    await using other = await openRegistry("account: '210987654321'");
    const headers = { authorization: `Basic ${await other.token()}` };
    expect((await stage.ask('', { headers })).status).toBe(401);
  });

  test('a token whose expiration somebody moved is refused', async () => {
    await using stage = await openRegistry();
    const token = atob(atob(await stage.token()).slice('AWS:'.length));
    const moved = token.replace(/"expiration":\d/, '"expiration":9');
    expect((await stage.ask('', { headers: basic('AWS', btoa(moved)) })).status).toBe(401);
  });

  test('a token lives for twelve hours, and ECR says that it has expired', async () => {
    await using stage = await openRegistry();
    await stage.ask('');
    stage.pass(11.99);
    expect((await stage.ask('')).status).toBe(200);
    stage.pass(0.01);
    expect(await refusalOf(await stage.ask('web/manifests/v1'))).toBe(
      '403 DENIED: Your authorization token has expired. Reauthenticate and try again.',
    );
  });

  test('IAM denies a push in its own words', async () => {
    await using stage = await openRegistry(
      '{ repositories: [{ name: web }], deny: [ecr:InitiateLayerUpload] }',
    );
    expect(await refusalOf(await stage.upload('web', 'layer'))).toBe(
      '403 DENIED: User: arn:aws:sts::123456789012:assumed-role/deployer/sandbox is not authorized to perform: ' +
        'ecr:InitiateLayerUpload on resource: arn:aws:ecr:us-east-1:123456789012:repository/web ' +
        'because no identity-based policy allows the ecr:InitiateLayerUpload action',
    );
  });
});

describe('a push', () => {
  test('is pulled by tag and by digest, byte by byte', async () => {
    await using stage = await openRegistry();
    const manifest = manifestOf('layer');
    expect((await stage.push('web', 'v1', 'layer')).status).toBe(201);
    for (const reference of ['v1', digestOf(manifest)]) {
      const answer = await stage.ask(`web/manifests/${reference}`);
      expect(answer.headers.get('docker-content-digest')).toBe(digestOf(manifest));
      expect(answer.headers.get('content-type')).toBe(types.manifest);
      expect(await answer.text()).toBe(manifest);
    }
    expect(await (await stage.ask(`web/blobs/${digestOf('layer')}`)).text()).toBe('layer');
  });

  test('is what the API shows: tag, size, media types and the manifest as it came', async () => {
    await using stage = await openRegistry();
    await stage.push('web', 'v1', 'layer');
    const { imageDetails } = await stage.ecr.send(new DescribeImagesCommand({ repositoryName: 'web' }));
    expect(imageDetails).toMatchObject([
      {
        imageDigest: digestOf(manifestOf('layer')),
        imageTags: ['v1'],
        imageSizeInBytes: 'layer'.length + '{}'.length,
        imageManifestMediaType: types.manifest,
        artifactMediaType: types.config,
      },
    ]);
    const { images } = await stage.ecr.send(
      new BatchGetImageCommand({ repositoryName: 'web', imageIds: [{ imageTag: 'v1' }] }),
    );
    expect(images?.[0]?.imageManifest).toBe(manifestOf('layer'));
  });

  test('HEAD tells the size of a layer without its bytes', async () => {
    await using stage = await openRegistry();
    await stage.upload('web', 'layer');
    const answer = await stage.ask(`web/blobs/${digestOf('layer')}`, { method: 'HEAD' });
    expect([answer.status, answer.headers.get('content-length')]).toEqual([200, '5']);
    expect((await stage.ask(`web/blobs/${digestOf('other')}`, { method: 'HEAD' })).status).toBe(404);
  });

  test('a layer comes in pieces; the range that ECR tells stays that of the first', async () => {
    await using stage = await openRegistry();
    const begun = await stage.ask('web/blobs/uploads/', { method: 'POST' });
    const location = begun.headers.get('location') ?? '';
    const first = await stage.ask(location, { method: 'PATCH', body: 'one' });
    const second = await stage.ask(location, { method: 'PATCH', body: 'two' });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect([first, second].map(({ headers }) => headers.get('range'))).toEqual(['0-2', '0-2']);
    const ended = await stage.ask(`${location}?digest=${digestOf('onetwo3')}`, { method: 'PUT', body: '3' });
    expect(ended.status).toBe(201);
    expect(await (await stage.ask(`web/blobs/${digestOf('onetwo3')}`)).text()).toBe('onetwo3');
  });

  test('a piece that does not follow the last one is refused', async () => {
    await using stage = await openRegistry();
    const begun = await stage.ask('web/blobs/uploads/', { method: 'POST' });
    const location = begun.headers.get('location') ?? '';
    const headers = { 'content-range': '3-5' };
    expect((await stage.ask(location, { method: 'PATCH', body: 'two', headers })).status).toBe(416);
  });

  test('a layer of another digest is refused, and is not there', async () => {
    await using stage = await openRegistry();
    const digest = digestOf('other');
    expect(await refusalOf(await stage.upload('web', 'layer', digest))).toMatch(/^400 DIGEST_INVALID: /);
    expect((await stage.ask(`web/blobs/${digest}`, { method: 'HEAD' })).status).toBe(404);
  });

  test('a repository that is missing is named', async () => {
    await using stage = await openRegistry();
    expect(await refusalOf(await stage.upload('nope', 'layer'))).toBe(
      "404 NAME_UNKNOWN: The repository with name 'nope' does not exist in the registry with id '123456789012'",
    );
  });

  test('a repository that is missing is made from a creation template, with its rules for tags', async () => {
    await using stage = await openRegistry(
      'creationTemplates: [{ prefix: team, immutable: true, exclusions: [latest] }]',
    );
    expect((await stage.push('team/web', 'v1', 'layer')).status).toBe(201);
    const { repositories } = await stage.ecr.send(new DescribeRepositoriesCommand({}));
    expect(repositories).toMatchObject([
      {
        repositoryName: 'team/web',
        repositoryUri: `${stage.host}/team/web`,
        imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
        imageTagMutabilityExclusionFilters: [{ filterType: 'WILDCARD', filter: 'latest' }],
      },
    ]);
    expect((await stage.upload('teams/web', 'layer')).status).toBe(404);
  });

  test('a manifest whose layers are missing is refused with their digests', async () => {
    await using stage = await openRegistry();
    await stage.upload('web', '{}');
    const answer = await putManifest(stage.ask, 'web/manifests/v1', manifestOf('layer'));
    expect(await refusalOf(answer)).toBe(
      `404 BLOB_UPLOAD_UNKNOWN: Layers with digests '[${digestOf('layer')}]' required for pushing image into ` +
        "repository with name 'web' in the registry with id '123456789012' do not exist",
    );
  });

  test('layers of one repository are not those of another', async () => {
    await using stage = await openRegistry('repositories: [{ name: web }, { name: api }]');
    await stage.push('web', 'v1', 'layer');
    expect((await putManifest(stage.ask, 'api/manifests/v1', manifestOf('layer'))).status).toBe(404);
  });

  test('an index needs its images', async () => {
    await using stage = await openRegistry();
    const child = { mediaType: types.manifest, digest: digestOf(manifestOf('layer')), size: 1 };
    const index = JSON.stringify({ schemaVersion: 2, mediaType: types.index, manifests: [child] });
    const put = () => putManifest(stage.ask, 'web/manifests/v1', index, types.index);
    expect(await refusalOf(await put())).toBe(
      `400 MANIFEST_BLOB_UNKNOWN: Images with digests '[${child.digest}]' required for pushing image into ` +
        "repository with name 'web' in the registry with id '123456789012' do not exist",
    );
    await stage.push('web', 'child', 'layer');
    expect((await put()).status).toBe(201);
  });

  test('a manifest that is no JSON is refused as ECR does', async () => {
    await using stage = await openRegistry();
    expect(await refusalOf(await putManifest(stage.ask, 'web/manifests/v1', '{'))).toBe(
      "400 MANIFEST_INVALID: Invalid parameter at 'ImageManifest' failed to satisfy constraint: 'Invalid JSON syntax'",
    );
  });

  test('the same again is no error, also where tags do not move', async () => {
    await using stage = await openRegistry('repositories: [{ name: web, immutable: true }]');
    await stage.push('web', 'v1', 'layer');
    expect((await stage.push('web', 'v1', 'layer')).status).toBe(201);
  });

  test('another image under an immutable tag is refused in the recorded words', async () => {
    await using stage = await openRegistry('repositories: [{ name: web, immutable: true }]');
    await stage.push('web', 'v1', 'layer');
    expect(await refusalOf(await stage.push('web', 'v1', 'other'))).toBe(
      "400 TAG_INVALID: The image tag 'v1' already exists in the 'web' repository and cannot be overwritten " +
        'because the repository is immutable.',
    );
  });

  test('an artifact is found by the image it is about', async () => {
    await using stage = await openRegistry();
    await stage.push('web', 'v1', 'layer');
    const subject = { mediaType: types.manifest, digest: digestOf(manifestOf('layer')), size: 1 };
    const artifact = manifestOf('layer', '{}', { subject, artifactType: 'application/vnd.example' });
    await putManifest(stage.ask, `web/manifests/${digestOf(artifact)}`, artifact);
    const answer = await stage.ask(`web/referrers/${subject.digest}`);
    expect(await answer.json()).toMatchObject({
      mediaType: types.index,
      manifests: [{ digest: digestOf(artifact), artifactType: 'application/vnd.example' }],
    });
  });

  test('tags and repositories are listed', async () => {
    await using stage = await openRegistry('repositories: [{ name: web }, { name: api }]');
    await stage.push('web', 'v2', 'layer');
    await stage.push('web', 'v1', 'layer');
    expect(await (await stage.ask('web/tags/list')).json()).toEqual({ name: 'web', tags: ['v1', 'v2'] });
    expect(await (await stage.ask('_catalog')).json()).toEqual({ repositories: ['api', 'web'] });
  });

  test('the record has each request under the name that IAM has for it', async () => {
    await using stage = await openRegistry();
    await stage.push('web', 'v1', 'layer');
    await stage.ask(`web/blobs/${digestOf('layer')}`);
    expect(
      stage.sandbox.requests.map(({ operation, mutating }) => `${operation} ${String(mutating)}`),
    ).toEqual([
      'GetAuthorizationToken false',
      ...['InitiateLayerUpload true', 'CompleteLayerUpload true'],
      ...['InitiateLayerUpload true', 'CompleteLayerUpload true'],
      'PutImage true',
      'GetDownloadUrlForLayer false',
    ]);
  });
});

describe('a fault', () => {
  const withFault = (fault: string) => `{ repositories: [{ name: web }], faults: [{ ${fault} }] }`;

  test.each([
    ['throttle', '429 TOOMANYREQUESTS: Rate exceeded'],
    ['limit-exceeded', '403 DENIED: The operation would exceed a limit of the service.'],
    ['expired-token', '403 DENIED: Your authorization token has expired. Reauthenticate and try again.'],
    ['server-error', '500 UNKNOWN: Service Unavailable. Please try again later.'],
  ])('%s strikes at the last layer, and only there', async (kind, refusal) => {
    await using stage = await openRegistry(
      withFault(`operation: CompleteLayerUpload, kind: ${kind}, after: 1`),
    );
    expect(await refusalOf(await stage.push('web', 'v1', 'layer'))).toBe(refusal);
    expect((await stage.push('web', 'v1', 'layer')).status).toBe(201);
  });

  test.each(['eof', 'reset-before'])('%s: no answer, and nothing has happened', async (kind) => {
    await using stage = await openRegistry(withFault(`operation: ecr:PutImage, kind: ${kind}`));
    await expect(stage.push('web', 'v1', 'layer')).rejects.toThrow('fetch failed');
    expect((await stage.ask('web/manifests/v1')).status).toBe(404);
  });

  test('reset-after: no answer, but the image is there', async () => {
    await using stage = await openRegistry(withFault('operation: ecr:PutImage, kind: reset-after'));
    await expect(stage.push('web', 'v1', 'layer')).rejects.toThrow('fetch failed');
    expect((await stage.ask('web/manifests/v1')).status).toBe(200);
  });

  test('corrupt: what is uploaded has another digest', async () => {
    await using stage = await openRegistry(withFault('operation: CompleteLayerUpload, kind: corrupt'));
    expect(await refusalOf(await stage.upload('web', 'layer'))).toMatch(/^400 DIGEST_INVALID: /);
  });

  test.each([
    ['BatchGetImage', 'web/manifests/v1', manifestOf('layer')],
    ['GetDownloadUrlForLayer', `web/blobs/${digestOf('layer')}`, 'layer'],
  ])('corrupt: what %s gives is of the same length and another digest', async (operation, path, whole) => {
    await using stage = await openRegistry(withFault(`operation: ${operation}, kind: corrupt`));
    await stage.push('web', 'v1', 'layer');
    const text = await (await stage.ask(path)).text();
    expect(text).not.toBe(whole);
    expect(text).toHaveLength(whole.length);
    expect(await (await stage.ask(path)).text()).toBe(whole);
  });
});
