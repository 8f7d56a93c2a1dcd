import type { TaggedImage } from '../registry/tagged-image.ts';
import type { DescribedPromotion } from './describe.ts';
import type { PromotionPlan } from './plan.ts';

/** An image, and what will be done for it. */
export interface PlannedPromotion {
  readonly described: DescribedPromotion;
  /** What has its tags now. */
  readonly found: ReadonlyMap<string, TaggedImage>;
  readonly plan: Exclude<PromotionPlan, { readonly kind: 'refuse' }>;
}
