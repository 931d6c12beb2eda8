import { subjectOfTable, type Table, type TableSubject } from "@likewise/schema";

/** A group of tables that answer one question, as a section of the report. */
export interface TableGroup {
  readonly id: string;
  readonly title: string;
  /** How to read them, in a few words that state no finding. */
  readonly lead: string;
  /** Id of the chart that stands before them; none when left out, or where the body of the report draws it. */
  readonly chart?: string;
  /** What its tables are about, in their order. */
  readonly subjects: readonly TableSubject[];
}

/** Every group, in the order of a case. */
export const tableGroups = [
  {
    id: "selection",
    title: "Who was selected and reached",
    lead: "A ratio of 1 means that a group is selected as often as the others. Ratios are crude: they show where to look, not why. People whose answer is not known are counted and compared with nobody.",
    chart: "reach",
    subjects: ["allocation-flow", "departures", "selection", "reach"],
  },
  {
    id: "pathway",
    title: "The pathway, step by step",
    lead: "Everyone referred stands in one cell: by the last step on record, and by what became of the case. Cases still open have not left.",
    subjects: [
      "pathway",
      "case-status",
      "completion",
      "source",
      "target",
      "suitability",
      "screening",
      "mandate",
      "landmark",
      "exposure",
      "data-cut",
    ],
  },
  {
    id: "waits",
    title: "How long people waited",
    lead: "Open cases count as waiting up to the day of the extract. People who left stay in the share of all who began to wait.",
    subjects: ["waiting"],
  },
  {
    id: "dose",
    title: "What was delivered",
    lead: "Sessions and minutes as planned and as delivered. An attendance that is not on record is not an absence.",
    subjects: [
      "dose",
      "attendance",
      "components",
      "strands",
      "phases",
      "joint-sessions",
      "staff",
      "workstreams",
      "activities",
      "ratings",
      "spend",
    ],
  },
  {
    id: "performance",
    title: "Delivered under the contract",
    lead: "What was asked of each period, and how it stands, is in the section on the contract.",
    subjects: ["performance", "target-progress"],
  },
  {
    id: "flow",
    title: "Stock and flow",
    lead: "Cases open at the end of a month are those of the month before, with those that began and without those that ended.",
    subjects: ["stock"],
  },
  {
    id: "partners",
    title: "Partner agencies",
    lead: "Counted as recorded: a contact that is not on record may have taken place all the same.",
    subjects: ["requests", "partners", "contacts"],
  },
  {
    id: "safety",
    title: "Abuse, by each account",
    lead: "The victim-survivor’s account stands first. Accounts are never added up, and none stands in for another. Nobody is compared with these people, so what became of abuse is a description and not an effect.",
    chart: "abuse-waves",
    subjects: ["abuse"],
  },
  {
    id: "change",
    title: "What moves people",
    lead: "What people and those who work with them say at each time point. Those who answer later may differ from those who do not.",
    subjects: ["mechanisms", "motivation", "self-efficacy", "talk-with-children"],
  },
  {
    id: "families",
    title: "Victim-survivors, couples and children",
    lead: "Support is held against the rule that everyone is offered it.",
    subjects: ["support", "linked-support", "children", "couple-completion", "victim-contact", "indicator-families"],
  },
  {
    id: "needs",
    title: "Needs, and what became of them",
    lead: "A need is one person on one pathway. A refusal for want of a place and one for not meeting the threshold are two rows.",
    subjects: ["needs", "services", "plans"],
  },
  {
    id: "access",
    title: "Getting help, tried by calling",
    lead: "Testers call services as somebody in need would. Calls up to the first suitable help count that call too. Intervals take calls and services to be independent of one another: of calls to few services they are too narrow.",
    subjects: ["access"],
  },
  {
    id: "indicators",
    title: "Use of services, before and after",
    lead: "More contacts can be good or bad: the plan declares which. Nobody is compared with these people, so a change is a description and not an effect.",
    subjects: ["service-use"],
  },
  {
    id: "measures",
    title: "Scores of instruments",
    lead: "One instrument and one account at a time: what two people say is never added up. Change of one group alone is a description, and not an effect of the programme.",
    subjects: ["measures"],
  },
  {
    id: "reoffending",
    title: "Reoffending, by definition",
    lead: "Each definition of what counts, and each window, stands by itself. Groups are everyone in each arm, before any matching, so a gap between them is no effect of the programme.",
    subjects: ["reoffending", "first-offence", "prior-offence", "completers"],
  },
  {
    id: "blocks",
    title: "Half-years around stages",
    lead: "People chosen for what they did lately do less of it afterwards by themselves. What selection alone leads to stands below, beside every before and after.",
    subjects: ["blocks"],
  },
  {
    id: "run-chart",
    title: "Month by month",
    lead: "A run chart of people while they are in the cohort. A month is no verdict: most ups and downs are chance.",
    subjects: ["run-chart"],
  },
  {
    id: "harm",
    title: "Harm and scores",
    lead: "A score falls by itself as time passes without an event.",
    chart: "harm",
    subjects: ["harm", "score-change"],
  },
  {
    id: "overlap",
    title: "Where the two groups overlap",
    lead: "People of each group by propensity score, before matching or weighting.",
    subjects: ["overlap"],
  },
  {
    id: "checks",
    title: "What should be alike in both groups, and is not",
    lead: "Counted among everyone in each group, before any matching. The warnings under strength of evidence say what follows.",
    subjects: ["arm-checks"],
  },
] as const satisfies readonly TableGroup[];

/** What some group is about; a subject that no group names does not fit it. */
type Grouped = (typeof tableGroups)[number]["subjects"][number];

/** Where tables stand that are of no known form. */
export const otherTables: TableGroup = { id: "other", title: "Further tables", lead: "", subjects: [] };

/** Groups that these tables fill, each with its tables in the order given. */
export function groupedTables(
  tables: readonly Table[],
): { readonly group: TableGroup; readonly tables: readonly Table[] }[] {
  const known = tables.map((table): { table: Table; subject: Grouped | null } => ({
    table,
    subject: subjectOfTable(table),
  }));
  const grouped = tableGroups.map((group: TableGroup) => ({
    group,
    tables: group.subjects.flatMap((about) =>
      known.flatMap(({ table, subject }) => (subject === about ? [table] : [])),
    ),
  }));
  const unknown = known.flatMap(({ table, subject }) => (subject === null ? [table] : []));
  return [...grouped, { group: otherTables, tables: unknown }].filter((one) => one.tables.length > 0);
}
