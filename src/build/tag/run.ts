import type { Problem } from '../../inputs/problem.ts';
import type { ImageSpec } from '../image.ts';
import type { BuildPorts } from '../ports.ts';
import { renderTag, runFields, type TagField, tooLong } from './template.ts';

/** The tags of this run, each once; those for which it lacks a field are left out, and said. */
export function tagsOfRun(
  { name, tags: templates }: Pick<ImageSpec, 'name' | 'tags'>,
  inputDigest: string | undefined,
  { ports, problems }: { readonly ports: BuildPorts; readonly problems: Problem[] },
): readonly string[] {
  const values = { ...runFields(ports.environment), 'input-digest': inputDigest };
  const tags: string[] = [];
  const missing: TagField[] = [];
  for (const template of templates) {
    const rendered = renderTag(template, values);
    switch (rendered.kind) {
      case 'tag':
        tags.push(rendered.tag);
        break;
      case 'left-out':
        missing.push(...rendered.missing);
        break;
      case 'too-long':
        problems.push(tooLong(name, rendered.text));
        break;
    }
  }
  if (missing.length > 0) {
    const fields = [...new Set(missing)].map((field) => `{{${field}}}`).join(', ');
    ports.log.say(`Image ${name}: this run has no ${fields} that a tag could have, so the tags with it are left out.`);
  }
  return [...new Set(tags)];
}
