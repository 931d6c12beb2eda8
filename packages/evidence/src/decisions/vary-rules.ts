import { isTable, type Results, resultKey, type Table } from "@likewise/schema";
import type { DecisionRule, Filling } from "./decision-rule.ts";
import { counted, plain, verdicts } from "./fillings.ts";

/** Completers below this share of those who started are a reason to look at how the programme keeps people. */
const lowCompletion = 0.5;

/** What speaks for varying the programme, and what that rests on which was not measured. */
export const varyRules = [
  {
    id: "decision-vary-support",
    option: "vary",
    place: "reasons",
    slots: ["offered", "linked"],
    words: [],
    gist: "support was not offered to every linked victim-survivor",
    find: supportShort,
  },
  {
    id: "decision-vary-completion",
    option: "vary",
    place: "reasons",
    slots: ["completed", "started"],
    words: [],
    gist: `fewer than ${lowCompletion} of those who started completed, no case of theirs open`,
    find: fewCompleted,
  },
  {
    id: "decision-vary-mixed",
    option: "vary",
    place: "reasons",
    slots: [],
    words: ["better", "worse"],
    gist: "outcomes of the headline comparison point both ways",
    find: (results) => {
      const { better, worse } = verdicts(results);
      return better === 0 || worse === 0 ? [] : [counted({ better, worse })];
    },
  },
  {
    id: "decision-vary-reach",
    option: "vary",
    place: "reasons",
    slots: ["ratio", "low", "high"],
    words: ["group", "by"],
    gist: "a group was selected less often than everybody else, its interval below 1",
    find: ({ tables }) => tables.flatMap(lessOften),
  },
  {
    id: "decision-vary-groups-unknown",
    option: "vary",
    place: "unknown",
    slots: [],
    words: [],
    gist: "no estimate of a subgroup",
    find: ({ comparisons }) =>
      comparisons.some(({ estimates }) => estimates.some(({ subgroup }) => subgroup !== null)) ? [] : [plain],
  },
] as const satisfies readonly DecisionRule[];

function supportShort({ safety }: Results): Filling[] {
  const item = safety.find(({ id }) => id === "support-offered");
  const [offered, linked] = [item?.numerator, item?.denominator];
  if (typeof offered !== "number" || typeof linked !== "number" || offered >= linked) return [];
  const at = (part: string) => resultKey("safety", "support-offered", part);
  return [{ slots: { offered: at("numerator"), linked: at("denominator") }, words: {} }];
}

function fewCompleted({ funnel }: Results): Filling[] {
  const [started, completed] = ["started", "completed"].map((step) => funnel.find((one) => one.step === step));
  const [begun, finished] = [started?.count, completed?.count];
  if (typeof begun !== "number" || typeof finished !== "number") return [];
  if (completed!.open !== 0 || finished >= lowCompletion * begun) return [];
  const at = (step: string) => resultKey("funnel", step, "count");
  return [{ slots: { completed: at("completed"), started: at("started") }, words: {} }];
}

/** Groups whose selection rate is below everybody else's, by the interval of the ratio. */
function lessOften(table: Table): Filling[] {
  const { id, dimensions, cells } = table;
  const [groups] = dimensions;
  if (!isTable(table, "reach-ratio-*") || groups === undefined) return [];
  return cells.flatMap(({ at, value, interval }, index) => {
    const high = interval?.[1];
    if (at.measure !== "others" || typeof value !== "number" || typeof high !== "number" || high >= 1) return [];
    const key = (...path: (string | number)[]) => resultKey("tables", id, "cells", index, ...path);
    const group = groups.levels.find((level) => level.id === at[groups.id])?.label ?? at[groups.id]!;
    return [
      {
        slots: { ratio: key("value"), low: key("interval", 0), high: key("interval", 1) },
        words: { group, by: groups.label.toLowerCase() },
      },
    ];
  });
}
