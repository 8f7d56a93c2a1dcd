import { type DocumentNode, parseDocument } from '../inputs/document.ts';

/** The task definition that the text of an AppSpec names, in JSON or YAML, in any case of the members' names. */
export function revisionIn(appSpec: string): string | undefined {
  const document = parseDocument(appSpec, 'AppSpec');
  if (!document.ok) return undefined;
  const resources = memberOf(document.value, 'Resources');
  const [resource] = resources?.kind === 'list' ? resources.items : [];
  // The name of the resource is the user's own.
  const [service] = resource?.kind === 'object' ? resource.members : [];
  const named = memberOf(memberOf(service?.value, 'Properties'), 'TaskDefinition');
  return named?.kind === 'text' && named.value !== '' ? named.value : undefined;
}

/** A member of an object by its name, in any case of the letters. */
export function memberOf(node: DocumentNode | undefined, name: string): DocumentNode | undefined {
  if (node?.kind !== 'object') return undefined;
  return node.members.find(({ key }) => key.toLowerCase() === name.toLowerCase())?.value;
}
