import type { Results } from "@likewise/schema";

/** Lists of what a report must hold. */
export type Checklist = "consort" | "trend" | "strobe" | "tidier" | "cheers";

/** How far a report meets an item. */
export type ItemState = "met" | "partly" | "not met";

/** One thing a report must hold, in our own words, with where several lists ask for it. */
export interface ReportingItem {
  readonly what: string;
  /** Number of the item in each list that asks for it. */
  readonly items: Readonly<Partial<Record<Checklist, string>>>;
  /** Id of the section that meets it. */
  readonly section: string;
  /** What to do where it is not met or met in part. */
  readonly lacks: string;
  state(results: Results): ItemState;
}
