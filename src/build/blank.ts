/** What Go counts as blank (unicode.IsSpace), as the content of a set. */
export const BLANK = '\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';

const AROUND = new RegExp(`^[${BLANK}]+|[${BLANK}]+$`, 'g');
const BEFORE = new RegExp(`^[${BLANK}]+`);

/** Without the blanks around it (strings.TrimSpace). */
export const trimmed = (text: string): string => text.replace(AROUND, '');

export const trimmedStart = (text: string): string => text.replace(BEFORE, '');
