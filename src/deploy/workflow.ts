import type { RunIdentity } from './run.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Public fields of the workflow run that files may name as `${{ github.NAME }}`. */
export const GITHUB_FIELDS = {
  actor: 'GITHUB_ACTOR',
  event_name: 'GITHUB_EVENT_NAME',
  job: 'GITHUB_JOB',
  ref: 'GITHUB_REF',
  ref_name: 'GITHUB_REF_NAME',
  ref_type: 'GITHUB_REF_TYPE',
  repository: 'GITHUB_REPOSITORY',
  repository_owner: 'GITHUB_REPOSITORY_OWNER',
  run_attempt: 'GITHUB_RUN_ATTEMPT',
  run_id: 'GITHUB_RUN_ID',
  run_number: 'GITHUB_RUN_NUMBER',
  server_url: 'GITHUB_SERVER_URL',
  sha: 'GITHUB_SHA',
  workflow: 'GITHUB_WORKFLOW',
} as const;

/** Who deploys, from the variables the runner sets. */
export function runIdentity(environment: Environment): RunIdentity {
  const field = (name: keyof typeof GITHUB_FIELDS): string | undefined =>
    environment[GITHUB_FIELDS[name]] || undefined;
  const [repository, commit, runId, runAttempt] = [
    field('repository'),
    field('sha'),
    field('run_id'),
    field('run_attempt'),
  ];
  return {
    ...(repository === undefined ? {} : { repository }),
    ...(commit === undefined ? {} : { commit }),
    ...(runId === undefined ? {} : { runId }),
    ...(runAttempt === undefined ? {} : { runAttempt }),
  };
}

export interface PlaceholderInputs {
  readonly image: string | undefined;
  readonly images: ReadonlyMap<string, string> | undefined;
  readonly vars: ReadonlyMap<string, string> | undefined;
}

/** All that a placeholder can name. Nothing else of the environment: that holds credentials. */
export function placeholderValues(
  { image, images, vars }: PlaceholderInputs,
  environment: Environment,
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  if (image !== undefined) values.set('image', image);
  for (const [name, value] of images ?? []) values.set(`images.${name}`, value);
  for (const [name, value] of vars ?? []) values.set(`vars.${name}`, value);
  for (const [name, variable] of Object.entries(GITHUB_FIELDS)) {
    const value = environment[variable];
    if (value !== undefined && value !== '') values.set(`github.${name}`, value);
  }
  return values;
}
