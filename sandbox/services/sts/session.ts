import { characters } from '../../chance.ts';
import { sha256 } from '../../wire/sha256.ts';
import type { World } from '../../world.ts';
import type { Session } from './state.ts';

const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const mixed = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Makes a session of a role and gives back its secret too, which is kept nowhere: signatures are not checked. */
export function openSession(
  world: World,
  { arn, seconds }: { readonly arn: string; readonly seconds: number },
): Session & { readonly secret: string } {
  const { chance, sessions } = world.sts;
  const session: Session = {
    accessKeyId: `ASIA${characters(chance, 16, upper)}`,
    token: characters(chance, 200, mixed),
    arn,
    expiresAt: world.now + seconds * 1000,
  };
  sessions.push(session);
  return { ...session, secret: characters(chance, 40, mixed) };
}

/** The id that AWS gives a role, made from its name. */
export function roleId(name: string): string {
  const seed = Number.parseInt(sha256(name).slice(0, 8), 16);
  return `AROA${characters({ state: seed }, 17, upper)}`;
}
