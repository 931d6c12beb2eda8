import { checkShape, type MeasureDefinition, type MeasureScore, type PlanProblem } from "@likewise/schema";
import { itemNumbers } from "./item-numbers.ts";
import { runChecks } from "./run-checks.ts";

/**
 * Checks a definition of a measure, ours or a site's own: its shape, that what it refers to is there, that bands leave no
 * gap, that no reliable change is given for a checklist, and that every worked case comes out.
 *
 * @param data what the file holds, once parsed
 * @returns the definition, or every problem with its place; never throws
 * @example
 * checkDefinition({ format: "measure-definition/1" }).problems.length > 0; // true
 */
export function checkDefinition(data: unknown): { definition: MeasureDefinition } | { problems: PlanProblem[] } {
  const shape = checkShape("measure_definition", data);
  if (shape.length > 0) return { problems: shape };
  const definition = data as MeasureDefinition;
  const problems = [...itemsThere(definition), ...scoresThere(definition), ...kindsKept(definition)];
  if (problems.length > 0) return { problems };
  const failed = runChecks(definition).map(({ check, what, expected, found }) => ({
    path: `checks[${check}]`,
    message: `expected ${what} to be ${expected}, found ${found}`,
  }));
  return failed.length > 0 ? { problems: failed } : { definition };
}

function itemsThere(definition: MeasureDefinition): PlanProblem[] {
  const { items, scores, rules = [], indicators = [] } = definition;
  const lists: (readonly [string, readonly number[]])[] = [
    ["items.reverse", items.reverse],
    ["items.optional", items.optional ?? []],
    ...(items.order?.variants ?? []).map(
      ({ reverse }, at) => [`items.order.variants[${at}].reverse`, reverse] as const,
    ),
    ...scores.map((score, at) => [`scores[${at}].items`, itemNumbers(definition, score.items)] as const),
    ...indicators.map((one, at) => [`indicators[${at}].items`, one.items] as const),
    ...rules.flatMap(({ all }, at) => all.map(({ count }) => [`rules[${at}].all`, count.items] as const)),
  ];
  const strays = lists.flatMap(([path, list]) =>
    list
      .filter((item) => item > items.count)
      .map((item) => ({ path, message: `expected items from 1 to ${items.count}, found ${item}` })),
  );
  const withoutCodes = itemNumbers(definition, "all")
    .filter((item) => !items.responses.some((one) => one.items === "all" || one.items.includes(item)))
    .map((item) => ({
      path: "items.responses",
      message: `expected codes for every item, found none for item ${item}`,
    }));
  const unnumbered =
    items.count > 1 && !items.pattern.includes("{n}")
      ? [{ path: "items.pattern", message: `expected {n} where the item number goes, found "${items.pattern}"` }]
      : [];
  return [...strays, ...withoutCodes, ...unnumbered];
}

function scoresThere({ scores }: MeasureDefinition): PlanProblem[] {
  return scores.flatMap((score, at) => {
    const before = scores.slice(0, at).map(({ id }) => id);
    const strays = Object.keys(score.scores ?? {}).filter((id) => !before.includes(id));
    return [
      ...strays.map((id) => ({
        path: `scores[${at}].scores`,
        message: `expected scores listed before this one, found "${id}"`,
      })),
      ...(before.includes(score.id)
        ? [{ path: `scores[${at}].id`, message: `expected an id no other score has, found "${score.id}" again` }]
        : []),
      ...(score.method === "max" && score.missing.rule === "prorate"
        ? [
            {
              path: `scores[${at}].missing`,
              message: "expected none or min-answered for the highest of items, found prorate",
            },
          ]
        : []),
      ...bandGaps(score, at),
    ];
  });
}

/** Between bands a score may step by as much as it can: by one, or by what it is multiplied with. */
function bandGaps({ bands = [], range, transform = [] }: MeasureScore, at: number): PlanProblem[] {
  const largestStep = transform.reduce((step, { multiply = 1 }) => step * Math.abs(multiply), 1);
  return bands.flatMap(({ ranges }, set) => {
    const path = `scores[${at}].bands[${set}]`;
    const ends = [ranges[0]?.from === range[0], ranges.at(-1)?.to === range[1]];
    const gaps = ranges.slice(1).filter(({ from }, index) => {
      const step = from - ranges[index]!.to;
      return step < 0 || step > largestStep;
    });
    return [
      ...(ends.includes(false)
        ? [{ path, message: `expected bands from ${range[0]} to ${range[1]}, found other ends` }]
        : []),
      ...gaps.map(({ label }) => ({
        path,
        message: `expected no gap and no overlap between bands, found one before "${label}"`,
      })),
    ];
  });
}

/** A checklist is a count beside a judgement, and indicators have no total: neither has a change score. */
function kindsKept({ kind, scores, indicators = [] }: MeasureDefinition): PlanProblem[] {
  const changeless = kind === "risk-checklist" || kind === "satisfaction";
  const problems = scores.flatMap((score, at) =>
    changeless && (score.change ?? []).length > 0
      ? [{ path: `scores[${at}].change`, message: `expected no change for a ${kind}, found one` }]
      : [],
  );
  if (kind === "indicator-set" && scores.length > 0) {
    problems.push({ path: "scores", message: "expected no score for a set of indicators, found one" });
  }
  if (kind === "indicator-set" && indicators.length === 0) {
    problems.push({ path: "indicators", message: "expected at least one indicator, found none" });
  }
  return problems;
}
