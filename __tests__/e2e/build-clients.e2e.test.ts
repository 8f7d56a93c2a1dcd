import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@jest/globals';
import { runCli } from '../support/aws-cli.ts';
import { openCheckout } from '../support/checkout.ts';
import { dockerTest } from '../support/docker.ts';

const run = promisify(execFile);

dockerTest(
  'the AWS CLI and skopeo see and copy what the action pushed, under the digest that it said',
  ['Docker Buildx', 'a builder on buildkitd', 'the command aws', 'the command skopeo'],
  async () => {
    await using checkout = await openCheckout();
    const ended = await checkout.build({ target: 'base', platforms: 'linux/amd64,linux/386', tags: 'v1,v2' });
    const digest = ended.outputs.get('digest');
    const aws = (...args: readonly string[]) =>
      runCli(checkout.endpoint, ['ecr', ...args, '--repository-name', 'web', '--output', 'text']);
    const v1 = ['--image-ids', 'imageTag=v1', '--query'];
    const tags = await aws('describe-images', ...v1, 'imageDetails[0].imageTags');
    expect(tags.split(/\s+/)).toEqual(expect.arrayContaining(['v1', 'v2']));
    expect(await aws('batch-get-image', ...v1, 'images[0].imageId.imageDigest')).toBe(digest);

    const login = join(checkout.temporary, '..', 'auth.json');
    const auths = { [checkout.host]: { auth: await checkout.token() } };
    writeFileSync(login, JSON.stringify({ auths }));
    const skopeo = async (command: string, ...args: readonly string[]) =>
      (await run('skopeo', [command, '--authfile', login, ...args])).stdout.trim();
    const pushed = `docker://${ended.outputs.get('image') ?? ''}`;
    const inspect = (image: string) =>
      skopeo('inspect', '--tls-verify=false', '--format', '{{.Digest}}', image);
    expect(await inspect(pushed)).toBe(digest);
    const copy = `docker://${checkout.host}/api:copy`;
    await skopeo('copy', '--all', '--src-tls-verify=false', '--dest-tls-verify=false', pushed, copy);
    expect(await inspect(copy)).toBe(digest);
  },
);
