import { type Comparison, type Figure, isWithheld, type Results } from "@likewise/schema";
import { coarsenCurves } from "./coarsen-curves.ts";
import { disclosedEconomics } from "./disclosed-economics.ts";
import { toOneDecimal } from "./one-decimal.ts";
import { placeOf } from "./place.ts";
import type { Profile } from "./profiles.ts";
import { publishable } from "./publishable.ts";
import { roundedMeasure } from "./rounded-measure.ts";
import { roundedSensitivity } from "./rounded-sensitivity.ts";
import { roundedTargetTrial } from "./rounded-target-trial.ts";
import { scrubTexts } from "./scrub-texts.ts";
import type { Count } from "./system/count-system.ts";
import type { Withholding } from "./system/suppress.ts";
import type { Derived, Readings } from "./views/readings.ts";

/** One number withheld: where, of which kind, and why; never what it was. */
export interface LogEntry {
  readonly key: string;
  readonly withheld: Withholding;
  readonly why: string;
}

/**
 * Exact results to publishable results: the one place where numbers are withheld.
 *
 * Small counts go, then what would give them away by subtraction within a table, between linked tables, between steps
 * of a pathway and against earlier releases, then every share, interval, estimate, test, model and curve worked out
 * from them. The shape stays: a withheld number is `{ withheld: "primary" | "secondary" }`.
 *
 * @param results the working edition, exact
 * @param profile what is withheld, and when
 * @param earlierReleases published editions people may hold already
 * @returns the published edition, and a log without values, in the order of the keys
 * @throws RangeError when given a published edition of another profile: disclosure starts from exact results
 */
export function disclose(
  results: Results,
  profile: Profile,
  earlierReleases: readonly Results[] = [],
): { results: Results; log: LogEntry[] } {
  if (results.edition === "published") return published(results, profile);

  requireViews(results);
  const { results: coarse, readings, suppression, ...ofTables } = publishable(results, profile, earlierReleases);
  const { withheld, unprotected } = suppression;

  const copy = structuredClone(coarse);
  const log = [
    ...ofTables.changed.map(
      (key): LogEntry => ({ key, withheld: "secondary", why: "nothing less protects its counts" }),
    ),
    ...withholdCounts(copy, readings.counts, withheld, profile),
    ...withholdDerived(copy, readings, withheld, profile),
  ];
  const notes = [...ofTables.notes, ...finishComparisons(copy, readings.counts, withheld, profile)];
  if (unprotected.length > 0)
    notes.push("Some counts cannot be protected, because what gives them away is known already.");
  copy.measures = copy.measures.map((measure) => roundedMeasure(measure, profile));
  const money = disclosedEconomics(copy, profile);
  copy.economics = money.economics;
  log.push(...money.log);
  copy.edition = "published";
  copy.disclosure = {
    profile: profile.id,
    threshold: profile.threshold,
    withheldPrimary: occurrences(copy, "primary"),
    withheldSecondary: occurrences(copy, "secondary"),
    notes,
  };
  return { results: copy, log };
}

/** A part of the results that no view reads would be published as it is: that part stops here until it has one. */
function requireViews(results: Results): void {
  const unread = (["services"] as const).filter((part) => {
    const value = results[part];
    return Array.isArray(value) ? value.length > 0 : value !== null;
  });
  if (unread.length > 0)
    throw new RangeError(`disclose: every part of the results must have a view, got ${unread.join(", ")} without one`);
}

function published(results: Results, profile: Profile): { results: Results; log: LogEntry[] } {
  const { disclosure } = results;
  if (disclosure?.profile !== profile.id || disclosure.threshold !== profile.threshold)
    throw new RangeError(
      `disclose: results must be the working edition, got the edition published under ${disclosure?.profile ?? "no profile"}`,
    );
  return { results: structuredClone(results), log: [] };
}

function withholdCounts(
  results: Results,
  counts: readonly Count[],
  withheld: ReadonlyMap<string, Withholding>,
  profile: Profile,
): LogEntry[] {
  const why = {
    primary: `a count below ${profile.threshold}, or none or all of a group`,
    secondary: "it would give another withheld count away",
  };
  return counts.flatMap((count) => {
    const kind = withheld.get(count.id);
    if (kind === undefined) return [];
    return count.printedAt.flatMap((key) =>
      withholdAt(results, key, kind) ? [{ key, withheld: kind, why: why[kind] }] : [],
    );
  });
}

function withholdDerived(
  results: Results,
  { counts, derived }: Readings,
  withheld: ReadonlyMap<string, Withholding>,
  profile: Profile,
): LogEntry[] {
  const sizes = new Map(counts.map((count) => [count.id, count.value]));
  return derived.flatMap(({ keys, from, people, as }) => {
    const kinds = from.map((id) => withheld.get(id));
    const few = people !== null && sizes.get(people)! < profile.minimumDenominator;
    if (!few && kinds.every((kind) => kind === undefined)) return [];
    const kind: Withholding = few || kinds.includes("primary") ? "primary" : "secondary";
    const cause = few ? `of fewer than ${profile.minimumDenominator} people` : "worked out from a withheld count";
    const why = as === "rounded" || as === "one decimal" ? `${cause}: rounded` : cause;
    return keys.flatMap((key) => (goes[as](results, key, kind, profile) ? [{ key, withheld: kind, why }] : []));
  });
}

/** How a derived number leaves the page; each says whether there was anything to take away. */
const goes: Record<Derived["as"], (results: Results, key: string, kind: Withholding, profile: Profile) => boolean> = {
  withheld: withholdAt,
  blank: (results, key) => replaceAt(results, key, () => null),
  rounded: (results, key, _, profile) => replaceAt(results, key, (value) => roundedTo(value, profile)),
  "one decimal": (results, key) =>
    replaceAt(results, key, (value) => (typeof value === "number" ? toOneDecimal(value) : value)),
  removed: (results, key) => {
    const place = placeOf(results, key);
    return place !== null && delete place.holder[place.name];
  },
};

function roundedTo(value: unknown, { significantDigits }: Profile): unknown {
  return typeof value === "number" && significantDigits !== null ? Number(value.toPrecision(significantDigits)) : value;
}

function withholdAt(results: Results, key: string, kind: Withholding): boolean {
  return replaceAt(results, key, () => ({ withheld: kind }));
}

/** Replaces a number (or an unbounded limit); what is missing or withheld already stays as it is. */
function replaceAt(results: Results, key: string, replacement: (value: unknown) => unknown): boolean {
  const place = placeOf(results, key);
  const value = place?.holder[place.name];
  if (place === null || value === null || value === undefined || isWithheld(value)) return false;
  place.holder[place.name] = replacement(value);
  return true;
}

function finishComparisons(
  results: Results,
  counts: readonly Count[],
  withheld: ReadonlyMap<string, Withholding>,
  profile: Profile,
): string[] {
  const notes = new Set<string>();
  results.comparisons = results.comparisons.map((comparison): Comparison => {
    const { curves, changed } = coarsenCurves(comparison, profile);
    if (changed)
      notes.add(
        `Survival curves end where fewer than ${profile.minimumAtRisk} people are at risk, and their steps are merged until each holds ${profile.threshold} events or more.`,
      );
    const { models, design } = roundedModels(comparison, profile);
    if (models.length > 0 && profile.significantDigits !== null)
      notes.add(`Terms of models are rounded to ${profile.significantDigits} significant digits.`);
    const inside = (count: Count) => count.printedAt.some((key) => key.startsWith(`comparisons/${comparison.id}/`));
    const values = counts.filter((count) => withheld.has(count.id) && inside(count)).map((count) => count.value);
    const scrubbed = scrubTexts(comparison, [...new Set(values)]);
    const estimates = scrubbed.estimates.map((estimate) => roundedSensitivity(estimate, profile));
    const targetTrial = roundedTargetTrial(scrubbed.targetTrial, profile);
    return {
      ...scrubbed,
      ...(targetTrial === undefined ? {} : { targetTrial }),
      estimates,
      curves,
      models,
      design,
    };
  });
  return [...notes];
}

/** What is fitted to rows, to as many digits as anyone reads: with fifteen, joint counts nobody prints could be found. */
function roundedModels({ models, design }: Comparison, profile: Profile): Pick<Comparison, "models" | "design"> {
  const figure = (value: Figure) => roundedTo(value, profile) as Figure;
  const { caliper } = design as { readonly caliper?: { readonly width?: unknown } | null };
  return {
    models: models.map((model) => ({
      ...model,
      terms: model.terms.map((term) => ({
        ...term,
        estimate: figure(term.estimate),
        standardError: figure(term.standardError),
      })),
      ...(model.concordance === undefined
        ? {}
        : {
            concordance: {
              value: figure(model.concordance.value),
              standardError: figure(model.concordance.standardError),
            },
          }),
    })),
    design:
      caliper === undefined || caliper === null
        ? design
        : { ...design, caliper: { ...caliper, width: roundedTo(caliper.width, profile) } },
  };
}

function occurrences(node: unknown, kind: Withholding): number {
  if (typeof node !== "object" || node === null) return 0;
  if (isWithheld(node)) return node.withheld === kind ? 1 : 0;
  return Object.values(node).reduce((sum: number, child) => sum + occurrences(child, kind), 0);
}
