/** A text of the builder without what may open a door: user names and passwords of its URLs, and what they ask. */
export const withoutCredentials = (text: string): string =>
  text.replace(/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, '$1***@').replace(/\b(https?:\/\/[^\s?#"']+)\?[^\s#"']+/gi, '$1?***');
