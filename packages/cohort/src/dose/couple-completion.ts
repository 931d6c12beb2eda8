import { type Columns, type StudyPlan, type Table, tableId } from "@likewise/schema";
import { countCell, dimensionOf, total } from "../pathway/cells.ts";
import { type CompletionStatus, completionByRule } from "../pathway/completion.ts";
import type { CompletionRule } from "../pathway/completion-rules.ts";
import { textAt } from "../people/fields.ts";

export interface CoupleCompletion {
  readonly kind: "likewise/couple-completion";
  readonly definition: string;
  readonly couples: number;
  /** Couples in which both started and neither is open or unknown. */
  readonly known: number;
  readonly counts: Readonly<Record<"both" | "first-only" | "second-only" | "none", number>>;
  readonly notKnown: number;
  readonly tables: readonly Table[];
  readonly refusals: ReturnType<typeof completionByRule>["refusals"];
}

/**
 * Completion of couples: both, one, or none, as a two-by-two table by role. A couple is a dyad of the links: the person and
 * the one linked to them. Only couples of whom both started and both outcomes are known are in the table; others are
 * counted. Where no couple is known there is no table.
 */
export function coupleCompletion({
  plan,
  tables,
  rule,
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  rule: CompletionRule;
}): CoupleCompletion {
  const result = completionByRule({ plan, tables, rule });
  const status = new Map<string, CompletionStatus>(result.people.map((person) => [person.id, person.status]));
  const couples = couplesOf(tables.links);
  const decided = (id: string) => status.get(id) === "completed" || status.get(id) === "not-completed";
  const known = couples.filter(([first, second]) => decided(first) && decided(second));
  const done = (id: string) => status.get(id) === "completed";
  const count = (a: boolean, b: boolean) =>
    known.filter(([first, second]) => done(first) === a && done(second) === b).length;
  const counts = {
    both: count(true, true),
    "first-only": count(true, false),
    "second-only": count(false, true),
    none: count(false, false),
  };
  const definition = `couple-${rule.id}`;
  return {
    kind: "likewise/couple-completion",
    definition,
    couples: couples.length,
    known: known.length,
    counts,
    notKnown: couples.length - known.length,
    tables: result.refusals.length > 0 || known.length === 0 ? [] : [twoByTwo(definition, counts)],
    refusals: result.refusals,
  };
}

function twoByTwo(definition: string, counts: CoupleCompletion["counts"]): Table {
  const levels = [
    { id: "completed", label: "Completed" },
    { id: "not-completed", label: "Did not complete" },
  ];
  const cell = (first: string, second: string, people: number) =>
    countCell({ "person-who-uses-abuse": first, partner: second }, people);
  const [both, first, second, none] = [counts.both, counts["first-only"], counts["second-only"], counts.none];
  return {
    id: tableId("completion-of-*", definition),
    title: "Completion of both members of a couple",
    unit: "dyad",
    definition,
    window: null,
    dimensions: [
      dimensionOf("person-who-uses-abuse", "Person who uses abuse", levels, true),
      dimensionOf("partner", "Partner", levels, true),
    ],
    cells: [
      cell("completed", "completed", both),
      cell("completed", "not-completed", first),
      cell("completed", total, both + first),
      cell("not-completed", "completed", second),
      cell("not-completed", "not-completed", none),
      cell("not-completed", total, second + none),
      cell(total, "completed", both + second),
      cell(total, "not-completed", first + none),
      cell(total, total, both + first + second + none),
    ],
    linked: [],
  };
}

function couplesOf(links: Columns | undefined): readonly (readonly [string, string])[] {
  const couples = new Map<string, readonly [string, string]>();
  for (let row = 0; row < (links?.numRows ?? 0); row++) {
    const [first, second] = [textAt(links!.columns.person, row), textAt(links!.columns.linked_person, row)];
    if (textAt(links!.columns.kind, row) !== "dyad" || first === null || second === null) continue;
    couples.set(JSON.stringify([first, second]), [first, second]);
  }
  return [...couples.values()];
}
