import {
  type ColumnPlan,
  isoDate,
  type Outcome,
  type RecordField,
  recordSchema,
  type StudyPlan,
  type TableSource,
  type WindowDefinition,
  windowDefinition,
  windowEdges,
} from "@likewise/schema";

/** What is asked of whoever makes the extracts, worked out from a plan. */
export interface Specification {
  readonly title: string;
  readonly asAt: string | null;
  /** Who is in each arm, and who may be in the study, a line each. */
  readonly cohort: readonly string[];
  readonly dates: SpecifiedDates;
  readonly tables: readonly SpecifiedTable[];
}

/** Which days the events must cover; null where no index date is known yet. */
export interface SpecifiedDates {
  readonly indexDate: string | null;
  readonly firstIndex: string | null;
  readonly lastIndex: string | null;
  /** In words: `24 months before`. */
  readonly lookBack: string;
  readonly followUp: string;
  /** Time for proof after the window; null where no outcome needs proof. */
  readonly proof: string | null;
  readonly eventsFrom: string | null;
  readonly eventsTo: string | null;
  readonly proofTo: string | null;
}

export interface SpecifiedTable {
  readonly table: string;
  readonly title: string;
  readonly description: string;
  /** Files the plan names; none where the table is not in the plan yet. */
  readonly files: readonly string[];
  readonly people: string;
  readonly columns: readonly SpecifiedColumn[];
  readonly key: readonly string[];
  /** Area and dates the plan says the source covers, in words; null where it says nothing. */
  readonly coverage: string | null;
  /** Identifiers the rows are linked by, where they have no id. */
  readonly identifiers: readonly string[];
  readonly checks: readonly string[];
}

export interface SpecifiedColumn {
  readonly field: string;
  /** As the extract calls it; our name where the plan maps none. */
  readonly header: string;
  readonly type: string;
  readonly required: boolean;
  /** The codes there are, where they are fixed or known; theirs to ours where the plan recodes. */
  readonly codes: readonly string[];
  readonly definition: string;
}

/**
 * The specification of a plan.
 *
 * @param index first and last index date of the people known so far, whole days since 1970-01-01; null when none is
 */
export function specification(
  plan: StudyPlan,
  index: { readonly first: number; readonly last: number } | null,
): Specification {
  const tables = Object.entries(plan.data.tables).map(([table, source]) => specifiedTable(plan, table, source));
  if (plan.data.tables.events !== undefined && plan.data.tables.searches === undefined) {
    tables.push(specifiedTable(plan, "searches", null));
  }
  return {
    title: plan.title,
    asAt: plan.data.asAt ?? null,
    cohort: cohortWords(plan),
    dates: specifiedDates(plan, index),
    tables,
  };
}

function cohortWords({ cohort: { arms, role, eligibility } }: StudyPlan): readonly string[] {
  const armWords = (values: readonly string[], label: string | undefined) =>
    `${label ?? "people"}: ${arms!.from} is ${values.join(" or ")}`;
  return [
    ...(role === undefined ? [] : [`role: ${role}`]),
    ...(arms === undefined
      ? ["everybody is in one arm; nobody is there to compare them with"]
      : [armWords(arms.treated, arms.labels?.treated), armWords(arms.comparison, arms.labels?.comparison)]),
    ...(eligibility ?? []).map(({ field, reason }) => `not eligible by ${field}: ${reason}`),
  ];
}

function specifiedDates(
  plan: StudyPlan,
  index: { readonly first: number; readonly last: number } | null,
): SpecifiedDates {
  const before = (plan.cohort.baseline ?? []).map(({ window }) => windowDefinition(window));
  const after = plan.outcomes.flatMap(({ window }) => (window === undefined ? [] : [windowDefinition(window)]));
  const first = (window: WindowDefinition) => (index === null ? null : windowEdges(window, index.first).after + 1);
  const last = (window: WindowDefinition) => (index === null ? null : windowEdges(window, index.last));
  const proven = after.filter(({ provenBy }) => provenBy !== null);
  return {
    indexDate: plan.cohort.indexDate ?? null,
    firstIndex: index === null ? null : isoDate(index.first),
    lastIndex: index === null ? null : isoDate(index.last),
    lookBack: longest(before, ({ from }) => from) ?? "none",
    followUp: longest(after, ({ to }) => to) ?? "none",
    proof: longest(proven, ({ provenBy }) => provenBy!),
    eventsFrom: day(before.map(first), Math.min) ?? (index === null ? null : isoDate(index.first)),
    eventsTo: day(
      after.map((window) => last(window)?.upTo ?? null),
      Math.max,
    ),
    proofTo: day(
      proven.map((window) => last(window)?.provenBy ?? null),
      Math.max,
    ),
  };
}

function day(days: readonly (number | null)[], pick: (...of: number[]) => number): string | null {
  const known = days.filter((one) => one !== null);
  return known.length === 0 ? null : isoDate(pick(...known));
}

const daysOfMonth = 30.4375;

/** The longest of the offsets, in its own unit. */
function longest(
  windows: readonly WindowDefinition[],
  offset: (window: WindowDefinition) => WindowDefinition["from"],
): string | null {
  const sized = windows.map((window) => {
    const size = offset(window);
    return "months" in size
      ? { days: Math.abs(size.months) * daysOfMonth, words: `${Math.abs(size.months)} months` }
      : { days: Math.abs(size.days), words: `${Math.abs(size.days)} days` };
  });
  return sized.sort((a, b) => b.days - a.days)[0]?.words ?? null;
}

function specifiedTable(plan: StudyPlan, table: string, source: TableSource | null): SpecifiedTable {
  const schema = recordSchema(table);
  const asked = new Set([...Object.keys(source?.columns ?? {}), ...wanted(plan, table)]);
  const fields = schema.fields.filter(({ name, required }) => asked.has(name) || required);
  const constants = Object.keys(source?.constants ?? {});
  const isLinked = plan.data.linkage?.some((linkage) => linkage.table === table) === true;
  const columns = fields
    .filter(({ name }) => !constants.includes(name))
    .filter(({ name }) => !(name === "person" && isLinked && source?.columns.person === undefined))
    .map((field) => specifiedColumn(field, source?.columns[field.name], armsFrom(plan, table, field.name)));
  const covariates = Object.entries(source?.covariates ?? {}).map(([name, column]): SpecifiedColumn => {
    const details = typeof column === "string" ? { column } : column;
    return {
      field: name,
      header: details.column ?? name,
      type: typeWords[details.type ?? "text"] ?? "text",
      required: false,
      codes: Object.entries(details.values ?? {}).map(([theirs, ours]) => `${theirs} (${ours})`),
      definition: "Covariate of people, as it was known before the index date",
    };
  });
  const key = source?.key ?? schema.key.filter((name) => columns.some(({ field }) => field === name));
  return {
    table,
    title: schema.title,
    description: schema.description,
    files: source?.files ?? [],
    people: peopleWords[table] ?? "Every row there is about the people on the list.",
    columns: [...columns, ...covariates],
    key,
    coverage: coverageWords(source?.coverage),
    identifiers: Object.keys(source?.identifiers ?? {}),
    checks: checksOf(table, key, columns),
  };
}

function coverageWords(coverage: TableSource["coverage"]): string | null {
  const words = [
    ...(coverage?.area === undefined ? [] : [coverage.area]),
    ...(coverage?.from === undefined ? [] : [`from ${coverage.from}`]),
    ...(coverage?.to === undefined ? [] : [`to ${coverage.to}`]),
  ];
  return words.length === 0 ? null : words.join(" ");
}

const peopleWords: Readonly<Record<string, string>> = {
  people:
    "Everybody in either arm, also those who refused, never started or left: one row a person. Each has a pseudonym, the same in every table; the list of pseudonyms and names stays with you.",
  events:
    "Every event of everybody on the list within the dates above, whatever came of it; one row an event and person. Also events in which they were the victim, marked as such.",
  searches:
    "One row for each person on the list and source searched, also when nothing was found: who was looked for, whether they were found, and which days the search covers. Without it no record cannot be told from not looked for.",
  referrals: "Every referral of everybody on the list, accepted or not.",
  sessions: "Every session planned for the people on the list, attended or not.",
  abuse: "Every answer of a victim-survivor or worker, at every time point, with a pseudonym for the victim-survivor.",
};

/** Fields of a table that the plan's outcomes need, mapped or not. */
function wanted({ outcomes, cohort }: StudyPlan, table: string): readonly string[] {
  if (table === "searches") return recordSchema("searches").fields.map(({ name }) => name);
  if (table !== "events") return [];
  const of = (test: (outcome: Outcome) => boolean) => outcomes.some(test);
  const domestic =
    of(({ events }) => events === "domestic") || (cohort.baseline ?? []).some(({ events }) => events === "domestic");
  return [
    ...["event", "recorded_date", "crime", "role"],
    ...(domestic ? ["domestic"] : []),
    ...(of(({ basis }) => basis === "proven" || basis === "charged") ? ["disposal"] : []),
    ...(of(({ basis }) => basis === "proven") ? ["proven_date"] : []),
    ...(of(({ events }) => events === "same-victim" || events === "new-victim") ? ["victim"] : []),
  ];
}

/** The values the plan tells arms by, where it tells them by this field. */
function armsFrom({ cohort: { arms } }: StudyPlan, table: string, field: string): readonly string[] {
  return arms?.from === `${table}.${field}` ? [...arms.treated, ...arms.comparison] : [];
}

function specifiedColumn(
  field: RecordField,
  plan: TableSource["columns"][string] | undefined,
  arms: readonly string[],
): SpecifiedColumn {
  const details: Partial<Exclude<ColumnPlan, string>> = typeof plan === "string" ? { column: plan } : (plan ?? {});
  const recodes = Object.entries(details.values ?? {}).map(([theirs, ours]) => `${theirs} (${ours})`);
  return {
    field: field.name,
    header: details.column ?? field.name,
    type: details.use === "age" ? "date" : (typeWords[field.type] ?? field.type),
    required: field.required,
    codes: recodes.length > 0 ? recodes : arms.length > 0 ? arms : [...(field.values ?? field.suggested ?? [])],
    definition: keptWords[details.use ?? ""] ?? `${field.description}${rangeWords(field)}`,
  };
}

/** Of a column that identifies people, what is kept. */
const keptWords: Readonly<Record<string, string>> = {
  age: "Date of birth, of which the year or the age is kept; a year of birth alone is better",
  district: "Postcode, of which the district is kept; the district alone is better",
};

const typeWords: Readonly<Record<string, string>> = {
  text: "text",
  category: "code",
  number: "number",
  integer: "whole number",
  boolean: "yes or no",
  date: "date",
  money: "amount in pounds",
  percent: "percentage",
};

function rangeWords({ minimum, maximum }: RecordField): string {
  if (minimum === undefined && maximum === undefined) return "";
  if (maximum === undefined) return ` (${minimum} or more)`;
  return minimum === undefined ? ` (${maximum} or less)` : ` (${minimum} to ${maximum})`;
}

/** What `check` will look at in a table, so that it can be looked at before the extract is sent. */
function checksOf(table: string, key: readonly string[], columns: readonly SpecifiedColumn[]): readonly string[] {
  const { dateOrder, references } = recordSchema(table);
  const has = (field: string) => columns.some((column) => column.field === field);
  const required = columns.filter((column) => column.required).map(({ header }) => header);
  return [
    `${required.join(", ")} ${required.length === 1 ? "is" : "are"} filled in every row`,
    ...(key.length === 0 ? [] : [`no two rows have the same ${key.join(" and ")}`]),
    ...dateOrder.filter(([a, b]) => has(a) && has(b)).map(([a, b]) => `${b} is not before ${a}`),
    ...Object.entries(references)
      .filter(([field]) => has(field))
      .map(([field, target]) => `every ${field} is in ${target}`),
    ...(columns.some(({ type }) => type === "date") ? ["every date exists, and none is after the extract date"] : []),
    ...(columns.some(({ codes }) => codes.length > 0) ? ["codes are those listed"] : []),
  ];
}
