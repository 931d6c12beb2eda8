import type { Cohort, StudyPlan } from "@likewise/schema";
import type { DraftTable } from "../draft-study.ts";
import type { Questions } from "../questions.ts";

/** What counts as reoffending, and over how long. */
export type OutcomeChoice = { readonly events: "domestic" | "all"; readonly months: 12 | 24 };

export function askOutcome({ ask }: Questions, events: DraftTable): OutcomeChoice {
  const domestic = events.columns.some(({ name }) => name === "domestic");
  const all: OutcomeChoice[] = [
    ...(domestic ? [{ events: "domestic", months: 12 } as const] : []),
    { events: "all", months: 12 },
    ...(domestic ? [{ events: "domestic", months: 24 } as const] : []),
  ];
  const chosen = ask({
    id: "outcome",
    question: "What counts as reoffending, and over how long?",
    evidence: domestic ? `"${headerOf(events, "domestic")}" marks domestic abuse` : "no column marks domestic abuse",
    choices: all.map((one) => `at least one recorded ${crimeWords(one)} within ${one.months} months of the index date`),
  });
  return all[chosen]!;
}

export function askPartPlayed(
  { ask }: Questions,
  events: DraftTable,
  outcome: OutcomeChoice,
): "recorded-crime" | "incident" {
  const told = ["crime", "role"].filter((field) => events.columns.some(({ name }) => name === field));
  if (told.length === 0) return "recorded-crime";
  const headers = told.map((field) => `"${headerOf(events, field)}"`).join(" and ");
  const chosen = ask({
    id: "part-played",
    question: "Do incidents that are no crime count? Rows in which the person is the victim never do.",
    evidence: `${headers} tell them apart`,
    choices: [
      `crimes only: a ${crimeWords(outcome)} with the person as suspect or offender`,
      "incidents that are no crime too: the basis is then incident, not recorded crime",
    ],
  });
  return chosen === 0 ? "recorded-crime" : "incident";
}

function headerOf({ columns }: DraftTable, field: string): string {
  return columns.find(({ name }) => name === field)?.column.header ?? field;
}

function crimeWords({ events }: OutcomeChoice): string {
  return events === "domestic" ? "domestic-abuse crime" : "crime of any kind";
}

export function outcomesOf(
  { events, months }: OutcomeChoice,
  basis: "recorded-crime" | "incident",
): StudyPlan["outcomes"] {
  const what = `${events === "domestic" ? "domestic-abuse " : ""}${basis === "incident" ? "incidents" : "reoffending"}`;
  const short = `${events === "domestic" ? "da" : "any"}-${basis === "incident" ? "incident" : "recorded"}`;
  const shared = {
    unit: "person",
    basis,
    reporter: "police",
    definition: "recorded",
    window: `recorded-${months}m`,
    from: "events",
    events,
    direction: "lower",
  } as const;
  return [
    {
      id: `${short}-${months}m`,
      label: `recorded ${what} within ${months} months`,
      kind: "binary",
      primary: true,
      measure: "riskDifference",
      ...shared,
    },
    {
      id: `${short}-count-${months}m`,
      label: `number of recorded ${events === "domestic" ? "domestic-abuse " : ""}${basis === "incident" ? "incidents" : "crimes"} within ${months} months`,
      kind: "count",
      ...shared,
    },
  ];
}

export type BaselineItems = readonly NonNullable<Cohort["baseline"]>[number][];

export function baselineItems(
  events: DraftTable,
  outcome: OutcomeChoice,
  basis: "recorded-crime" | "incident",
): BaselineItems {
  const domestic = events.columns.some(({ name }) => name === "domestic");
  const of = outcome.events === "domestic" && domestic ? "domestic" : "all";
  const what = of === "domestic" ? "domestic-abuse crimes" : "crimes";
  const rule = basis === "incident" ? { basis } : {};
  // The first is the outcome itself, before the index date.
  return [
    {
      id: `${of === "domestic" ? "da" : "any"}_12m_before`,
      label: `${what} in the 12 months before`,
      events: of,
      measure: "count",
      window: "before-12m",
      ...rule,
    },
    {
      id: "any_24m_before",
      label: "crimes of any kind in the 24 months before",
      events: "all",
      measure: "count",
      window: "before-24m",
      ...rule,
    },
  ];
}
