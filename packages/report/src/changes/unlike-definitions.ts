import { type Departure, keySegments, type Results, resultAt, resultKey } from "@likewise/schema";
import type { DefinitionChange } from "./changes.ts";

/** Which numbers are not the same thing in two releases, though their keys are. */
export interface UnlikeDefinitions {
  readonly changes: readonly DefinitionChange[];
  readonly isUnlike: (key: string) => boolean;
}

/** Parts of an entry that say what its numbers are: where one differs, they are of something else. */
const defining = [
  "definition",
  "window",
  "unit",
  "basis",
  "reporter",
  "direction",
  "estimand",
  "measure",
  "population",
  "timeUnit",
  "question",
] as const;

/** Parts of the plan that decide who is counted, and the keys of the numbers that count them. */
const plans: readonly { readonly path: RegExp; readonly keys: RegExp }[] = [
  { path: /^cohort\.(unit|role|indexDate|eligibility|pseudoStarts)\b/, keys: /^(?!accounts\/)/ },
  { path: /^cohort\.arms\.(?!labels\b)/, keys: /^(?!accounts\/)/ },
  { path: /^cohort\.analysisSet\b/, keys: /^(comparisons|blocks)\// },
  { path: /^cohort\.completion\b/, keys: /complet/ },
  { path: /^cohort\.funnel\.steps\b/, keys: /^funnel\// },
];

/** Keys of an outcome of the plan that change no number of it. */
const wordsOfOutcome = /^outcomes\[([^\]]+)\](?!\.(label|description|primary|smallestEffect|estimator|level)\b)/;

/**
 * Finds what is defined otherwise in two releases: entries of results by what they say of themselves, outcomes and the
 * cohort by the plan.
 *
 * @param plan departures of the later plan from the earlier
 */
export function unlikeDefinitions(before: Results, now: Results, plan: readonly Departure[]): UnlikeDefinitions {
  const fromPlan = plan.flatMap((departure) => {
    const outcome = wordsOfOutcome.exec(departure.path)?.[1];
    const scope =
      outcome === undefined ? plans.find(({ path }) => path.test(departure.path))?.keys : ofOutcome(outcome);
    return scope === undefined ? [] : [{ scope, change: changeOfPlan(departure) }];
  });
  const found = new Map<string, readonly DefinitionChange[]>();
  const ofEntry = (path: readonly string[]): readonly DefinitionChange[] => {
    const key = resultKey(...path);
    const known = found.get(key);
    if (known !== undefined) return known;
    const changes = entryChanges(key, partAt(before, key), partAt(now, key));
    found.set(key, changes);
    return changes;
  };
  const isUnlike = (key: string): boolean => {
    if (fromPlan.some(({ scope }) => scope.test(key))) return true;
    const path = keySegments(key);
    return path.some((_, at) => at > 0 && ofEntry(path.slice(0, at)).length > 0);
  };
  for (const key of entriesOf(now)) ofEntry(keySegments(key));
  return { changes: [...fromPlan.map(({ change }) => change), ...[...found.values()].flat()], isUnlike };
}

/** Entries that say what their numbers are. */
function entriesOf({ tables, safety, comparisons }: Results): string[] {
  return [
    ...tables.map(({ id }) => resultKey("tables", id)),
    ...safety.map(({ id }) => resultKey("safety", id)),
    ...comparisons.flatMap(({ id, estimates }) => [
      resultKey("comparisons", id),
      ...estimates.map((estimate) => resultKey("comparisons", id, "estimates", estimate.id)),
    ]),
  ];
}

/** Segments that name the outcome, alone or before what tells its entries apart; tables name it in their ids. */
function ofOutcome(id: string): RegExp {
  return new RegExp(`(^|[/:-])${id.replace(/[^\w-]/g, "\\$&")}([/:-]|$)`);
}

function changeOfPlan({ path, frozen, now }: Departure): DefinitionChange {
  return { of: "the plan", part: path, before: frozen ?? "not there", now: now ?? "taken out" };
}

function entryChanges(key: string, before: unknown, now: unknown): DefinitionChange[] {
  if (!isEntry(before) || !isEntry(now)) return [];
  const own = defining.flatMap((part) => changeOf(key, part, before[part], now[part]));
  // A comparison says in its design whom it sets against whom.
  const [was, is] = [before.design, now.design];
  if (!isEntry(was) || !isEntry(is)) return own;
  const design = ["comparator", "estimand", "analysisSet"].flatMap((part) => changeOf(key, part, was[part], is[part]));
  return [...own, ...design];
}

function changeOf(of: string, part: string, before: unknown, now: unknown): DefinitionChange[] {
  const [was, is] = [before, now].map((value) => (typeof value === "string" ? value : null));
  if (was === is) return [];
  return [{ of, part, before: was ?? "not declared", now: is ?? "not declared" }];
}

function isEntry(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function partAt(results: Results, key: string): unknown {
  try {
    return resultAt(results, key);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
