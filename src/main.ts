/** Every action of the toolkit; each is loaded alone, when it is the one to run. */
const ACTIONS = {
  'build-push': () => import('./actions/build-push/main.ts'),
  'bluegreen-deploy': () => import('./actions/bluegreen-deploy/main.ts'),
  'ecs-update-service': () => import('./actions/ecs-update-service/main.ts'),
  rollback: () => import('./actions/rollback/main.ts'),
} as const;

export type ActionStub = keyof typeof ACTIONS;

/** Runs the post step of whichever action ran; dist/post.js calls this. Does not return. */
export async function post(): Promise<never> {
  const { runPost } = await import('./github/run-action.ts');
  return runPost();
}

/** Runs one action to its end; dist/NAME.js calls this with its own name. Does not return. */
export async function run(name: ActionStub): Promise<never> {
  const action = await ACTIONS[name]();
  return action.run();
}
