type Environment = Readonly<Record<string, string | undefined>>;

/** Facts of the commit that is built. */
export interface Commit {
  /** When it was made (git: the committer date), in milliseconds since 1970; undefined outside of git. */
  readonly at: number | undefined;
}

const KEY = 'org.opencontainers.image.';

/**
 * Labels of the OCI image specification ("Pre-Defined Annotation Keys"), the same for every build of a commit: the
 * time is that of the commit. Labels of the user overrule them.
 */
export function imageLabels(
  environment: Environment,
  commit: Commit,
  own: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const repository = environment['GITHUB_REPOSITORY'] || undefined;
  const server = environment['GITHUB_SERVER_URL'] || 'https://github.com';
  const url = repository === undefined ? undefined : `${server}/${repository}`;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['source', url],
    ['url', url],
    ['revision', environment['GITHUB_SHA'] || undefined],
    ['version', environment['GITHUB_REF_NAME'] || undefined],
    ['created', commit.at === undefined ? undefined : new Date(commit.at).toISOString()],
  ];
  const labels = new Map<string, string>();
  for (const [name, value] of facts) if (value !== undefined) labels.set(KEY + name, value);
  return new Map([...labels, ...own]);
}
