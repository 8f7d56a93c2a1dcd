import ts from 'typescript';

/** A source with one place broken. */
export interface Mutant {
  readonly source: string;
  /** Line of the broken place, from 1. */
  readonly line: number;
  /** What was there and what is there now; does not change when lines move. */
  readonly description: string;
}

interface Edit {
  readonly node: ts.Node;
  readonly text: string;
  /** What is said of it, where the text of the node alone would not tell it from another of the line. */
  readonly said?: string;
}

const OPERATORS: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
]);

/**
 * Every mutant of a source: an entry of a list left out, the value of a table's entry replaced by each other
 * value of the table, a condition turned round, a comparison or connective replaced, `some` and `every`
 * exchanged. Types are left alone; an entry left out of an object would be a type error, or is one of a value.
 */
export function mutantsOf(file: string, source: string): readonly Mutant[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.ES2023, true);
  const edits: Edit[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isImportDeclaration(node)) return;
    edits.push(...editsAt(node));
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return edits.map((edit) => apply(tree, edit));
}

function editsAt(node: ts.Node): readonly Edit[] {
  if (ts.isIfStatement(node)) return [{ node: node.expression, text: `!(${node.expression.getText()})` }];
  if (ts.isConditionalExpression(node))
    return [{ node: node.condition, text: `!(${node.condition.getText()})` }];
  if (ts.isBinaryExpression(node)) {
    const text = OPERATORS.get(node.operatorToken.kind);
    if (text === undefined) return [];
    const [left, right] = [flat(node.left.getText()), flat(node.right.getText())];
    const said = `${left.slice(-40)} ${node.operatorToken.getText()} ${right.slice(0, 40)} → ${text}`;
    return [{ node: node.operatorToken, text, said }];
  }
  if (ts.isPropertyAccessExpression(node) && ['some', 'every'].includes(node.name.text)) {
    return [{ node: node.name, text: node.name.text === 'some' ? 'every' : 'some' }];
  }
  if (ts.isObjectLiteralExpression(node)) return isAtTop(node) ? swaps(valuesOf(node)) : [];
  if (!ts.isArrayLiteralExpression(node) || node.elements.length < 2 || !isAtTop(node)) return [];
  const removals = node.elements.map((entry) => ({ node: entry, text: NOTHING }));
  return [...removals, ...swaps(node.elements.filter(ts.isArrayLiteralExpression).flatMap(lastOf))];
}

/** Whether a list or object is written out at the top of a module, be it inside a Set or Map. */
function isAtTop(node: ts.Expression): boolean {
  let parent: ts.Node = node.parent;
  while (ts.isNewExpression(parent) || ts.isSatisfiesExpression(parent) || ts.isAsExpression(parent))
    parent = parent.parent;
  return ts.isVariableDeclaration(parent) && ts.isSourceFile(parent.parent.parent.parent);
}

const valuesOf = (table: ts.ObjectLiteralExpression): readonly ts.Expression[] =>
  table.properties.filter(ts.isPropertyAssignment).map(({ initializer }) => initializer);

/** The value of an entry that is a pair. */
const lastOf = ({ elements }: ts.ArrayLiteralExpression): readonly ts.Expression[] => elements.slice(-1);

/** Each value of a table replaced by each other one that is written out. */
function swaps(values: readonly ts.Expression[]): readonly Edit[] {
  const literals = values.filter(isLiteral);
  const texts = [...new Set(literals.map((literal) => literal.getText()))];
  return literals.flatMap((node) =>
    texts.filter((text) => text !== node.getText()).map((text) => ({ node, text })),
  );
}

const isLiteral = (node: ts.Expression): boolean =>
  ts.isStringLiteral(node) ||
  ts.isNumericLiteral(node) ||
  node.kind === ts.SyntaxKind.TrueKeyword ||
  node.kind === ts.SyntaxKind.FalseKeyword;

/** Stands where an entry of a list was. */
const NOTHING = '...[]';

function apply(tree: ts.SourceFile, { node, text, said }: Edit): Mutant {
  const [start, end] = [node.getStart(tree), node.getEnd()];
  const source = tree.text.slice(0, start) + text + tree.text.slice(end);
  const around = flat(tree.text.slice(lineStart(tree.text, start), lineEnd(tree.text, end)));
  const now = text === NOTHING ? 'left out' : flat(text);
  const change = said ?? `${flat(node.getText(tree)).slice(0, 80)} → ${now.slice(0, 80)}`;
  return {
    source,
    line: tree.getLineAndCharacterOfPosition(start).line + 1,
    description: `${change} in: ${around.slice(0, 120)}`,
  };
}

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at) + 1;
const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
};
