import { execFile, spawn } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { expect } from '@jest/globals';
import { errorsOf } from '../support/action.ts';
import { openCheckout } from '../support/checkout.ts';
import { builder, dockerTest } from '../support/docker.ts';

const PARTS = [
  'a Docker engine',
  'Docker Buildx',
  'a builder on buildkitd',
  'docker-registry',
  'a static /bin/busybox',
] as const;

const run = promisify(execFile);
const USER = 'somebody';
const PASSWORD = 'opensesame';
/** Of that password, by bcrypt. */
const HASH = '$2b$04$NnIm6iNu0HenciOfmvGI5.0.4cmF6e.0K8SFDubsQhGDYZ8JMzkLi';

interface PrivateRegistry extends AsyncDisposable {
  readonly host: string;
  readonly folder: string;
}

/** docker-registry at a free port, for one user alone. */
async function openPrivateRegistry(): Promise<PrivateRegistry> {
  const folder = mkdtempSync(join(tmpdir(), 'registry-'));
  writeFileSync(join(folder, 'htpasswd'), `${USER}:${HASH}\n`);
  const config = {
    version: 0.1,
    storage: { filesystem: { rootdirectory: join(folder, 'data') } },
    http: { addr: '127.0.0.1:0' },
    auth: { htpasswd: { realm: 'private', path: join(folder, 'htpasswd') } },
  };
  writeFileSync(join(folder, 'registry.yml'), JSON.stringify(config));
  const server = spawn('docker-registry', ['serve', join(folder, 'registry.yml')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  for await (const line of createInterface(server.stderr)) {
    const [, host] = /listening on (127\.0\.0\.1:\d+)/.exec(line) ?? [];
    if (host === undefined) continue;
    server.stderr.resume();
    return {
      host,
      folder,
      [Symbol.asyncDispose]: () => {
        server.kill();
        rmSync(folder, { recursive: true });
        return Promise.resolve();
      },
    };
  }
  throw new Error('docker-registry ended before it listened.');
}

/** A configuration of Docker of somebody with logins of their own, and the plugins and builders of this machine. */
function userConfig(folder: string, config: object): string {
  const path = mkdtempSync(join(folder, 'docker-'));
  writeFileSync(join(path, 'config.json'), JSON.stringify(config));
  const own = process.env['DOCKER_CONFIG'] ?? join(homedir(), '.docker');
  for (const name of readdirSync(own))
    if (name !== 'config.json') symlinkSync(join(own, name), join(path, name));
  return path;
}

const AUTHS = (host: string): object => ({
  auths: { [host]: { auth: Buffer.from(`${USER}:${PASSWORD}`).toString('base64') } },
});

/** How somebody can be logged in to the other registry; a helper of theirs is on the PATH. */
const LOGINS: readonly (readonly [string, (host: string) => object])[] = [
  ['in the configuration itself', AUTHS],
  ['in a credential helper of that registry', (host) => ({ credHelpers: { [host]: 'private-test' } })],
  ['in a credential store of all registries', () => ({ credsStore: 'private-test' })],
];

for (const [where, config] of LOGINS) {
  dockerTest(
    `a base image of another registry is pulled with the user's own login, ${where}`,
    PARTS,
    async () => {
      await using registry = await openPrivateRegistry();
      await using checkout = await openCheckout();
      const { host, folder } = registry;
      const bin = join(folder, 'bin');
      mkdirSync(bin);
      const helper = join(bin, 'docker-credential-private-test');
      // It knows one registry, and refuses to keep anything.
      writeFileSync(
        helper,
        `#!/bin/sh\nread -r server\nif [ "$1 $server" = "get ${host}" ]; then echo '{"ServerURL":"${host}","Username":"${USER}","Secret":"${PASSWORD}"}'; else echo 'credentials not found in native keychain'; exit 1; fi\n`,
      );
      chmodSync(helper, 0o755);
      const base = `${host}/base:1`;
      checkout.write({ 'base/Dockerfile': 'FROM scratch\nCOPY file /base\n', 'base/file': '1' });
      const push = (ref: string, docker: string) =>
        run('docker', [
          '--config',
          docker,
          'buildx',
          'build',
          '--builder',
          builder,
          '--output',
          `type=image,name=${ref},push=true`,
          join(checkout.workspace, 'base'),
        ]);
      await push(base, userConfig(folder, AUTHS(host)));
      checkout.write({ Dockerfile: `FROM ${base}\nCOPY app /app\n` });
      const own = userConfig(folder, {
        ...config(host),
        proxies: { default: { noProxy: host } },
        HttpHeaders: { 'X-Of-User': 'yes' },
      });
      const before = readFileSync(join(own, 'config.json'), 'utf8');
      const env = { DOCKER_CONFIG: own, PATH: `${bin}:${process.env['PATH'] ?? ''}` };
      const ended = await checkout.build({}, { env });
      expect([ended.exitCode, errorsOf(ended)]).toEqual([0, []]);
      // Its digest is known, too.
      expect(ended.log).not.toContain('does not say which image');
      expect(readFileSync(join(own, 'config.json'), 'utf8')).toBe(before);
      expect(ended.log).not.toContain(PASSWORD);
      if (config !== AUTHS) return;
      // Another base image under the same name is another input.
      checkout.write({ 'base/file': '2' });
      await push(base, userConfig(folder, AUTHS(host)));
      const again = await checkout.build({ tags: 'v2' }, { env });
      expect([again.exitCode, again.outputs.get('reused')]).toEqual([0, 'false']);
    },
  );
}
