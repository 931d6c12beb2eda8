import type { Cohort } from "@likewise/schema";
import type { DraftColumn } from "../draft-source.ts";
import type { DraftTable } from "../draft-study.ts";
import { draftValues } from "../draft-values.ts";
import type { Questions } from "../questions.ts";

type Values = [string, ...string[]];

/** Who was treated and who they are compared with. */
export interface DraftArms {
  readonly plan: NonNullable<Cohort["arms"]>;
  /** Position of the column in the people's file (-1 where another table says the arm), and their values of each arm. */
  readonly position: number;
  readonly treated: ReadonlySet<string>;
  readonly comparison: ReadonlySet<string>;
}

/** @returns null where nobody is there to be compared with */
export function askArms(
  { ask }: Questions,
  people: DraftTable,
  referrals: DraftTable | undefined,
  selections: DraftTable | undefined,
): DraftArms | null {
  const arm = people.columns.find(({ name }) => name === "arm");
  if (arm === undefined && selections !== undefined) return askPanel(ask, selections);
  if (arm === undefined) {
    ask({
      id: "arms",
      question: "Who was treated, and who are they compared with?",
      evidence: "no column says an arm",
      choices: ["everyone was treated, and nobody is there to compare them with"],
    });
    return null;
  }
  const { values } = draftValues("people", arm.column, arm.words);
  const rows = rowsByCode(arm, values);
  const codes = [...rows.keys()].sort((a, b) => likelyTreated(b) - likelyTreated(a));
  const splits = codes.map((code) => ({ treated: [code], comparison: codes.filter((other) => other !== code) }));
  const position = people.choice.columns.indexOf(arm.column);
  const chosen = ask({
    id: "arms",
    question: `Which value of "${arm.column.header}" is the programme, and which the people it is compared with?`,
    evidence: [...rows]
      .map(([code, count]) => `${code} in ${count} rows`)
      .concat(noPlace(referrals, people, position, values))
      .join("; "),
    choices: splits.map(
      ({ treated, comparison }) => `${treated.join(", ")} is treated, ${comparison.join(", ")} is compared with them`,
    ),
  });
  const { treated, comparison } = splits[chosen]!;
  const theirs = (of: readonly string[]) =>
    new Set(arm.column.texts.filter((text) => of.includes(String(values[text] ?? text))));
  return {
    plan: {
      from: "people.arm",
      treated: [...treated] as Values,
      comparison: [...comparison] as Values,
      labels: { treated: "people in the programme", comparison: "people not in the programme" },
    },
    position,
    treated: theirs(treated),
    comparison: theirs(comparison),
  };
}

/** A panel's decision says the arm where people carry none. */
function askPanel(ask: Questions["ask"], selections: DraftTable): DraftArms | null {
  const decision = selections.columns.find(({ name }) => name === "panel_decision")!;
  const { values } = draftValues("selections", decision.column, decision.words);
  const rows = rowsByCode(decision, values);
  const comparison = ["not-selected", "capacity-refused"].filter((code) => rows.has(code));
  const of = (codes: readonly string[]): DraftArms => ({
    plan: {
      from: "selections.panel_decision",
      treated: ["selected"],
      comparison: [...codes] as Values,
      labels: { treated: "people selected for the programme", comparison: "people not given a place" },
    },
    position: -1,
    treated: new Set(),
    comparison: new Set(),
  });
  const sets = comparison.length > 1 ? [comparison, ["capacity-refused"], ["not-selected"]] : [comparison];
  const chosen = ask({
    id: "arms",
    question: `Who is compared with the people "${decision.column.header}" selects?`,
    evidence: [...rows].map(([code, count]) => `${code} in ${count} rows`).join("; "),
    choices: sets.map((codes) => `selected is treated, ${codes.join(", ")} is compared with them`),
  });
  return sets[chosen]!.length === 0 || !rows.has("selected") ? null : of(sets[chosen]!);
}

/** Rows of each code of a column, as the draft recodes it. */
function rowsByCode(
  { column, missingTexts }: DraftColumn,
  values: Readonly<Record<string, string | boolean>>,
): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (const [at, text] of column.texts.entries()) {
    if (missingTexts.has(text)) continue;
    const code = String(values[text] ?? text);
    rows.set(code, (rows.get(code) ?? 0) + column.counts[at]!);
  }
  return rows;
}

function likelyTreated(code: string): number {
  if (/compar|control|untreated|wait|no[tn]?\b|no place/i.test(code)) return -1;
  return /programme|program|treat|interven|referred|yes|active/i.test(code) ? 1 : 0;
}

/** What the reason of closing says of an arm: people who had no place could have been treated. */
function noPlace(
  referrals: DraftTable | undefined,
  people: DraftTable,
  armPosition: number,
  values: Readonly<Record<string, string | boolean>>,
): string[] {
  const reason = referrals?.columns.find(({ name }) => name === "closure_reason");
  if (referrals === undefined || reason === undefined || referrals.choice.file !== people.choice.file) return [];
  const recoded = draftValues("referrals", reason.column, reason.words).values;
  const position = referrals.choice.columns.indexOf(reason.column);
  const rows = new Map<string, number>();
  for (const row of people.choice.file.rows) {
    if (recoded[(row[position] ?? "").trim()] !== "capacity") continue;
    const arm = (row[armPosition] ?? "").trim();
    const code = String(values[arm] ?? arm);
    rows.set(code, (rows.get(code) ?? 0) + 1);
  }
  return [...rows].map(
    ([code, count]) => `"${reason.column.header}" says that there was no place in ${count} rows of ${code}`,
  );
}
