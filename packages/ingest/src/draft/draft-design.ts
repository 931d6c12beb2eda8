import { type Cohort, Failure, isoDate, type StudyPlan, type TableSource } from "@likewise/schema";
import { askArms } from "./design/ask-arms.ts";
import { askBeforeIndex } from "./design/ask-before-index.ts";
import { askExtractDate } from "./design/ask-extract-date.ts";
import { askFound } from "./design/ask-found.ts";
import { askIndexDate } from "./design/ask-index-date.ts";
import { comparable } from "./design/comparable-covariates.ts";
import { designNotes } from "./design/design-notes.ts";
import { draftComparisons } from "./design/draft-comparisons.ts";
import { askOutcome, askPartPlayed, baselineItems, outcomesOf } from "./design/draft-outcomes.ts";
import type { DraftNote } from "./draft.ts";
import type { DraftColumn } from "./draft-source.ts";
import type { DraftTable } from "./draft-study.ts";
import type { Questions } from "./questions.ts";

/** What a study asks of its tables, as far as the tables suggest it. */
export interface DraftDesign {
  /** Extract date, whole days since 1970-01-01. */
  readonly asAt: number | null;
  /** Columns a table maps for the design's sake. */
  readonly columns: ReadonlyMap<string, readonly DraftColumn[]>;
  /** Names of covariates that are not mapped after all. */
  readonly dropped: ReadonlySet<string>;
  readonly constants: ReadonlyMap<string, NonNullable<TableSource["constants"]>>;
  readonly coverage: ReadonlyMap<string, NonNullable<TableSource["coverage"]>>;
  /** Recodes by table and field. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, Readonly<Record<string, boolean>>>>;
  readonly plan: Pick<StudyPlan, "cohort" | "outcomes" | "comparisons" | "evidence" | "disclosure" | "report">;
  readonly notes: readonly DraftNote[];
}

/**
 * Extract date, arms, index date, covariates, outcome and the headline comparison, each from what the tables hold and
 * each put to the analyst.
 *
 * @param unread names of files in which no record was recognised
 */
export function draftDesign(asking: Questions, tables: readonly DraftTable[], unread: readonly string[]): DraftDesign {
  const table = (name: string) => tables.find(({ choice }) => choice.table === name);
  const people = table("people")!;
  const events = table("events");
  if (events === undefined) {
    const held = tables.map(({ choice }) => `${choice.file.name} holds ${choice.table}`).join("; ");
    const rest =
      unread.length === 0
        ? ""
        : `; no record was recognised in ${unread.join(", ")}: where its rows say by name or number whom they are about, and hold no id, write study.yaml by hand and link that table by identifiers (Linking in packages/ingest/README.md)`;
    throw new Failure(
      "data",
      `no file holds events (offences or incidents with the id of a person and a date), so no outcome can be drafted: ${held}${rest}`,
    );
  }
  const notes: DraftNote[] = [];
  const asAt = askExtractDate(asking, tables);
  const found = askFound(asking, table("searches"));
  const arms = askArms(asking, people, table("referrals"), table("selections"));
  const index = askIndexDate(asking, people, tables, arms);
  const dropped = askBeforeIndex(asking, people);
  const outcome = askOutcome(asking, events);
  const basis = askPartPlayed(asking, events, outcome);
  const baseline = baselineItems(events, outcome, basis);
  const constants = new Map<string, NonNullable<TableSource["constants"]>>();
  if (!people.columns.some(({ name }) => name === "role")) {
    constants.set("people", { role: "perpetrator" });
    notes.push({
      path: ["data", "tables", "people", "constants"],
      text: "No column says who people are: all are taken to be perpetrators",
    });
  }
  const cohort: Cohort = {
    unit: "person",
    role: "perpetrator",
    ...(arms === null ? {} : { arms: arms.plan }),
    indexDate: index.reference,
    analysisSet: "referred",
    // Where the people compared were referred too, a pathway of all referrals would count both arms as one.
    ...(arms === null ? {} : { funnel: { from: "treated" } }),
    baseline: [...baseline],
  };
  const outcomes = outcomesOf(outcome, basis);
  const covariates = comparable(people, arms, cohort, dropped, baseline);
  notes.push(...designNotes(arms, index, covariates));
  return {
    asAt,
    columns: new Map(index.column === null ? [] : [["people", [index.column]]]),
    dropped,
    constants,
    coverage: new Map(asAt === null ? [] : [["events", { to: isoDate(asAt) }]]),
    values: new Map(found === null ? [] : [["searches", new Map([["found", found]])]]),
    plan: {
      cohort,
      outcomes,
      comparisons: draftComparisons(arms, outcomes, covariates, baseline),
      evidence: {},
      disclosure: { profile: "default" },
      report: { status: "draft" },
    },
    notes,
  };
}
