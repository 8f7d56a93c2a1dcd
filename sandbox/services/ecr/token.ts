import type { GetAuthorizationTokenRequest } from '@aws-sdk/client-ecr';
import type { Context } from '../../operation.ts';
import { isJsonObject, parseJson } from '../../wire/json.ts';
import { seconds } from '../../wire/json11.ts';
import { sha256 } from '../../wire/sha256.ts';
import type { World } from '../../world.ts';
import { registryUrl } from './address.ts';

/** Twelve hours, in milliseconds: https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry_auth.html */
const life = 12 * 3600 * 1000;

/** GetAuthorizationToken: `AWS:password` in base64, which the registry takes for twelve hours. */
export function getAuthorizationToken(_input: GetAuthorizationTokenRequest, context: Context): object {
  const { world, caller } = context;
  const expiresAt = world.now + life;
  return {
    authorizationData: [
      {
        authorizationToken: btoa(`AWS:${passwordFor(world, caller, expiresAt)}`),
        expiresAt: seconds(expiresAt),
        proxyEndpoint: registryUrl(context),
      },
    ],
  };
}

/** Whom a password belongs to, or what is wrong with it. */
export type Bearer =
  | { readonly kind: 'caller'; readonly caller: string }
  /** No password of ECR at all. */
  | { readonly kind: 'malformed' }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'expired' };

/**
 * A password as ECR gives one: JSON in base64, in which the expiration can be read. It says itself whom it
 * belongs to, so that asking for one changes nothing in the world.
 */
function passwordFor(world: World, caller: string, expiresAt: number): string {
  const payload = btoa(JSON.stringify({ caller, seal: sealOf(world, caller, expiresAt) }));
  const fields = { payload, datakey: 'sandbox', version: '2', type: 'DATA_KEY' };
  return btoa(JSON.stringify({ ...fields, expiration: Math.floor(expiresAt / 1000) }));
}

/** Reads a password that somebody sends to the registry. */
export function readPassword(world: World, password: string): Bearer {
  const token = parseJson(decode(password));
  if (!isJsonObject(token)) return { kind: 'malformed' };
  const { payload, expiration } = token;
  const content = parseJson(decode(typeof payload === 'string' ? payload : ''));
  if (!isJsonObject(content) || typeof expiration !== 'number') return { kind: 'wrong' };
  const { caller, seal } = content;
  if (typeof caller !== 'string' || seal !== sealOf(world, caller, expiration * 1000))
    return { kind: 'wrong' };
  return world.now < expiration * 1000 ? { kind: 'caller', caller } : { kind: 'expired' };
}

/** Shows that a password came from this sandbox. */
const sealOf = (world: World, caller: string, expiresAt: number): string =>
  sha256(`${world.account} ${world.region} ${caller} ${Math.floor(expiresAt / 1000)}`);

/** Text from base64; empty where it is none. */
export function decode(text: string): string {
  const isBase64 = /^[A-Za-z0-9+/]*={0,2}$/.test(text) && text.length % 4 === 0;
  return isBase64 ? atob(text) : '';
}
