/** What a member holds. Integers are whole numbers of 32 bits, as in the API reference. */
export type MemberType =
  | { readonly kind: 'string' | 'integer' | 'boolean' | 'timestamp' }
  | { readonly kind: 'list' | 'map'; readonly of: MemberType }
  | { readonly kind: 'structure'; readonly shape: string };

export interface Shape {
  readonly members: Readonly<Record<string, MemberType>>;
  readonly required?: readonly string[];
}
