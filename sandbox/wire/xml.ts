/** An element with a text. */
export const textElement = (name: string, text: string): string => `<${name}>${escape(text)}</${name}>`;

/** An element with other elements in it, which are XML already. */
export const element = (name: string, inner: string): string => `<${name}>${inner}</${name}>`;

/** A text as XML: a line break as a reference, since parsers change it; what XML cannot hold as U+FFFD. */
export function escape(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}')
    .replaceAll(/[&<>"'\r]/g, (character) => references.get(character) ?? character);
}

const references = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
  ['\r', '&#xD;'],
]);
