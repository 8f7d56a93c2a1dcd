import { run } from './main/index.js';

await run('ecs-update-service');
