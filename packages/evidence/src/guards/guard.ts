import type { ArmCheck, Comparison, Coverage, Facts, FrozenPlan, GuardFinding, Outcome, Table } from "@likewise/schema";
import type { TableEntry } from "../tables/provenance.ts";
import type { GuardSentenceId } from "./guard-sentences.ts";

/**
 * A way in which a study misleads, and how it is recognised.
 *
 * Its name, explanation and advice for a reader stand in the wording catalogue of the report, under the same id.
 */
export interface Guard extends TableEntry {
  readonly id: string;
  /** What it looks for, with its thresholds. */
  readonly gist: string;
  /** The cap that already ends the verdict for this flaw: its reason is the sentence of the claims. */
  readonly cap?: string;
  /** Null where the flaw is not there, or nothing says so. */
  detect(given: GuardInput): Detection | null;
}

/** What guards look at: one comparison, exact, with all that is known of it. */
export interface GuardInput {
  /** With the groups as the data show them. */
  readonly comparison: Comparison;
  /** Facts of the plan with what the data show against them. */
  readonly facts: Facts;
  readonly outcomes: readonly Outcome[];
  readonly checks: readonly ArmCheck[];
  /** Names of facts and options the data show otherwise than the plan. */
  readonly seen: ReadonlySet<string>;
  readonly coverage: readonly Coverage[];
  readonly tables: readonly Table[];
  readonly frozen: FrozenPlan | null;
  /** Tables of records the study brings. */
  readonly brings: ReadonlySet<string>;
}

/** A flaw found. */
export interface Detection {
  readonly effect: GuardFinding["effect"];
  readonly basis: GuardFinding["basis"];
  /** Ids of the outcomes it bears on; all of the comparison when left out. */
  readonly outcomes?: readonly string[];
  /** Ids of the checks it rests on. */
  readonly checks?: readonly string[];
  /** Keys of other results it rests on. */
  readonly keys?: readonly string[];
  /** Sentences with numbers, besides those of its checks. */
  readonly shown?: readonly { readonly rule: GuardSentenceId; readonly slots: Readonly<Record<string, string>> }[];
}
