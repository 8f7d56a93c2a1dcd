import { membersOf, readJson } from '../../inputs/foreign-json.ts';
import { trimmed } from '../blank.ts';
import { directivesOf } from './directive.ts';

/** Which image reads a Dockerfile in the place of the builder. */
export interface Syntax {
  readonly image: string;
  /** Counted from 1; undefined where a build argument names it. */
  readonly line: number | undefined;
}

/**
 * The frontend of a Dockerfile: by the build argument BUILDKIT_SYNTAX, else by the file itself, as
 * `# syntax=IMAGE`, `// syntax=IMAGE` or the member `syntax` of a JSON object, with or without a line `#!` before it
 * (BuildKit's parser/directives.go, `DetectSyntax`). Undefined where the builder reads it by itself.
 */
export function syntaxOf(text: string, buildArgs: ReadonlyMap<string, string>): Syntax | undefined {
  const named = buildArgs.get('BUILDKIT_SYNTAX');
  const found = named === undefined ? detected(text) : { value: trimmed(named), line: undefined };
  const [image = ''] = found?.value.split(' ') ?? [];
  return found === undefined || image === '' || image === OWN ? undefined : { image, line: found.line };
}

/** BuildKit's name for the frontend that is in it. */
const OWN = 'dockerfile.v0';

/** Whether an image reads Dockerfiles as BuildKit does: Docker's own, or a copy of it under a longer name. */
export const readsDockerfiles = (image: string): boolean =>
  /(?:^|\/)docker\/dockerfile(?:-upstream)?(?:[:@]|$)/.test(image);

function detected(text: string): { readonly value: string; readonly line: number } | undefined {
  const whole = text.replace(/^\uFEFF/, '');
  const rest = whole.replace(/^#![^\n]*(?:\n|$)/, '');
  const before = rest === whole ? 0 : 1;
  const lines = rest.split('\n');
  const directive =
    directivesOf(lines).find(({ name }) => name === 'syntax') ??
    directivesOf(lines, '//').find(({ name }) => name === 'syntax');
  if (directive !== undefined) return { value: directive.value, line: directive.line + before };
  const value = memberOf(rest);
  return value === undefined ? undefined : { value, line: 1 + before };
}

function memberOf(text: string): string | undefined {
  const { syntax } = membersOf(readJson(text));
  return typeof syntax === 'string' ? syntax : undefined;
}
