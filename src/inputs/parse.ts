import { nearest } from './nearest.ts';
import { type Parsed, type Problem, parsed, refused } from './problem.ts';
import type { ActionSpec, InputSchema, InputSpec, InputValues } from './schema.ts';

/** The values of an action's inputs, and what their author should hear though nothing is wrong. */
export interface ParsedInputs<S extends InputSchema> {
  readonly values: InputValues<S>;
  readonly notices: readonly Problem[];
}

/**
 * Reads the inputs of an action from the environment that the runner gives it: one INPUT_NAME
 * for each, upper case, spaces as underscores. An empty text counts as not given (an input left
 * out arrives as one). All problems are returned at once.
 */
export function parseInputs<S extends InputSchema>(
  action: ActionSpec<S>,
  environment: Readonly<Record<string, string | undefined>>,
): Parsed<ParsedInputs<S>> {
  const given = givenInputs(environment);
  const problems: Problem[] = [];
  const notices: Problem[] = [];
  for (const name of given.keys()) {
    if (Object.hasOwn(action.inputs, name)) continue;
    const { problem, notice } = unknownInput(action, name);
    if (problem !== undefined) problems.push(problem);
    if (notice !== undefined) notices.push(notice);
  }
  const values = readAll(action.inputs, given, problems);
  return problems.length > 0 || !isComplete(action.inputs, values)
    ? refused(...problems)
    : parsed({ values, notices });
}

function givenInputs(environment: Readonly<Record<string, string | undefined>>): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  for (const [variable, text] of Object.entries(environment)) {
    if (!variable.startsWith('INPUT_') || text === undefined || text.trim() === '') continue;
    given.set(variable.slice('INPUT_'.length).toLowerCase(), text);
  }
  return given;
}

function unknownInput(action: ActionSpec, name: string): { problem?: Problem; notice?: Problem } {
  const instead = ownMember(action.refused, name);
  if (instead !== undefined) {
    return { problem: { message: `The input ${name} is not supported here.`, remedy: instead, input: name } };
  }
  const why = ownMember(action.pointless, name);
  if (why !== undefined) {
    return { notice: { message: `The input ${name} has no effect.`, remedy: why, input: name } };
  }
  const known = nearest(name, Object.keys(action.inputs));
  return {
    problem: {
      message: `There is no input ${name}.`,
      remedy:
        known === undefined
          ? 'Remove it: see the list in the README of this action.'
          : `Did you mean ${known}?`,
      input: name,
    },
  };
}

function ownMember(table: Readonly<Record<string, string>> | undefined, name: string): string | undefined {
  return table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}

function readAll(
  schema: InputSchema,
  given: ReadonlyMap<string, string>,
  problems: Problem[],
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(schema)) {
    const text = given.get(name) ?? spec.default;
    const value = text === undefined ? absent(name, spec) : spec.read(text);
    if (value.ok) values[name] = value.value;
    else
      problems.push(
        ...value.problems.map((problem) => ({ ...problem, message: named(name, problem), input: name })),
      );
  }
  return values;
}

const named = (name: string, problem: Problem): string =>
  problem.message.includes(name) ? problem.message : `Input ${name}: ${problem.message}`;

function absent(name: string, spec: InputSpec<unknown>): Parsed<undefined> {
  return spec.required
    ? refused({ message: `The input ${name} is required.`, remedy: `Give it under "with:" of the step.` })
    : parsed(undefined);
}

/** Every name was read by the reader its schema declares, so the record has the schema's types. */
function isComplete<S extends InputSchema>(
  schema: S,
  values: Record<string, unknown>,
): values is InputValues<S> {
  return Object.keys(schema).every((name) => Object.hasOwn(values, name));
}
