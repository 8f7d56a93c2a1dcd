import { stringify } from 'yaml';
import type { ActionSpec } from '../src/inputs/schema.ts';

/** action.yml of one action, as GitHub reads it. Fails on an input or output without a description. */
export function actionYaml({ name, title, description, inputs, outputs, hasPost }: ActionSpec): string {
  const document = {
    name: title,
    description,
    branding: { icon: 'upload-cloud', color: 'orange' },
    inputs: Object.fromEntries(
      Object.entries(inputs).map(([input, spec]) => [
        input,
        {
          description: described(input, spec.description),
          required: spec.required,
          ...(spec.default === undefined ? {} : { default: spec.default }),
        },
      ]),
    ),
    outputs: Object.fromEntries(
      Object.entries(outputs).map(([output, text]) => [output, { description: described(output, text) }]),
    ),
    runs: {
      using: 'node24',
      main: `../../dist/${name}.js`,
      ...(hasPost === true ? { post: '../../dist/post.js' } : {}),
    },
  };
  const source = `src/actions/${name}/inputs.ts`;
  return `# Generated from ${source} by "npm run generate".\n${stringify(document, { lineWidth: 0 })}`;
}

function described(name: string, text: string): string {
  if (text.trim() === '') throw new Error(`${name} has no description.`);
  // The runner takes an expression in a description for one and refuses the whole action.
  if (text.includes('${{')) throw new Error(`The description of ${name} has an expression.`);
  return text;
}
