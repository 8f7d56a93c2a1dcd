import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { type Ended, errorsOf, runAction, serve } from '../support/action.ts';
import { builder, dockerTest } from '../support/docker.ts';

const PARTS = ['a Docker engine', 'Docker Buildx', 'a builder on buildkitd'] as const;

const SERVICES = [
  { service: 'api', action: 'bluegreen-deploy' },
  { service: 'web', action: 'bluegreen-deploy' },
  { service: 'sidekiq', action: 'ecs-update-service' },
] as const;

const IMAGES = SERVICES.map(
  ({ service }) => `- { name: ${service}, repository: reservation-${service}, target: ${service} }`,
).join('\n');

dockerTest(
  'the images of one build reach the tasks of all services by their digests, the output taken as it is',
  PARTS,
  async () => {
    const server = await serve(400);
    const folder = mkdtempSync(join(tmpdir(), 'checkout-'));
    const workspace = join(folder, 'work');
    cpSync('examples/reservation', workspace, { recursive: true });
    const { endpoint } = server;
    try {
      const build = (): Promise<Ended> =>
        runAction({
          action: 'build-push',
          endpoint,
          workspace,
          inputs: { images: IMAGES, builder, cache: 'none' },
          env: { HOME: homedir(), RUNNER_TEMP: folder },
        });
      const built = await build();
      expect([built.exitCode, errorsOf(built)]).toEqual([0, []]);
      const images = built.outputs.get('images') ?? '';
      const ended = await Promise.all(
        SERVICES.map(({ service, action }) =>
          runAction({
            action,
            endpoint,
            workspace,
            inputs: {
              'task-definition': `ecs/${service}.yml`,
              service,
              cluster: 'reservation',
              images,
              ...(service === 'sidekiq' ? { 'stable-for': '0' } : {}),
            },
          }),
        ),
      );
      expect(ended.map(({ outputs }) => outputs.get('status'))).toEqual(['deployed', 'deployed', 'deployed']);
      expect(ended.map(({ outputs }) => outputs.get('image-verified'))).toEqual(['true', 'true', 'true']);
      const running = server.sandbox.world.ecs.tasks
        .filter(({ lastStatus }) => lastStatus === 'RUNNING')
        .flatMap(({ containers }) => containers.map(({ name, image }) => [name, image]));
      expect(Object.fromEntries(running)).toEqual(JSON.parse(images));
      const again = await build();
      expect(again.outputs.get('reused')).toBe('true');
      expect(again.outputs.get('images')).toBe(images);
    } finally {
      await server.close();
      rmSync(folder, { recursive: true });
    }
  },
);
