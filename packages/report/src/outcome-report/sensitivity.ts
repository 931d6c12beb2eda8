import { type Comparison, type Estimate, effectMeasure, type Interval, type Results } from "@likewise/schema";
import { choiceCells, choiceHead, headlineChoices } from "../charts/headline-choices.ts";
import { cellText, effectFormat, intervalText } from "../figures.ts";
import { headlineClaim, headlineComparison, outcomeLabel } from "../headline.ts";
import { type Html, html } from "../page/html.ts";
import { empty } from "../page/parts.ts";
import { dataTable } from "../page/table.ts";
import { formatCount, formatP, formatPercent, formatRatio } from "../wording/formats.ts";
import { estimatorLabel } from "../wording/labels.ts";
import { asSentence, capital } from "../wording/sentence-case.ts";
import type { Draw } from "./render-report.ts";

/** What would have to be so for the answers to be wrong: unmeasured differences, other choices, missing people, records. */
export async function sensitivity(results: Results, draw: Draw): Promise<Html> {
  const shown = results.comparisons.filter(({ estimates }) => estimates.some(({ primary }) => primary));
  if (shown.length === 0) return empty("No effect was estimated, so there is nothing to doubt.");
  return html`<p>An interval covers chance. It does not cover people differing in ways nobody measured, other ways to compare them, people whose outcome is not known, or events that nobody recorded. Each table takes one of these, and asks how large it would have to be.</p>
${await draw("specification-curve", "The plan declares no other ways to compare.")}${await draw("caliper-path", "The plan asks for no other calipers.")}
${shown.map((comparison) => comparisonPart(comparison, results))}`;
}

function comparisonPart(comparison: Comparison, results: Results): Html {
  const name = (estimate: Estimate) =>
    `${capital(outcomeLabel(results, estimate.outcome))}: ${effectMeasure(estimate.measure).label}, ${estimatorLabel(estimate)}`;
  const answers = comparison.estimates.filter(({ primary, subgroup }) => primary && subgroup === null);
  const part: Part = { label: comparison.label, answers, name };
  return html`<h3>${comparison.label}</h3>
${warnings(comparison, results)}${eValues(part)}${hiddenBias(part)}${ties(comparison, results)}${controls(comparison, part)}${answers.map((estimate) => otherChoices(estimate, part, results))}${missingOutcomes(part)}${recording(part)}${tiers(comparison)}`;
}

interface Part {
  readonly label: string;
  /** The estimates that decide. */
  readonly answers: readonly Estimate[];
  readonly name: (estimate: Estimate) => string;
}

/** What the checks found against the comparison stands before everything they found. */
function warnings({ sensitivity: checks }: Comparison, results: Results): Html | null {
  const found = Object.values(checks?.warnings ?? {});
  if (found.length === 0) return null;
  return html`<p class="lead-in">Found against this comparison:</p>
<ul>${found.map((text) => html`<li>${asSentence(withLabels(text, results))}</li>`)}</ul>
`;
}

/** Ids of outcomes by the names the plan gives them. */
function withLabels(text: string, { study }: Results): string {
  const longest = [...study.outcomes].sort((a, b) => b.id.length - a.id.length);
  return longest.reduce((said, { id, label }) => said.replaceAll(id, label), text);
}

function eValues({ label, answers, name }: Part): Html {
  return dataTable({
    caption: `How strong something unmeasured would have to be, as a risk ratio with both the programme and the outcome (E-value): ${label}`,
    head: ["Estimate", "To explain it away", "To make it unclear"],
    rows: answers.flatMap((estimate) => {
      const { eValue } = estimate.sensitivity;
      if (eValue === null) return [];
      return [[name(estimate), cellText(eValue.estimate, formatRatio), cellText(eValue.interval, formatRatio)]];
    }),
  });
}

function hiddenBias({ label, answers, name }: Part): Html {
  const bounded = answers.filter(({ sensitivity: { rosenbaum } }) => rosenbaum.length > 0);
  const gammas = [...new Set(bounded.flatMap(({ sensitivity: s }) => s.rosenbaum.map(({ gamma }) => gamma)))];
  return dataTable({
    caption: `One-sided p at the worst, if something unmeasured changed the odds of a place by each of these factors (Rosenbaum bounds): ${label}`,
    head: ["Estimate", ...gammas.map((gamma) => `By ${gamma}`), "Largest factor with p of 0.05 or less"],
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

function controls({ sensitivity: checks }: Comparison, { label, answers, name }: Part): Html {
  return dataTable({
    caption: `Outcomes the programme cannot affect, in which a clear difference would speak against the comparison: ${label}`,
    head: ["Estimate", "Difference or ratio", "Interval"],
    rows: answers
      .filter(({ id }) => checks?.negativeControls.includes(id))
      .map((estimate) => [
        name(estimate),
        cellText(estimate.estimate, effectFormat(estimate)),
        intervalText(estimate.interval, effectFormat(estimate)),
      ]),
  });
}

const kinds = {
  specification: { first: "Way of comparing", caption: "Other declared ways of comparing" },
  caliper: { first: "Largest distance of a match", caption: "With closer and with looser matches" },
  site: { first: "Left out", caption: "With one site left out at a time" },
} as const;

/** A table for each kind of choice, but for those a chart shows with a table of its own; of other outcomes they open on demand. */
function otherChoices(estimate: Estimate, { name }: Part, results: Results): Html | null {
  const isDrawn = (kind: keyof typeof kinds) =>
    kind !== "site" && headlineChoices(results, kind)?.estimate === estimate;
  const isHeadline =
    headlineClaim(results)?.estimate === estimate.id && headlineComparison(results)?.estimates.includes(estimate);
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
  if (tables.length === 0) return null;
  if (isHeadline) return html`${tables}`;
  return html`<details><summary>Under other choices: ${name(estimate)}</summary>
${tables}</details>
`;
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

function tiers({ sensitivity: checks }: Comparison): Html | null {
  const said = checks?.tiers ?? [];
  return said.length === 0 ? null : html`<p class="note">${said.map((text) => html`${asSentence(text)} `)}</p>\n`;
}
