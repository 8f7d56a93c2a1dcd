import { action as bluegreenDeploy } from '../src/actions/bluegreen-deploy/inputs.ts';
import { action as buildPush } from '../src/actions/build-push/inputs.ts';
import type { ActionSpec } from '../src/inputs/schema.ts';
import { type Fate, OFFICIAL_ACTIONS, type OfficialAction } from './migration.ts';

/** Where the page belongs, from the repository's root. */
export const migrationPath = 'docs/migrating.md';

/** The page for users of the official actions: a hand-written beginning and a row for each of their names. */
export function migrationPage(): string {
  const { deploy, render, build } = OFFICIAL_ACTIONS;
  return [
    introduction,
    section(deploy, bluegreenDeploy),
    section(render, bluegreenDeploy),
    ofBuilds,
    section(build, buildPush),
  ].join('\n\n');
}

const introduction = `<!-- Generated from scripts/migration.ts by "npm run generate". Do not edit. -->

# Coming from the official actions

One step takes the place of two: the file is rendered, checked, registered and deployed at once. Which of the two actions
it is depends on the controller of the service: \`ecs-update-service\` for ECS, \`bluegreen-deploy\` for CODE_DEPLOY. The
wrong one names the right one, and changes nothing.

Before:

\`\`\`yaml
- id: render
  uses: aws-actions/amazon-ecs-render-task-definition@v1
  with:
    task-definition: ecs/web.json
    container-name: web
    image: \${{ steps.build.outputs.image }}
- uses: aws-actions/amazon-ecs-deploy-task-definition@v2
  with:
    task-definition: \${{ steps.render.outputs.task-definition }}
    service: web
    cluster: reservation
    wait-for-service-stability: true
\`\`\`

After, for a service with the controller CODE_DEPLOY:

\`\`\`yaml
- uses: OWNER/ecs-deploy-toolkit/actions/bluegreen-deploy@v0
  with:
    task-definition: ecs/web.json
    container-name: web
    image: \${{ steps.build.outputs.image }}
    service: web
    cluster: reservation
\`\`\`

What to expect that is not in the tables:

- A step waits for the end unless it is told not to, and so may be red where it was green: when AWS rolled back, when a newer
  deployment took over, when the limit passed.
- A step may end at once as \`unchanged\`: what runs already is not registered and not deployed again.
- A misspelt input is an error, where the runner only warns.
- One-off tasks, such as the migration of a database, are not run here. Keep the official actions for them, in a step before:
  with \`run-task: true\`, \`wait-for-task-stopped: true\` and without \`service\`. They fill in no placeholders, so the file of
  that task is one of its own.
- The role needs more permissions to read: see [docs/iam](iam). Three of those that change something are new: for the tags of
  a revision (\`ecs:TagResource\`), to stop a deployment whose tasks crash (\`codedeploy:StopDeployment\`), and for
  \`end-previous-wait\` (\`codedeploy:ContinueDeployment\`).

In the tables, **same** is an input of the same name and meaning; **other default** has the same name, but something else
happens without it or at its bounds; **refused** is an error that says what to use instead; **pointless** is taken with a
notice and does nothing; **not needed** has no place here. Inputs that begin with \`codedeploy-\` are those of
\`bluegreen-deploy\`; the other action refuses them and names it.`;

const ofBuilds = `# Coming from docker/build-push-action

One step takes the place of four to six: the login to ECR, the set-up of Buildx, the tags and labels of
docker/metadata-action, and the build. Before:

\`\`\`yaml
- id: login
  uses: aws-actions/amazon-ecr-login@v2
- uses: docker/setup-buildx-action@v4
- id: meta
  uses: docker/metadata-action@v6
  with:
    images: \${{ steps.login.outputs.registry }}/reservation-web
    tags: type=sha,format=long
- uses: docker/build-push-action@v7
  with:
    context: .
    push: true
    provenance: false
    tags: \${{ steps.meta.outputs.tags }}
    labels: \${{ steps.meta.outputs.labels }}
\`\`\`

After:

\`\`\`yaml
- id: build
  uses: OWNER/ecs-deploy-toolkit/actions/build-push@v0
  with:
    repository: reservation-web
    role-to-assume: \${{ vars.BUILD_ROLE_ARN }}
\`\`\`

What was built from the same input is not built again: see [the page on builds](build-push.md).`;

function section(official: OfficialAction, ours: ActionSpec): string {
  const { repository, version, date, inputs, outputs } = official;
  return `## ${repository}

Version ${version} of ${date}.

${table('Input', inputs, ours)}

${table('Output', outputs, ours)}`;
}

function table(kind: string, fates: OfficialAction['inputs'], ours: ActionSpec): string {
  const rows = Object.entries(fates).map(([name, fate]) => [`\`${name}\``, fate.is, words(name, fate, ours)]);
  return [[kind, 'Here', 'What is to be known'], ['---', '---', '---'], ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

function words(name: string, fate: Fate, ours: ActionSpec): string {
  switch (fate.is) {
    case 'same':
      return fate.note ?? '';
    case 'other default':
      return `there: ${fate.theirs}; here: ${fate.ours}`;
    case 'refused':
      return told(ours.refused, name);
    case 'pointless':
      return told(ours.pointless, name);
    case 'not needed':
      return fate.why;
  }
}

/** What the action itself answers, so that page and action cannot differ. */
function told(answers: ActionSpec['refused'] = {}, name: string): string {
  // The runner knows no case of an input's name.
  const answer = Object.entries(answers).find(([input]) => input === name.toLowerCase())?.[1];
  if (answer === undefined) throw new Error(`The actions have no answer to the input ${name}.`);
  return answer;
}
