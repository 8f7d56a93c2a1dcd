import type { Change } from '../task-definition/diff.ts';

/** Why there is something to deploy. */
export type Reason =
  | { readonly kind: 'changed'; readonly changes: readonly Change[] }
  | { readonly kind: 'first' }
  | { readonly kind: 'not-settled'; readonly state: string }
  | { readonly kind: 'forced' }
  | { readonly kind: 'count'; readonly from: number; readonly to: number }
  | { readonly kind: 'setting'; readonly name: string; readonly from: string; readonly to: string }
  | { readonly kind: 'tag-moved'; readonly container: string; readonly image: string }
  | {
      readonly kind: 'tag-unproven';
      readonly container: string;
      readonly image: string;
      readonly why: string;
    };
