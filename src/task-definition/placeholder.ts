/** A piece of a text that may hold placeholders. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'placeholder'; readonly name: string; readonly text: string }
  | { readonly kind: 'malformed'; readonly text: string; readonly why: string };

/**
 * Cuts a text into plain pieces and placeholders: `${{ name }}`, and the names that CodePipeline's ECS
 * actions use, `<IMAGE1_NAME>` to `<IMAGE4_NAME>` and `<TASK_DEFINITION>`.
 */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let rest = text;
  for (let found = opening.exec(rest); found !== null; found = opening.exec(rest)) {
    if (found.index > 0) pieces.push({ kind: 'text', text: rest.slice(0, found.index) });
    const piece = pieceAt(rest.slice(found.index), found[1]);
    pieces.push(piece);
    rest = rest.slice(found.index + piece.text.length);
  }
  if (rest !== '') pieces.push({ kind: 'text', text: rest });
  return pieces;
}

const opening = /\$\{\{|<(IMAGE[1-4]_NAME|TASK_DEFINITION)>/;

function pieceAt(text: string, classic: string | undefined): Piece {
  if (classic !== undefined) return { kind: 'placeholder', name: classic, text: `<${classic}>` };
  const end = text.indexOf('}}');
  if (end === -1) return { kind: 'malformed', text, why: 'it is not closed with }}' };
  const inner = text.slice(3, end);
  const whole = text.slice(0, end + 2);
  if (inner.includes('${{')) return { kind: 'malformed', text: whole, why: 'another one stands in it' };
  const name = inner.trim();
  if (name === '') return { kind: 'malformed', text: whole, why: 'it has no name' };
  if (/^[\w./-]+$/.test(name)) return { kind: 'placeholder', name, text: whole };
  return {
    kind: 'malformed',
    text: whole,
    why: 'only a name can stand in it: there are no functions or operators',
  };
}
