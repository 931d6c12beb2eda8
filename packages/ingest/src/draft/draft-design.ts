import {
  type Cohort,
  type ComparisonPlan,
  covariatesOfPeople,
  Failure,
  isoDate,
  type StudyPlan,
  type TableSource,
} from "@likewise/schema";
import { shareOfKind } from "./cell-kind.ts";
import type { DraftNote } from "./draft.ts";
import { draftDates } from "./draft-dates.ts";
import type { DraftColumn } from "./draft-source.ts";
import type { DraftTable } from "./draft-study.ts";
import { draftValues } from "./draft-values.ts";
import type { Questions } from "./questions.ts";

/** What a study asks of its tables, as far as the tables suggest it. */
export interface DraftDesign {
  /** Extract date, whole days since 1970-01-01. */
  readonly asAt: number | null;
  /** Columns a table maps for the design's sake. */
  readonly columns: ReadonlyMap<string, readonly DraftColumn[]>;
  /** Names of covariates that are not mapped after all. */
  readonly dropped: ReadonlySet<string>;
  readonly constants: ReadonlyMap<string, NonNullable<TableSource["constants"]>>;
  readonly coverage: ReadonlyMap<string, NonNullable<TableSource["coverage"]>>;
  /** Recodes by table and field. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, Readonly<Record<string, boolean>>>>;
  readonly plan: Pick<StudyPlan, "cohort" | "outcomes" | "comparisons" | "evidence" | "disclosure" | "report">;
  readonly notes: readonly DraftNote[];
}

/**
 * Extract date, arms, index date, covariates, outcome and the headline comparison, each from what the tables hold and
 * each put to the analyst.
 */
export function draftDesign(asking: Questions, tables: readonly DraftTable[]): DraftDesign {
  const table = (name: string) => tables.find(({ choice }) => choice.table === name);
  const people = table("people")!;
  const events = table("events");
  if (events === undefined) {
    const held = tables.map(({ choice }) => `${choice.file.name} holds ${choice.table}`).join("; ");
    throw new Failure(
      "data",
      `no file holds events (offences or incidents with a person and a date), so no outcome can be drafted: ${held}`,
    );
  }
  const notes: DraftNote[] = [];
  const asAt = askExtractDate(asking, tables);
  const found = askFound(asking, table("searches"));
  const arms = askArms(asking, people, table("referrals"), table("selections"));
  const index = askIndexDate(asking, people, tables, arms);
  const dropped = askBeforeIndex(asking, people);
  const outcome = askOutcome(asking, events);
  const basis = askPartPlayed(asking, events, outcome);
  const baseline = baselineItems(events, outcome, basis);
  const constants = new Map<string, NonNullable<TableSource["constants"]>>();
  if (!people.columns.some(({ name }) => name === "role")) {
    constants.set("people", { role: "perpetrator" });
    notes.push({
      path: ["data", "tables", "people", "constants"],
      text: "No column says who people are: all are taken to be perpetrators",
    });
  }
  const cohort: Cohort = {
    unit: "person",
    role: "perpetrator",
    ...(arms === null ? {} : { arms: arms.plan }),
    indexDate: index.reference,
    analysisSet: "referred",
    baseline: [...baseline],
  };
  const outcomes = outcomesOf(outcome, basis);
  const covariates = comparable(people, arms, cohort, dropped, baseline);
  const comparison: ComparisonPlan = {
    id: "headline",
    label: "Everyone in the programme against similar people without it",
    headline: true,
    assignment: "selected",
    comparator: arms === null ? "none" : "concurrent-untreated",
    outcomes: outcomes.map(({ id }) => id),
    ...(arms === null
      ? { method: "none" as const }
      : {
          method: "nearest" as const,
          estimand: "att" as const,
          caliper: 0.2,
          ratio: 1,
          covariates: covariates.listed,
        }),
    ...(arms === null ? {} : { baselineOutcome: baseline[0]!.id }),
  };
  notes.push(...designNotes(arms, index, covariates));
  return {
    asAt: asAt.day,
    columns: new Map(index.column === null ? [] : [["people", [index.column]]]),
    dropped,
    constants,
    coverage: new Map(asAt.day === null ? [] : [["events", { to: isoDate(asAt.day) }]]),
    values: new Map(found === null ? [] : [["searches", new Map([["found", found]])]]),
    plan: {
      cohort,
      outcomes,
      comparisons: arms === null ? [comparison] : [comparison, asTheyAre(comparison)],
      evidence: {},
      disclosure: { profile: "default" },
      report: { status: "draft" },
    },
    notes,
  };
}

/** Nobody is left out for a covariate here: the counts are those of everybody observed. */
function asTheyAre({ assignment, comparator, outcomes }: ComparisonPlan): ComparisonPlan {
  return {
    id: "as-they-are",
    label: "Everyone in the programme against everyone without it, as they are",
    assignment,
    comparator,
    ...(outcomes === undefined ? {} : { outcomes }),
    method: "none",
    covariates: [],
  };
}

// The extract date

interface ExtractDate {
  readonly day: number | null;
}

function askExtractDate({ ask }: Questions, tables: readonly DraftTable[]): ExtractDate {
  const days = new Map<number, string[]>();
  const consider = (day: number | null, words: string) => {
    if (day !== null) days.set(day, [...(days.get(day) ?? []), words]);
  };
  const column = (tableName: string, field: string) =>
    tables.find(({ choice }) => choice.table === tableName)?.columns.find(({ name }) => name === field);
  const shared = commonest(column("searches", "to"));
  consider(shared, "the last day the searches cover");
  const last: readonly (readonly [string, string, string])[] = [
    ["events", "recorded_date", "the last crime recorded"],
    ["events", "event_date", "the last event"],
    ["searches", "to", "the last day a search covers"],
    ["searches", "searched_on", "the last search"],
    ["sessions", "session_date", "the last session"],
    ["referrals", "closed_date", "the last case closed"],
  ];
  const found = last.flatMap(([table, field, words]) => {
    const day = lastDay(column(table, field));
    return day === null || day === shared ? [] : [{ day, words }];
  });
  // Without a day that most searches share, the latest: what lies after the extract date is rejected.
  if (shared === null) found.sort((a, b) => b.day - a.day);
  for (const { day, words } of found) consider(day, words);
  const all = [...days].slice(0, 6);
  if (all.length === 0) return { day: null };
  const words = all.map(([day, what]) => `${isoDate(day)}, ${what.join(" and ")}`);
  const chosen = ask({
    id: "extract-date",
    question: "What is the extract date, the last day every source covers?",
    evidence: words.join("; "),
    choices: words,
  });
  return { day: all[chosen]![0] };
}

/** The day most rows share; null where no day is in half of them. */
function commonest(column: DraftColumn | undefined): number | null {
  const counts = new Map<number, number>();
  for (const { day, rows } of column?.dates?.days ?? []) counts.set(day, (counts.get(day) ?? 0) + rows);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  const all = [...counts.values()].reduce((sum, rows) => sum + rows, 0);
  return most !== undefined && most[1] >= 0.5 * all ? most[0] : null;
}

/** The last day, a few that stand more than a year apart from all others left out. */
function lastDay(column: DraftColumn | undefined): number | null {
  const days = column?.dates?.days ?? [];
  for (let at = days.length - 1; at >= 0; at--) {
    const before = days[at - 1]?.day ?? days[at]!.day;
    if (days[at]!.rows > 2 || days[at]!.day - before <= 366) return days[at]!.day;
  }
  return null;
}

// Who was found

function askFound({ ask }: Questions, searches: DraftTable | undefined): Readonly<Record<string, boolean>> | null {
  const found = searches?.columns.find(({ name }) => name === "found");
  if (found === undefined) return null;
  const { values } = draftValues("searches", found.column, found.words);
  const no = found.column.texts.filter((text) => values[text] === false || /^(n|no|false|0)$/i.test(text));
  const rows = found.column.texts.reduce(
    (sum, text, at) => sum + (no.includes(text) ? found.column.counts[at]! : 0),
    0,
  );
  if (rows === 0) return null;
  const chosen = ask({
    id: "found",
    question: `Does "${no.join('", "')}" mean that the person could not be traced, or was traced and has no record?`,
    evidence: `${rows} of ${found.column.present} searches`,
    choices: ["not traced: what they did is unknown", "traced, with no record: they had no events"],
  });
  return chosen === 0 ? null : Object.fromEntries(no.map((text) => [text, true]));
}

// Arms

type Values = [string, ...string[]];

interface DraftArms {
  readonly plan: NonNullable<Cohort["arms"]>;
  /** Position of the column in the people's file (-1 where another table says the arm), and their values of each arm. */
  readonly position: number;
  readonly treated: ReadonlySet<string>;
  readonly comparison: ReadonlySet<string>;
}

function askArms(
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
  const rows = new Map<string, number>();
  for (const [at, text] of arm.column.texts.entries()) {
    if (arm.missingTexts.has(text)) continue;
    const code = String(values[text] ?? text);
    rows.set(code, (rows.get(code) ?? 0) + arm.column.counts[at]!);
  }
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
  const rows = new Map<string, number>();
  for (const [at, text] of decision.column.texts.entries()) {
    if (decision.missingTexts.has(text)) continue;
    const code = String(values[text] ?? text);
    rows.set(code, (rows.get(code) ?? 0) + decision.column.counts[at]!);
  }
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

// Index date

interface DraftIndex {
  readonly reference: string | null;
  /** What people map for it. */
  readonly column: DraftColumn | null;
}

function askIndexDate(
  { ask }: Questions,
  people: DraftTable,
  tables: readonly DraftTable[],
  arms: DraftArms | null,
): DraftIndex {
  const own = dateColumns(people, tables).map(({ column, recognised }) => ({
    index: { reference: "people.index_date", column },
    recognised,
    words: `"${column.column.header}", of each person's first row`,
    evidence: `${column.column.header}: ${filledByArm(people, column, arms)}`,
  }));
  const elsewhere = [
    ["selections", "decision_date"],
    ["referrals", "referral_date"],
    ["stages", "date"],
  ].flatMap(([name, field]) => {
    const table = tables.find(({ choice }) => choice.table === name && choice.file !== people.choice.file);
    const column = table?.columns.find((one) => one.name === field);
    if (column === undefined) return [];
    return [
      {
        index: { reference: `${name}.${field}`, column: null },
        recognised: true,
        words: `"${column.column.header}" of ${name}, the first of each person`,
        evidence: `${name} has ${column.column.header} for ${table!.choice.matches.get("person")?.column.texts.length ?? 0} ids`,
      },
    ];
  });
  const all = [
    ...own.filter(({ recognised }) => recognised),
    ...elsewhere,
    ...own.filter(({ recognised }) => !recognised),
  ].slice(0, 5);
  if (all.length === 0) return { reference: null, column: null };
  const chosen = ask({
    id: "index-date",
    question: "On which day does follow-up start, by the same rule in both arms?",
    evidence: all
      .map(({ evidence }) => evidence)
      .concat(secondRows(people))
      .join("; "),
    choices: all.map(({ words }) => words),
  });
  return all[chosen]!.index;
}

/** Dates in the people's file that could start follow-up, the referral first; when a case closed is no start. */
function dateColumns(
  people: DraftTable,
  tables: readonly DraftTable[],
): readonly { readonly column: DraftColumn; readonly recognised: boolean }[] {
  const { choice, identifying } = people;
  const sharing = tables.filter((table) => table.choice.file === choice.file);
  const fieldOf = (header: string) =>
    sharing.flatMap(({ columns }) => columns).find(({ column }) => column.header === header)?.name ?? "";
  const rank = ["index_date", "decision_date", "referral_date", "session_date", ""];
  const found = choice.columns.flatMap((column) => {
    const field = fieldOf(column.header);
    if (identifying.has(column.header) || !rank.includes(field)) return [];
    if (column.present === 0 || shareOfKind(column, "date", undefined) < 0.8) return [];
    const dates = draftDates(column, choice.file.realDates);
    // A day that nearly all share is that of a print or an update.
    if (dates.dayOf.size < 3) return [];
    const draft: DraftColumn = {
      name: "index_date",
      column,
      words: { field: "index_date", headers: [], cells: "date" },
      dates,
      missingTexts: new Map(),
      missingNumbers: new Map(),
      isCovariate: false,
      isId: false,
      isRequired: false,
      because: "the day follow-up starts, of each person's first row",
    };
    return [{ column: draft, recognised: field !== "" }];
  });
  const rankOf = ({ column }: { readonly column: DraftColumn }) => rank.indexOf(fieldOf(column.column.header));
  return found.sort((a, b) => rankOf(a) - rankOf(b));
}

function filledByArm({ choice }: DraftTable, { column, dates }: DraftColumn, arms: DraftArms | null): string {
  const position = choice.columns.indexOf(column);
  const filled = (of: ReadonlySet<string> | null) => {
    const rows = choice.file.rows.filter((row) => of === null || of.has((row[arms!.position] ?? "").trim()));
    return `${rows.filter((row) => dates!.dayOf.has((row[position] ?? "").trim())).length} of ${rows.length}`;
  };
  if (arms === null || arms.position === -1) return `a date in ${filled(null)} rows`;
  return `a date in ${filled(arms.treated)} rows of ${arms.plan.treated.join(", ")} and ${filled(arms.comparison)} of ${arms.plan.comparison.join(", ")}`;
}

function secondRows({ choice }: DraftTable): string[] {
  const person = choice.matches.get("person")!.column;
  const several = person.counts.filter((count) => count > 1).length;
  return several === 0 ? [] : [`${several} ${several === 1 ? "person has" : "people have"} more than one row`];
}

// Covariates

function askBeforeIndex({ ask }: Questions, people: DraftTable): ReadonlySet<string> {
  const covariates = people.columns.filter(({ isCovariate }) => isCovariate);
  if (covariates.length === 0) return new Set();
  const chosen = ask({
    id: "before-index",
    question: `Do ${covariates.map(({ column }) => `"${column.header}"`).join(" and ")} describe the person before the index date?`,
    evidence: "the file does not say when they were recorded",
    choices: ["they do, in both arms", "they do not, or nobody knows: they are left out"],
  });
  return chosen === 0 ? new Set() : new Set(covariates.map(({ name }) => name));
}

interface Comparable {
  readonly listed: string[];
  /** Mapped and not compared on, with the reason. */
  readonly setAside: readonly string[];
}

/** More people than this without a value would be lost to the comparison. */
const mostMissing = 0.1;
/** A level that hardly anybody of an arm has leaves nobody there to compare with. */
const leastOfLevel = 3;

/** What people are compared on: known before the index date, of nearly everybody, in both arms, each thing once. */
function comparable(
  people: DraftTable,
  arms: DraftArms | null,
  cohort: Cohort,
  dropped: ReadonlySet<string>,
  baseline: BaselineItems,
): Comparable {
  const columns = people.columns.filter(({ name }) => !dropped.has(name));
  const { own, derived } = covariatesOfPeople(
    columns.map(({ name }) => name),
    cohort,
  );
  const reasons = new Map(
    own.map((name) => [name, reasonAside(people, arms, columns.find((one) => one.name === name)!)]),
  );
  return {
    listed: [
      ...own.filter((name) => reasons.get(name) === null),
      ...derived.filter((name) => name === "age"),
      ...baseline.map(({ id }) => id),
    ],
    setAside: own.flatMap((name) => (reasons.get(name) === null ? [] : [`${name} (${reasons.get(name)})`])),
  };
}

function reasonAside({ choice }: DraftTable, arms: DraftArms | null, draft: DraftColumn): string | null {
  const { column, words, missingTexts, missingNumbers, isCovariate } = draft;
  if (isCovariate && ["priorDomesticAbuse", "priorCount"].includes(words.field)) {
    return "the events say the same of everybody in one way";
  }
  if (column.texts.length < 2) return "everybody has the same";
  const unknown = (text: string) => text === "" || missingTexts.has(text) || missingNumbers.has(text);
  const position = choice.columns.indexOf(column);
  const cells = choice.file.rows.map((row) => (row[position] ?? "").trim());
  const missing = cells.filter(unknown).length;
  if (missing > mostMissing * cells.length) return `missing in ${missing} of ${cells.length} rows`;
  if (arms === null || arms.position === -1 || ["number", "year", "date"].includes(words.cells)) return null;
  const { values } = draftValues(choice.table, column, words);
  const levels = new Map<string, { treated: number; comparison: number }>();
  for (const [row, text] of cells.entries()) {
    if (unknown(text)) continue;
    const level = String(values[text] ?? text);
    const count = levels.get(level) ?? { treated: 0, comparison: 0 };
    levels.set(level, count);
    const arm = (choice.file.rows[row]![arms.position] ?? "").trim();
    if (arms.treated.has(arm)) count.treated++;
    else if (arms.comparison.has(arm)) count.comparison++;
  }
  const rare = [...levels.values()].filter((one) => Math.min(one.treated, one.comparison) < leastOfLevel).length;
  if (rare === 0) return null;
  return `${rare} of its ${levels.size} levels hardly occur in one arm; merge them by values first`;
}

// Outcome

type OutcomeChoice = { readonly events: "domestic" | "all"; readonly months: 12 | 24 };

function askOutcome({ ask }: Questions, events: DraftTable): OutcomeChoice {
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

function askPartPlayed({ ask }: Questions, events: DraftTable, outcome: OutcomeChoice): "recorded-crime" | "incident" {
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

function outcomesOf({ events, months }: OutcomeChoice, basis: "recorded-crime" | "incident"): StudyPlan["outcomes"] {
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

type BaselineItems = readonly NonNullable<Cohort["baseline"]>[number][];

function baselineItems(
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

function designNotes(arms: DraftArms | null, index: DraftIndex, covariates: Comparable): DraftNote[] {
  const aside = covariates.setAside.length === 0 ? "" : `. Not compared on: ${covariates.setAside.join("; ")}`;
  return [
    { path: ["cohort"], text: "Who is followed, from which day, in which arm: the questions arms and index-date" },
    ...(index.reference === "people.index_date"
      ? [{ path: ["cohort", "indexDate"], text: "The same column and rule in both arms" }]
      : []),
    {
      path: ["cohort", "baseline"],
      text: "Worked out from events up to the index date; what is not observed for somebody is missing for them",
    },
    {
      path: ["outcomes"],
      text: "The questions outcome and part-played. Add smallestEffect, the smallest effect that would matter, before anybody sees a result",
    },
    {
      path: ["comparisons"],
      text:
        arms === null
          ? "Nobody to compare with: results are descriptions"
          : `Taken to be selected, not assigned at random: change assignment and comparator if that is wrong. Covariates are what the extracts hold of people before the index date${aside}`,
    },
    { path: ["evidence"], text: evidenceWords },
    {
      path: ["disclosure"],
      text: "Numbers below the threshold are withheld in everything published; exact ones stay in out/private",
    },
  ];
}

const evidenceWords = `Nothing is claimed: what no data can show is not assessed until somebody states it, with the reason. For example:
  outcomeSource: { value: same, why: The records of both arms come from one extract. }
  followUp: { value: same, why: … }
  indexDateRule: { value: same, why: … }
  covariateTiming: { value: before-index, why: … }
  comparatorChoice: { value: justified, why: … }
  covariateRoles: { age: [age], sex: [sex], priorCount: [any_24m_before] }
  plan: { value: none, why: … }`;
