/**
 * The text of a file's name, whose bytes need not be valid UTF-8: a byte that belongs to no character becomes a lone
 * surrogate of its own, so that two names are never one text. To the wildcards of a pattern it is one character, as to
 * Go; no pattern names it, since the builder gets patterns as valid text.
 */
export function readName(bytes: Uint8Array): string {
  const text = DECODER.decode(bytes);
  return text.includes('\uFFFD') ? textOf(bytes) : text;
}

const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });

/** The Unicode Standard, table 3-7 "Well-Formed UTF-8 Byte Sequences", over bytes as characters. */
const WELL_FORMED =
  /[\xc2-\xdf][\x80-\xbf]|(?:\xe0[\xa0-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]|\xed[\x80-\x9f])[\x80-\xbf]|(?:\xf0[\x90-\xbf]|[\xf1-\xf3][\x80-\xbf]|\xf4[\x80-\x8f])[\x80-\xbf]{2}|[\x80-\xff]/g;

const INVALID = 0xdc00;

function textOf(bytes: Uint8Array): string {
  const characters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return characters.replace(WELL_FORMED, (sequence) =>
    sequence.length === 1
      ? String.fromCharCode(INVALID + sequence.charCodeAt(0))
      : DECODER.decode(Uint8Array.from(sequence, (byte) => byte.charCodeAt(0))),
  );
}
