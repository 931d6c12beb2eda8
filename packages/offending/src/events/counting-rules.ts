import { type Cohort, Failure, type Outcome, type WindowDefinition, windowDefinition } from "@likewise/schema";

type Flags = Readonly<Record<string, boolean>>;

/** What an event must be to count, by the basis an outcome rests on. */
export interface BasisRule {
  readonly basis: Outcome["basis"];
  /** Flags an event must have. */
  readonly where: Flags;
  /** It counts once proven, by the window's proof edge. */
  readonly proven: boolean;
  readonly words: string;
}

/** Crimes nobody made by supervising or looking. */
const ofTheirOwn: Flags = { crime: true, breach: false, proactive: false };

/**
 * Bases that events can have. A breach of an order or licence alone, a crime on record only because the programme or the
 * police went looking, and an incident that is no crime, are in none but `incident`: what a programme's own supervision produces would otherwise count against it.
 *
 * A charge has no date of its own in the records: a crime counts on the day it happened, if its disposal shows a charge
 * by the day of the extract. Crimes near the end of the data have had less time for one.
 *
 * @example
 * basisRules.map((rule) => rule.basis); // ["recorded-crime", "charged", "proven", "incident"]
 */
export const basisRules: readonly BasisRule[] = [
  {
    basis: "recorded-crime",
    where: ofTheirOwn,
    proven: false,
    words: "crimes recorded, neither breaches alone nor found only by looking",
  },
  {
    basis: "charged",
    where: { ...ofTheirOwn, charged: true },
    proven: false,
    words:
      "crimes charged (disposal charge or conviction) by the day of the extract, neither breaches alone nor found only by looking",
  },
  {
    basis: "proven",
    where: ofTheirOwn,
    proven: true,
    words:
      "crimes proven (conviction, caution, reprimand or warning) by the proof edge, neither breaches alone nor found only by looking",
  },
  { basis: "incident", where: {}, proven: false, words: "incidents of every kind, crimes or not" },
];

/** Which of those events an outcome or covariate is about. */
export interface ScopeRule {
  readonly events: NonNullable<Outcome["events"]>;
  readonly where: Flags;
  /** It needs to know who the victim-survivor at the index date is. */
  readonly needsVictim: boolean;
}

/**
 * The scopes an outcome or covariate can have.
 *
 * @example
 * scopeRules.filter((rule) => rule.needsVictim).map((rule) => rule.events); // ["same-victim", "new-victim"]
 */
export const scopeRules: readonly ScopeRule[] = [
  { events: "all", where: {}, needsVictim: false },
  { events: "domestic", where: { domestic: true }, needsVictim: false },
  { events: "same-victim", where: { sameVictim: true }, needsVictim: true },
  { events: "new-victim", where: { newVictim: true }, needsVictim: true },
];

/** What to count, in which window. */
export interface Counting {
  readonly window: WindowDefinition;
  readonly where: Flags;
  readonly needsVictim: boolean;
}

/**
 * How an outcome counts events.
 *
 * @throws Failure (usage) when the plan's parts do not fit together: a basis events cannot have, a proven outcome
 *   without a proof edge, a window that is not one or looks back
 */
export function outcomeCounting(outcome: Outcome): Counting & { readonly proven: boolean } {
  const where = `outcomes: ${outcome.id}`;
  const rule = basisRules.find(({ basis }) => basis === outcome.basis);
  if (rule === undefined) {
    const known = basisRules.map(({ basis }) => basis).join(", ");
    throw new Failure("usage", `${where}: basis must be one that events can have (${known}), got ${outcome.basis}`);
  }
  const window = windowNamed(outcome.window, where);
  if (window.side !== "after")
    throw new Failure("usage", `${where}: window must follow the index date, got ${window.id}`);
  if (rule.proven !== (window.provenBy !== null)) {
    throw new Failure(
      "usage",
      rule.proven
        ? `${where}: a proven outcome needs a window with a proof edge (moj-proven-<m>m, moj-<days>-<proof days>), got ${window.id}`
        : `${where}: a window with a proof edge needs basis proven, got ${outcome.basis}`,
    );
  }
  const named = outcome.definition === "proven" || outcome.definition === "recorded";
  if (named && (outcome.definition === "proven") !== rule.proven) {
    throw new Failure("usage", `${where}: definition ${outcome.definition} does not fit basis ${outcome.basis}`);
  }
  return { window, proven: rule.proven, ...scoped(rule, outcome.events ?? "all") };
}

/**
 * How a baseline covariate counts events.
 *
 * @throws Failure (usage) when its window is not one, or looks past the index date
 */
export function baselineCounting(item: NonNullable<Cohort["baseline"]>[number]): Counting {
  const where = `cohort.baseline: ${item.id}`;
  const window = windowNamed(item.window, where);
  if (window.side !== "before") {
    throw new Failure(
      "usage",
      `${where}: window must end at the index date (before-<m>m, block-<k>), got ${window.id}`,
    );
  }
  const rule = basisRules.find(({ basis }) => basis === (item.basis ?? "recorded-crime"))!;
  return { window, ...scoped(rule, item.events) };
}

function scoped(rule: BasisRule, events: ScopeRule["events"]): { where: Flags; needsVictim: boolean } {
  const scope = scopeRules.find((candidate) => candidate.events === events)!;
  return { where: { ...rule.where, ...scope.where }, needsVictim: scope.needsVictim };
}

function windowNamed(id: string | undefined, where: string): WindowDefinition {
  if (id === undefined) throw new Failure("usage", `${where}: a window is needed`);
  try {
    return windowDefinition(id);
  } catch (error) {
    if (error instanceof RangeError) throw new Failure("usage", `${where}: ${error.message}`);
    throw error;
  }
}
