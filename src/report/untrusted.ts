/** What the runner takes for a line end; the Unicode ones and lone CR included. */
export const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

// eslint's own rule against control characters is not on: they are what this is about.
const ANSI = /[\u001b\u009b](?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\^_])?/g;
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g;

/**
 * Lines that the runner prints and never obeys. It scans every line of both streams for commands:
 * `::name …` at its start (white space before it counts as nothing) and `##[name …]` anywhere in it.
 */
export function harmless(text: string): readonly string[] {
  return text.split(LINE_END).map(harmlessLine);
}

/** The same on one line: for tables, annotations and outputs. */
export const harmlessText = (text: string): string => harmless(text).join(' ');

function harmlessLine(line: string): string {
  return line
    .replaceAll(ANSI, '')
    .replaceAll(CONTROL, '')
    .replaceAll('##[', '##\\[')
    .replace(/^(\s*):(?=:)/, '$1\\:');
}

/** Text for a cell of a Markdown table: it can neither leave its cell, nor form a link, nor mention anyone. */
export function cell(text: string): string {
  return (
    harmlessText(text)
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll(/[\\`*_[\]|~]/g, (character) => `&#${character.charCodeAt(0)};`)
      .replaceAll('@', '&#64;')
      // GitHub makes links of bare addresses too.
      .replaceAll('://', '&#58;//')
      .replaceAll(/www\./gi, (start) => start.replace('.', '&#46;'))
  );
}
