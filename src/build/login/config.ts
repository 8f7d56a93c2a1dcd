import { isMembers, membersOf, readJson } from '../../inputs/foreign-json.ts';

/** The registries of one step by host, each with what is behind `Basic` in the Authorization header. */
export type Logins = ReadonlyMap<string, string>;

/**
 * The text of a Docker configuration that is the user's, with logins of this step for its own registries. A
 * credential store of the user stays in use for all others: an empty helper for a host means the file itself
 * (docker/cli, `getConfiguredCredentialStore`). Undefined where the user's text is no JSON object.
 */
export function configWith(users: string | undefined, logins: Logins): string | undefined {
  const config = readJson(users?.trim() || '{}');
  if (!isMembers(config)) return undefined;
  const auths = { ...membersOf(config['auths']) };
  const helpers = { ...membersOf(config['credHelpers']) };
  const hasStores = Object.keys(helpers).length > 0 || Boolean(config['credsStore']);
  for (const [host, auth] of logins) {
    auths[host] = { auth };
    if (hasStores) helpers[host] = '';
  }
  return JSON.stringify({ ...config, auths, ...(hasStores ? { credHelpers: helpers } : {}) }, undefined, 2);
}
