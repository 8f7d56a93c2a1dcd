import { run } from './main/index.js';

await run('build-push');
