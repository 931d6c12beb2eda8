import type { Comparison, Estimate, Interval, Results } from "@likewise/schema";
import { choiceCells, choiceHead, headlineChoices } from "../../charts/headline-choices.ts";
import { cellText, effectFormat, intervalText } from "../../figures.ts";
import { outcomeLabel } from "../../headline.ts";
import { type Html, html } from "../../page/html.ts";
import { empty } from "../../page/parts.ts";
import { dataTable } from "../../page/table.ts";
import { formatCount, formatP, formatPercent, formatRatio } from "../../wording/formats.ts";
import { capital } from "../../wording/sentence-case.ts";
import { estimateName } from "../sensitivity.ts";

/** Every check of every comparison, number by number. */
export function checks(results: Results): Html {
  const shown = results.comparisons.filter(({ estimates }) => estimates.some(({ primary }) => primary));
  if (shown.length === 0) return empty("No effect was estimated, so there is nothing to doubt.");
  return html`${shown.map((comparison) => comparisonPart(comparison, results))}`;
}

function comparisonPart(comparison: Comparison, results: Results): Html {
  const answers = comparison.estimates.filter(({ primary, subgroup }) => primary && subgroup === null);
  const part: Part = { label: comparison.label, answers, name: (estimate) => estimateName(estimate, results) };
  return html`<h3>${comparison.label}</h3>
${hiddenBias(part)}${ties(comparison, results)}${answers.map((estimate) => otherChoices(estimate, part, results))}${missingOutcomes(part)}${recording(part)}`;
}

interface Part {
  readonly label: string;
  /** The estimates that decide. */
  readonly answers: readonly Estimate[];
  readonly name: (estimate: Estimate) => string;
}

function hiddenBias({ label, answers, name }: Part): Html {
  const bounded = answers.filter(({ sensitivity: { rosenbaum } }) => rosenbaum.length > 0);
  const gammas = [...new Set(bounded.flatMap(({ sensitivity: s }) => s.rosenbaum.map(({ gamma }) => gamma)))];
  return dataTable({
    caption: `One-sided p at the worst, if something unmeasured changed the odds of a place by each of these factors (Rosenbaum bounds). One side at 0.05 is not the 95% interval, which has 0.025 a side: ${label}`,
    head: ["Estimate", ...gammas.map((gamma) => `By ${gamma}`), "Largest factor with one-sided p of 0.05 or less"],
    rows: bounded.map((estimate) => {
      const { rosenbaum, rosenbaumTest } = estimate.sensitivity;
      const pAt = (gamma: number) => rosenbaum.find((bound) => bound.gamma === gamma)?.pUpper;
      const largest = rosenbaumTest?.largestGamma;
      return [
        name(estimate),
        ...gammas.map((gamma) => cellText(pAt(gamma), formatP)),
        largest === null ? "none" : cellText(largest, formatRatio),
      ];
    }),
  });
}

function ties({ matching, label, estimates }: Comparison, results: Results): Html {
  return dataTable({
    caption: `The estimate over all ways to choose between equally good matches: ${label}`,
    head: ["Outcome", "Least to greatest"],
    rows: Object.entries(matching?.tieRange ?? {}).map(([outcome, range]) => {
      const decides = estimates.find((estimate) => estimate.outcome === outcome && estimate.primary);
      const format = decides === undefined ? formatRatio : effectFormat(decides);
      return [capital(outcomeLabel(results, outcome)), range === null ? "not tried" : intervalText(range, format)];
    }),
  });
}

const kinds = {
  specification: { first: "Way of comparing", caption: "Other declared ways of comparing" },
  caliper: { first: "Largest distance of a match", caption: "With closer and with looser matches" },
  site: { first: "Left out", caption: "With one site left out at a time" },
} as const;

/** A table for each kind of choice, but for those a chart shows with a table of its own. */
function otherChoices(estimate: Estimate, { name }: Part, results: Results): Html | null {
  const isDrawn = (kind: keyof typeof kinds) =>
    kind !== "site" && headlineChoices(results, kind)?.estimate === estimate;
  const tables = (Object.keys(kinds) as (keyof typeof kinds)[])
    .filter((kind) => !isDrawn(kind))
    .map((kind) => ({ kind, choices: estimate.sensitivity.robustness.filter((choice) => choice.kind === kind) }))
    .filter(({ choices }) => choices.length > 0)
    .map(({ kind, choices }) =>
      dataTable({
        caption: `${kinds[kind].caption}: ${name(estimate)}`,
        head: choiceHead(kinds[kind].first, estimate),
        rows: choices.map((choice) => choiceCells(estimate, choice)),
      }),
    );
  return html`${tables}`;
}

const bounds = {
  "worst-case": "Nothing assumed of people whose outcome is not known",
  lee: "Assumed that the programme only helps, or only hinders, knowing an outcome (Lee bounds)",
} as const;

function missingOutcomes({ label, answers, name }: Part): Html {
  return dataTable({
    caption: `With people whose outcome is not known: ${label}`,
    head: ["Estimate", "Assumed", "Not known, programme", "Not known, comparison", "Least to greatest", "Interval"],
    rows: answers.flatMap((estimate) =>
      (estimate.sensitivity.missingOutcomes ?? []).map(({ method, lower, upper, interval, missing }) => [
        name(estimate),
        bounds[method],
        cellText(missing.treated, formatCount),
        cellText(missing.comparison, formatCount),
        intervalText([lower, upper], effectFormat(estimate)),
        intervalText(interval, effectFormat(estimate)),
      ]),
    ),
  });
}

function recording({ label, answers, name }: Part): Html {
  const asked = answers.flatMap((estimate) => {
    const { recording: found } = estimate.sensitivity;
    return found === undefined ? [] : [{ estimate, found }];
  });
  const share = ([from, to]: readonly [number, number]) =>
    from === to ? formatPercent(from) : `${formatPercent(from)} to ${formatPercent(to)}`;
  const orNone = (limits: Interval | null, estimate: Estimate) => intervalText(limits, effectFormat(estimate));
  return html`${dataTable({
    caption: `If records missed events: ${label}`,
    head: [
      "Estimate",
      "Share of events recorded, programme",
      "Share of events recorded, comparison",
      "Estimate in the middle",
      "Range over recordings",
      "Interval over recordings and chance",
      "No effect if this share is recorded in the programme group",
    ],
    rows: asked.map(({ estimate, found }) => [
      name(estimate),
      share(found.treated.sensitivity),
      share(found.comparison.sensitivity),
      cellText(found.estimate, effectFormat(estimate)),
      orNone(found.systematicInterval, estimate),
      orNone(found.interval, estimate),
      found.noEffectAt === null ? "none would do" : cellText(found.noEffectAt, formatPercent),
    ]),
  })}${asked.map(({ estimate, found }) =>
    dataTable({
      caption: `The estimate by how many events are recorded in each group: ${name(estimate)}`,
      head: ["Recorded, programme", "Recorded, comparison", "Estimate"],
      rows: found.grid.map((point) => [
        formatPercent(point.treated),
        formatPercent(point.comparison),
        point.estimate === null
          ? "the records seen would be impossible"
          : cellText(point.estimate, effectFormat(estimate)),
      ]),
    }),
  )}`;
}
