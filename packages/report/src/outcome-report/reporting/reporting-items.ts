import type { Results } from "@likewise/schema";
import { headlineComparison } from "../../headline.ts";
import { reportPlan } from "../report-plan.ts";
import type { ItemState, ReportingItem } from "./reporting-item.ts";

/**
 * What a report must hold, by topic: each with its number in CONSORT 2025, TREND, STROBE, TIDieR and CHEERS 2022, the
 * section that meets it, and whether these results do. Words are our own; the lists have the last word.
 *
 * @source CONSORT 2025, doi:10.1136/bmj-2024-081123; TREND, doi:10.2105/AJPH.94.3.361; STROBE,
 * doi:10.1136/bmj.39335.541782.AD; TIDieR, doi:10.1136/bmj.g1687; CHEERS 2022, doi:10.1136/bmj-2021-067975
 */
export const reportingItems: readonly ReportingItem[] = [
  {
    what: "The design is named, and a summary gives the main numbers",
    items: { consort: "1", trend: "1", strobe: "1" },
    section: "summary",
    lacks: "Compare the groups, so that there is a result to summarise.",
    state: ({ claims, comparisons }) => metIf(claims.length > 0 || comparisons.length > 0),
  },
  {
    what: "Registered, with protocol and plan of analysis to be read",
    items: { consort: "2, 3" },
    section: "departures",
    lacks:
      "Freeze the plan before outcomes are seen (likewise freeze); give report.declarations.registration and protocol.",
    state: (results) => {
      const { registration, protocol } = reportPlan(results).declarations ?? {};
      const told = [registration, protocol, results.frozen].filter((one) => one != null).length;
      return told === 0 ? "not met" : told === 3 ? "met" : "partly";
    },
  },
  {
    what: "Who can have the data and the code",
    items: { consort: "4", strobe: "22" },
    section: "declarations",
    lacks: "Give report.declarations.dataAccess; the code that made these numbers is named under provenance.",
    state: (results) => (declared(results, "dataAccess") ? "met" : "partly"),
  },
  {
    what: "Who paid, what part they played, and interests of the evaluators",
    items: { consort: "5", strobe: "22" },
    section: "declarations",
    lacks: "Give programme.funders, report.declarations.fundingRole and conflicts.",
    state: (results) =>
      share([
        Array.isArray(results.study.programme?.funders),
        declared(results, "fundingRole"),
        declared(results, "conflicts"),
      ]),
  },
  {
    what: "Background and why the programme should work",
    items: { consort: "6", trend: "2", strobe: "2", tidier: "2" },
    section: "described",
    lacks: "Give programme.why, or a theory of change.",
    state: (results) => metIf(said(results, "why") || results.theory != null),
  },
  {
    what: "The question, for benefits and for harms",
    items: { consort: "7", trend: "5", strobe: "3" },
    section: "theory",
    lacks: "Give the question of the study, and measure harm to victim-survivors and children.",
    state: ({ study, safety }) => share([study.question !== null, safety.some(({ status }) => status === "measured")]),
  },
  {
    what: "How people with experience of abuse took part in the evaluation",
    items: { consort: "8" },
    section: "declarations",
    lacks: "Give report.declarations.involvement.",
    state: (results) => metIf(declared(results, "involvement")),
  },
  {
    what: "Design, with the comparison and how people came into each group",
    items: { consort: "9", trend: "8", strobe: "4" },
    section: "method",
    lacks: "State comparisons.assignment and comparator.",
    state: (results) => share([hasDesign(results, "assignment"), hasDesign(results, "comparator")]),
  },
  {
    what: "Changes to the plan after the start, with reasons",
    items: { consort: "10" },
    section: "departures",
    lacks: "Freeze the plan (likewise freeze): without it nobody can tell what was changed.",
    state: ({ frozen }) => metIf(frozen != null),
  },
  {
    what: "Places, and those who deliver it there",
    items: { consort: "11", trend: "3", strobe: "5", tidier: "5, 7" },
    section: "described",
    lacks: "Give programme.where, provider and deliverers.",
    state: (results) => share(["where", "provider", "deliverers"].map((field) => said(results, field))),
  },
  {
    what: "Who could take part, and how they were found",
    items: { consort: "12, 23", trend: "3, 13", strobe: "6" },
    section: "analysed",
    lacks: "Give programme.who, cohort.eligibility and programme.when.",
    state: (results) => {
      const { eligibility } = (results.options.cohort ?? {}) as { readonly eligibility?: readonly unknown[] };
      return share([said(results, "who"), said(results, "when"), (eligibility?.length ?? 0) > 0]);
    },
  },
  {
    what: "The programme in enough detail to be run elsewhere, materials too",
    items: { consort: "13", trend: "4", tidier: "1, 3, 4, 6, 8" },
    section: "described",
    lacks: "Give programme.name, what, materials, how and when.",
    state: (results) => share(["name", "what", "materials", "how", "when"].map((field) => said(results, field))),
  },
  {
    what: "What was fitted to the person, and what changed while it ran",
    items: { consort: "24", tidier: "9, 10" },
    section: "described",
    lacks: "Give programme.tailoring and modifications.",
    state: (results) => share(["tailoring", "modifications"].map((field) => said(results, field))),
  },
  {
    what: "Delivery as planned: how it was to be checked, and what was found",
    items: { consort: "24", tidier: "11, 12" },
    section: "theory",
    lacks: "Give programme.fidelity, and put what was found beside this report, which does not describe it.",
    state: (results) => share([said(results, "fidelity"), false]),
  },
  {
    what: "Outcomes defined, which is primary, who reports them, and how instruments were tested",
    items: { consort: "14", trend: "6", strobe: "7, 8" },
    section: "definitions",
    lacks: "Mark one outcome primary, and give each its basis and reporter.",
    state: ({ study: { outcomes } }) =>
      share([
        outcomes.some(({ primary }) => primary),
        outcomes.length > 0 && outcomes.every(({ basis, reporter }) => basis !== null && reporter !== null),
      ]),
  },
  {
    what: "Harms: how they were looked for, and what was found",
    items: { consort: "15, 27", trend: "19" },
    section: "safety",
    lacks: "Bring the tables abuse and harms.",
    // Accounts of abuse say who is safer; harm by taking part is found only where a record of it was kept.
    state: ({ accounts, safety }) =>
      accounts.some(({ table }) => table === "harms")
        ? share([true, safety.some(({ reporter, status }) => reporter === "victim-survivor" && status === "measured")])
        : "not met",
  },
  {
    what: "How many people were needed, and what these could show",
    items: { consort: "16", trend: "7", strobe: "10" },
    section: "notes",
    lacks: "Give outcomes.smallestEffect, and plan the numbers with likewise plan.",
    state: (results) =>
      share([
        results.study.outcomes.some(({ smallestEffect }) => smallestEffect !== null),
        headlineComparison(results)?.estimates.some(({ precision }) => precision != null) ?? false,
      ]),
  },
  {
    what: "How chance was drawn, concealed and carried out",
    items: { consort: "17 to 19" },
    section: "method",
    lacks: "Bring the table allocations, with the list as it was drawn.",
    state: (results) => (hasTable(results, "allocations") ? "met" : "partly"),
  },
  {
    what: "Who knew the group: people, workers, those who record outcomes",
    items: { consort: "20", trend: "9" },
    section: "evidence",
    lacks: "State under evidence who records outcomes and whether they knew the group.",
    state: (results) => metIf(hasFact(results, "blinding")),
  },
  {
    what: "Methods: estimand, adjustment, missing data, subgroups, several outcomes",
    items: { consort: "21", trend: "10, 11", strobe: "11, 12" },
    section: "method",
    lacks: "Compare the groups, and say how several outcomes are taken together (comparisons.multiplicity).",
    state: (results) => {
      const comparison = headlineComparison(results);
      if (comparison === null) return "not met";
      const outcomes = new Set(
        comparison.estimates.filter(({ subgroup }) => subgroup === null).map((one) => one.outcome),
      );
      const secondary = results.study.outcomes.filter(({ id, primary }) => outcomes.has(id) && primary !== true);
      const { multiplicity } = comparison.design as { readonly multiplicity?: unknown };
      return secondary.length > 1 && multiplicity === undefined ? "partly" : "met";
    },
  },
  {
    what: "Steps taken against bias, its likely size and direction",
    items: { trend: "8", strobe: "9, 19" },
    section: "wrong",
    lacks: "Compare the groups, and declare other ways of comparing (comparisons.sensitivity).",
    state: (results) => {
      const { estimates = [] } = headlineComparison(results) ?? {};
      return share([
        estimates.some(({ sensitivity }) => sensitivity.eValue !== null),
        estimates.some(({ sensitivity }) => sensitivity.robustness.length > 0),
      ]);
    },
  },
  {
    what: "Flow of people by group, with losses and reasons",
    items: { consort: "22", trend: "12", strobe: "13" },
    section: "implementation",
    lacks: "Bring the tables referrals and stages, and searches for both groups.",
    state: ({ funnel, coverage }) => share([funnel.length > 1, coverage.length > 0]),
  },
  {
    what: "What each group was like at the start, and those lost against those kept",
    items: { consort: "25", trend: "14, 15", strobe: "14" },
    section: "quality",
    lacks: "Name covariates in comparisons.",
    state: (results) => metIf((headlineComparison(results)?.balance.length ?? 0) > 0),
  },
  {
    what: "For each outcome: people analysed, estimate, interval, with and without adjustment, absolute and relative",
    items: { consort: "26", trend: "16, 17", strobe: "15, 16" },
    section: "outcomes",
    lacks: "Compare the groups with and without adjustment.",
    state: (results) => {
      const { estimates = [] } = headlineComparison(results) ?? {};
      const measures = new Set(estimates.map(({ measure }) => measure));
      return estimates.length === 0
        ? "not met"
        : share([new Set(estimates.map(({ adjustment }) => adjustment)).size > 1, measures.size > 1]);
    },
  },
  {
    what: "Other analyses, told apart as planned or exploratory",
    items: { consort: "28", trend: "18", strobe: "17" },
    section: "estimates",
    lacks: "Freeze the plan, which tells planned from exploratory.",
    state: ({ frozen, comparisons }) => (comparisons.length === 0 ? "not met" : frozen == null ? "partly" : "met"),
  },
  {
    what: "What the results mean, for whom, and their limits",
    items: { consort: "29, 30", trend: "20 to 22", strobe: "18 to 21" },
    section: "show",
    lacks: "Compare the groups, so that there is something to say.",
    state: (results) => metIf((headlineComparison(results)?.claims.length ?? 0) > 0),
  },
  {
    what: "Costs: whose, of what year, discounted how, over what time, and how uncertain",
    items: { cheers: "1 to 28" },
    section: "cost",
    lacks: "Fill the economics part of the plan.",
    state: ({ economics }) => metIf(economics !== null),
  },
];

function metIf(holds: boolean): ItemState {
  return holds ? "met" : "not met";
}

/** Met where all hold, in part where some do. */
function share(held: readonly boolean[]): ItemState {
  return held.every(Boolean) ? "met" : held.some(Boolean) ? "partly" : "not met";
}

function said({ study }: Results, field: string): boolean {
  return typeof study.programme?.[field] === "string";
}

function declared(results: Results, field: string): boolean {
  const declarations = reportPlan(results).declarations as Readonly<Record<string, string>> | undefined;
  return declarations?.[field] !== undefined;
}

function hasDesign(results: Results, field: string): boolean {
  const design = headlineComparison(results)?.design as Readonly<Record<string, unknown>> | undefined;
  return design?.[field] != null;
}

function hasFact({ options }: Results, fact: string): boolean {
  return (options.evidence as Readonly<Record<string, unknown>> | undefined)?.[fact] != null;
}

function hasTable({ options }: Results, table: string): boolean {
  const data = options.data as { readonly tables?: Readonly<Record<string, unknown>> } | undefined;
  return data?.tables?.[table] !== undefined;
}
