import type {
  BooleanColumn,
  CategoryColumn,
  Columns,
  DateColumn,
  IntegerColumn,
  NumberColumn,
  TextColumn,
} from "../columns/columns.ts";

/** What one unit of analysis is. */
export type UnitKind = "person" | "dyad" | "family" | "area-month";

/**
 * What every person-level artefact carries besides its columns. Such artefacts stop at `compare`; what goes further is
 * aggregate. Stored as Parquet (one row per row) beside this header as JSON.
 */
export interface ArtefactHeader {
  readonly version: 1;
  readonly unitKind: UnitKind;
  /** Options actually used to make it. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly seed: number | null;
  /** SHA-256 of what it was made from, in order. */
  readonly madeFrom: readonly string[];
  /** 0 for observed data; imputed data sets are 1 … m. */
  readonly imputation: number;
}

/**
 * Columns every artefact has. `unit` is the ordinal of the unit by natural order of its id as received;
 * rows are ordered by it. `id` stays in `private/`.
 */
export interface UnitColumns {
  readonly unit: IntegerColumn;
  readonly id: TextColumn;
  readonly cluster: CategoryColumn;
  readonly role: CategoryColumn;
}

/** Unit, stage, date: index dates and every stage reached. */
export interface Anchors extends ArtefactHeader {
  readonly kind: "likewise/anchors";
  readonly table: Columns & {
    readonly columns: UnitColumns & { readonly stage: CategoryColumn; readonly date: DateColumn };
  };
}

/** The stage of the anchors that is the index date. */
export const indexStage = "index";

/**
 * For each person analysed, whether the source of events was searched for them, whether they were found in it, and the
 * first and last day it would show an event of theirs. Days are missing where the person was not found or the plan
 * declares none: such a person is never event-free. One row for each index row of the anchors, in their order.
 */
export interface Observation extends Columns {
  readonly columns: {
    readonly unit: IntegerColumn;
    readonly searched: BooleanColumn;
    readonly found: BooleanColumn;
    readonly from: DateColumn;
    readonly to: DateColumn;
  };
}

/**
 * One row per unit: arm and covariates, none of which looks past the index date. The only artefact matching accepts.
 * `arm` is 1 = treated, 0 = comparison; covariates are the other columns, named in `covariates`.
 */
export interface Baseline extends ArtefactHeader {
  readonly kind: "likewise/baseline";
  readonly covariates: readonly string[];
  readonly table: Columns & {
    readonly columns: UnitColumns & { readonly arm: BooleanColumn; readonly indexDate: DateColumn };
  };
}

/**
 * `observed`: known for the whole window. `censored`: observation ended first, so the row serves time-to-event models
 * and rates but no share. `missing`: not searched for, not found or blank; `missingReason` says which.
 */
export type OutcomeStatus = "observed" | "censored" | "missing";

/**
 * One row per unit and outcome. `value` is 0/1, a count or a score; where `time` is present it is the time to the event
 * (value 1) or to the end of observation (value 0). `exposureYears` is the time at risk.
 */
export interface Outcomes extends ArtefactHeader {
  readonly kind: "likewise/outcomes";
  readonly table: Columns & {
    readonly columns: UnitColumns & {
      readonly outcome: CategoryColumn;
      readonly window: CategoryColumn;
      readonly value: NumberColumn;
      /** Time to the event or to the end of observation, in the outcome's time unit; all missing when not a time. */
      readonly time: NumberColumn;
      readonly exposureYears: NumberColumn;
      readonly status: CategoryColumn;
      readonly missingReason: CategoryColumn;
    };
  };
}

/** Unit, (start, stop], event and covariates constant inside the spell: the input of time-to-event models. */
export interface Spells extends ArtefactHeader {
  readonly kind: "likewise/spells";
  readonly covariates: readonly string[];
  readonly table: Columns & {
    readonly columns: UnitColumns & {
      readonly start: NumberColumn;
      readonly stop: NumberColumn;
      readonly event: BooleanColumn;
    };
  };
}

/**
 * How people went through a programme, for the strategies of a target trial: one row per unit and strategy. `reachedDay` is
 * the day the milestone of the strategy (completion, a number of sessions) was reached and `leftDay` the day the person
 * left for good, both in days after time zero; missing = did not. `unknown` says why neither can be said, missing where
 * they can.
 */
export interface Courses extends Columns {
  readonly columns: {
    readonly unit: IntegerColumn;
    readonly strategy: CategoryColumn;
    readonly reachedDay: NumberColumn;
    readonly leftDay: NumberColumn;
    readonly unknown: CategoryColumn;
  };
}
