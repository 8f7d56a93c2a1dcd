import { imageReference } from '../../images/reference.ts';
import { type Parsed, type Problem, parsed, refused } from '../../inputs/problem.ts';
import type { SecretSource, SshSource } from '../image.ts';
import type { SourceImage } from '../promote/promotion.ts';

/** One kind of name, and how it must look. */
interface Grammar {
  readonly what: string;
  readonly pattern: RegExp;
  readonly remedy: string;
}

const name =
  ({ what, pattern, remedy }: Grammar) =>
  (given: string): Parsed<string> =>
    pattern.test(given)
      ? parsed(given)
      : refused({ message: `${JSON.stringify(given.slice(0, 200))} is not ${what}.`, remedy });

// Amazon ECR API reference, CreateRepository: the pattern of repositoryName; 2 to 256 characters.
const REPOSITORY_PATH = '(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*';

/** The name of a repository, or its URI `HOST/NAME`; neither tag nor digest. */
export const readRepository = name({
  what: 'the name or the URI of a repository',
  pattern: new RegExp(`^(?=.{2,384}$)(?:[A-Za-z0-9.-]+(?:\\.[A-Za-z0-9-]+|:\\d+)/)?${REPOSITORY_PATH}$`),
  remedy:
    'Write its name, such as reservation/web, or its URI, such as 123456789012.dkr.ecr.us-east-1.amazonaws.com/reservation/web. Tags go into the input tags.',
});

/** The name of a build argument: a Dockerfile's `ARG` takes no other [?]. */
export const readBuildArgName = name({
  what: 'the name of a build argument',
  pattern: /^[A-Za-z_][\w.-]*$/,
  remedy: 'Write NAME=VALUE with a name of letters, digits and underscores, as in the ARG of the Dockerfile.',
});

/** The name of a further context, as `FROM` and `COPY --from` may name it. */
export const readContextName = name({
  what: 'the name of a build context',
  pattern: /^[a-z0-9][\w./:@-]*$/,
  remedy: 'Write NAME=SOURCE with the name that the Dockerfile uses in FROM or COPY --from.',
});

/**
 * `os/architecture` or `os/architecture/variant`. The builder takes any name, and makes an image for it that nothing can
 * run: here are those for which there are base images (containerd's platforms, with its other names for them).
 */
export const readPlatform = name({
  what: 'a platform',
  pattern:
    /^(?:linux\/(?:amd64|x86_64|x86-64|arm64|aarch64|arm|armhf|armel|386|i386|ppc64le|s390x|riscv64|loong64|mips64le|mips64)|windows\/(?:amd64|arm64))(?:\/v\d+)?$/,
  remedy: 'Write it as linux/amd64 or linux/arm64; Fargate runs these two.',
});

/** The name of a stage of the Dockerfile. */
export const readTarget = name({
  what: 'the name of a build stage',
  pattern: /^[A-Za-z0-9][\w.-]*$/,
  remedy: 'Write the name that stands behind AS in the Dockerfile.',
});

/** The key of a label or annotation. */
export const readLabelName = name({
  what: 'the name of a label',
  pattern: /^[^\s=]+$/,
  remedy: 'Write NAME=VALUE with a name without blanks.',
});

const SECRET = /^(?<id>[\w.-]+)=(?:env:(?<variable>[A-Za-z_]\w*)|file:(?<path>.+))$/s;

/** `ID=env:VARIABLE` or `ID=file:PATH`. The text is not repeated: it may hold the secret itself. */
export function readSecret(given: string): Parsed<SecretSource> {
  const { id, variable, path } = SECRET.exec(given)?.groups ?? {};
  if (id !== undefined && variable !== undefined) return parsed({ id, from: 'env', variable });
  if (id !== undefined && path !== undefined) return parsed({ id, from: 'file', path });
  return refused({
    message: 'It is not a build secret.',
    remedy: 'Write ID=env:VARIABLE or ID=file:PATH; the value itself must not stand here.',
  });
}

const SSH = /^(?<id>[\w.-]+)(?:=(?<paths>[^,]+(?:,[^,]+)*))?$/s;

/** `ID`, or `ID=PATH` with one path or several. The text is not repeated: it may hold a key. */
export function readSsh(given: string): Parsed<SshSource> {
  const { id, paths } = SSH.exec(given)?.groups ?? {};
  if (id !== undefined) return parsed({ id, paths: paths?.split(',') ?? [] });
  return refused({
    message: 'It names neither an SSH agent nor keys.',
    remedy:
      'Write default, or ID=PATH with the socket of an agent or a private key; several keys of one ID in double quotes, as "ID=PATH,PATH".',
  });
}

/** `REPOSITORY@sha256:…`, which names one image for ever. */
export function readSourceImage(given: string): Parsed<SourceImage> {
  const [named = '', digest, ...others] = given.split('@');
  if (digest === undefined) return refused(byDigest(given));
  const { name: repository, tag } = imageReference(given);
  const read = readRepository(repository);
  if (!read.ok) return read;
  if (tag !== undefined || named !== repository || others.length > 0 || !DIGEST.test(digest))
    return refused(oneDigest(given));
  return parsed({ repository, digest });
}

const DIGEST = /^sha256:[0-9a-f]{64}$/;

const byDigest = (given: string): Problem => ({
  message: `${JSON.stringify(given.slice(0, 200))} does not name an image by its digest, and tags move: what is promoted need not be what was tested.`,
  remedy: 'Write REPOSITORY@sha256:…, such as the output image of the step that built it.',
});

const oneDigest = (given: string): Problem => ({
  message: `${JSON.stringify(given.slice(0, 300))} is not a repository with one digest of SHA-256 behind it, and no tag.`,
  remedy: 'Write REPOSITORY@sha256:…, such as the output image of the step that built it.',
});
