import { isTable, resultKey, type Table } from "@likewise/schema";
import type { Detection, Guard, GuardInput } from "./guard.ts";

/** Whom a programme's people are set against: groups that would differ without any programme. */
export const groupGuards: readonly Guard[] = [
  {
    id: "uncontrolled-before-after",
    gist: "nobody is compared with the people of the programme",
    cap: "C1",
    detect: (given) => {
      if (given.comparison.design.comparator !== "none") return null;
      const refused = refusedForCapacity(given.tables);
      return {
        effect: "stops-verdict",
        basis: "plan",
        shown: refused === null ? [] : [{ rule: "guard-refused-for-capacity", slots: { decisions: refused } }],
      };
    },
    source: "evaluation standards 1.2; caps table",
    status: "policy",
  },
  {
    id: "regression-to-the-mean",
    gist: "nobody is compared, and people were chosen for what they did lately: what selection alone leads to stands beside",
    cap: "C1",
    detect: ({ comparison, tables }) => {
      const alone = tables.find((table) => isTable(table, "blocks-selection-alone"));
      if (comparison.design.comparator !== "none" || alone === undefined) return null;
      return { effect: "stops-verdict", basis: "data", shown: selectionAlone(alone) };
    },
    source: "Barnett and others (2005), doi:10.1093/ije/dyh299; offending and harm 5",
    status: "policy",
  },
  comparatorGuard("national-rate", "the comparison is a rate for other people", "C2"),
  comparatorGuard("completers-against-dropouts", "those who finished against those who left", "C3", "dropouts", [
    "left-early",
    "completed",
  ]),
  comparatorGuard("refusers-comparison", "the comparison is people who said no", "C5", "refusers", ["declined"]),
  {
    id: "completers-headline",
    gist: "only those who completed are counted as treated: asked for, and nine in ten of the arm completed",
    cap: "C4",
    detect: ({ comparison: { design }, seen }) => {
      if (design.analysisSet !== "completed" || design.comparator === "none") return null;
      return seen.has("analysisSet")
        ? { effect: "stops-verdict", basis: "data", checks: ["completed"] }
        : { effect: "stops-verdict", basis: "plan" };
    },
    source: "caps table",
    status: "policy",
  },
  {
    id: "historical-comparison",
    gist: "the comparison group is from an earlier time; by the data: at most one in ten of either arm is followed from a time within a quarter of the other",
    detect: (given) => comparedWith(given, "historical", ["same-time"], "stops-cause"),
    source: "caps table; the margin of a quarter is ours",
    status: "policy",
  },
];

function comparatorGuard(
  id: string,
  gist: string,
  cap: string,
  comparator = id,
  checks: readonly string[] = [],
): Guard {
  return {
    id,
    gist,
    cap,
    detect: (given) => comparedWith(given, comparator, checks, "stops-verdict"),
    source: "caps table; that half of an arm decides what it is, is ours",
    status: "policy",
  };
}

function comparedWith(
  { comparison, seen }: GuardInput,
  comparator: string,
  checks: readonly string[],
  effect: Detection["effect"],
): Detection | null {
  if (comparison.design.comparator !== comparator) return null;
  return seen.has("comparator") ? { effect, basis: "data", checks } : { effect, basis: "plan" };
}

/** What selection alone would give, stage by stage, in the first half-year after. */
function selectionAlone({ id, cells }: Table): NonNullable<Detection["shown"]> {
  return cells.flatMap((cell, index): NonNullable<Detection["shown"]> => {
    if (cell.at.block !== "block+1") return [];
    const at = (...path: readonly (string | number)[]) => resultKey("tables", id, "cells", index, ...path);
    if (cell.value !== null)
      return [{ rule: "guard-selection-alone", slots: { expected: at("value"), stage: at("at", "anchor") } }];
    if (cell.interval === null) return [];
    return [
      {
        rule: "guard-selection-alone-range",
        slots: { low: at("interval", 0), high: at("interval", 1), stage: at("at", "anchor") },
      },
    ];
  });
}

/** Decisions that found somebody suitable and refused them for want of a place: the comparison that was there to be made. */
function refusedForCapacity(tables: readonly Table[]): string | null {
  const decisions = tables.find((table) => isTable(table, "selection-decisions"));
  const index = [
    { panel: "capacity-refused", provider: "total" },
    { panel: "selected", provider: "capacity-refused" },
  ]
    .map(({ panel, provider }) =>
      (decisions?.cells ?? []).findIndex(
        ({ at, numerator }) => at.panel === panel && at.provider === provider && numerator !== 0,
      ),
    )
    .find((found) => found >= 0);
  return index === undefined ? null : resultKey("tables", decisions!.id, "cells", index, "numerator");
}
