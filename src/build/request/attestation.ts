import { suggestion } from '../../inputs/nearest.ts';
import { type Parsed, type Problem, parsed, refused } from '../../inputs/problem.ts';
import { type Field, readFields } from './fields.ts';

/** What BuildKit lets be said of provenance, with the values that it knows. Docker documentation, "SLSA provenance". */
const PROVENANCE: ReadonlyMap<string, RegExp> = new Map([
  ['mode', /^(?:min|max)$/],
  ['version', /^v\d+(?:\.\d+)?$/],
  ['builder-id', /./],
  ['filename', /./],
  ['reproducible', /^(?:true|false)$/],
  ['inline-only', /^(?:true|false)$/],
]);

/** `false`, or parameters of the attestation; empty for `true`. */
export const readProvenance = (given: string): Parsed<string | false> =>
  readAttestation(given, 'true, false, or parameters such as mode=max', (name, value) => {
    const pattern = PROVENANCE.get(name);
    if (pattern === undefined) {
      const remedy = suggestion(name, PROVENANCE.keys(), `It has ${[...PROVENANCE.keys()].join(', ')}.`);
      return { message: `Provenance has no ${name}.`, remedy };
    }
    return pattern.test(value)
      ? undefined
      : { message: `${name} cannot be ${JSON.stringify(value)}.`, remedy: REMEDIES.get(name) ?? 'Give it a value.' };
  });

const REMEDIES: ReadonlyMap<string, string> = new Map([
  ['mode', 'Write min or max.'],
  ['version', 'Write v0.2 or v1.'],
  ['reproducible', 'Write true or false.'],
  ['inline-only', 'Write true or false.'],
]);

/** `false`, or parameters of the attestation; empty for `true`. What it is given beside the generator goes to that. */
export const readSbom = (given: string): Parsed<string | false> =>
  readAttestation(given, 'true, false, or generator=IMAGE', (name, value) =>
    name === 'generator' && value === ''
      ? { message: 'generator has no value.', remedy: 'Write generator=IMAGE, or true for that of Docker.' }
      : undefined,
  );

type CheckParameter = (name: string, value: string) => Problem | undefined;

function readAttestation(given: string, what: string, check: CheckParameter): Parsed<string | false> {
  const text = given.trim();
  if (/^(?:false|False|FALSE)$/.test(text)) return parsed(false);
  if (/^(?:true|True|TRUE)$/.test(text)) return parsed('');
  const fields = readFields(text);
  if (fields === undefined || !fields.every(isNamed)) {
    const said = JSON.stringify(text.slice(0, LONGEST));
    return refused({ message: `${said} is no attestation.`, remedy: `Write ${what}.` });
  }
  const problems = fields.filter(isNamed).flatMap(({ name, value }) => {
    // What it is of, and whether it is made at all, the input itself says.
    if (name !== 'type' && name !== 'disabled') return check(name, value) ?? [];
    return [{ message: `${name} is decided by the input itself.`, remedy: `Write ${what}.` }];
  });
  return problems.length > 0 ? refused(...problems) : parsed(text);
}

const LONGEST = 200;

const isNamed = (field: Field): field is Field & { readonly name: string } =>
  field.name !== undefined && /^[\w.-]+$/.test(field.name);
