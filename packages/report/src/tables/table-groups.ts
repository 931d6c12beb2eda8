import type { Table } from "@likewise/schema";

/** A group of tables that answer one question, as a section of the report. */
export interface TableGroup {
  readonly id: string;
  readonly title: string;
  /** How to read them, in a few words that state no finding. */
  readonly lead: string;
  /** Id of the chart that stands before them; none when left out. */
  readonly chart?: string;
  /** Beginnings of the ids of its tables. */
  readonly tables: readonly string[];
}

/** Every group, in the order of a case; a table that no group names stands in the last. */
export const tableGroups: readonly TableGroup[] = [
  {
    id: "selection",
    title: "Who was selected and reached",
    lead: "A ratio of 1 means that a group is selected as often as the others. Ratios are crude: they show where to look, not why. People whose answer is not known are counted and compared with nobody.",
    chart: "reach",
    tables: ["flow-by-arm", "departures", "selection-", "reach-"],
  },
  {
    id: "pathway",
    title: "The pathway, step by step",
    lead: "Everyone referred stands in one cell: by the last step on record, and by what became of the case. Cases still open have not left.",
    tables: [
      "pathway-",
      "case-status",
      "completion-",
      "source-",
      "target-",
      "suitability",
      "delivery-mode",
      "screening-",
      "before-mandate",
      "landmark-",
      "exposure-",
      "data-cut-",
    ],
  },
  {
    id: "waits",
    title: "How long people waited",
    lead: "Open cases count as waiting up to the day of the extract. People who left stay in the share of all who began to wait.",
    chart: "waits",
    tables: ["waiting-"],
  },
  {
    id: "dose",
    title: "What was delivered",
    lead: "Sessions and minutes as planned and as delivered. An attendance that is not on record is not an absence.",
    tables: [
      "dose",
      "attendance",
      "component-",
      "strand",
      "phase",
      "joint-",
      "staff",
      "training",
      "workstream",
      "rating",
      "spend",
    ],
  },
  {
    id: "performance",
    title: "Delivered under the contract",
    lead: "What was asked of each period, and how it stands, is in the section on the contract.",
    tables: ["performance-"],
  },
  {
    id: "flow",
    title: "Stock and flow",
    lead: "Cases open at the end of a month are those of the month before, with those that began and without those that ended.",
    tables: ["stock-"],
  },
  {
    id: "partners",
    title: "Partner agencies",
    lead: "Counted as recorded: a contact that is not on record may have taken place all the same.",
    tables: ["requests-", "partner-", "contacts"],
  },
  {
    id: "safety",
    title: "Abuse, by each account",
    lead: "The victim-survivor’s account stands first. Accounts are never added up, and none stands in for another. Nobody is compared with these people, so what became of abuse is a description and not an effect.",
    chart: "abuse-waves",
    tables: ["safety-"],
  },
  {
    id: "change",
    title: "What moves people",
    lead: "What people and those who work with them say at each time point. Those who answer later may differ from those who do not.",
    tables: ["mechanisms-", "motivation-", "self-efficacy", "talk-"],
  },
  {
    id: "families",
    title: "Victim-survivors, couples and children",
    lead: "Support is held against the rule that everyone is offered it.",
    tables: ["support-", "linked-", "children-", "couple-", "contact-", "indicator-families"],
  },
  {
    id: "needs",
    title: "Needs, and what became of them",
    lead: "A need is one person on one pathway. A refusal for want of a place and one for not meeting the threshold are two rows.",
    tables: ["need-", "needs-", "service-", "plan-"],
  },
  {
    id: "indicators",
    title: "Use of services, before and after",
    lead: "More contacts can be good or bad: the plan declares which. Nobody is compared with these people, so a change is a description and not an effect.",
    tables: ["indicator-"],
  },
  {
    id: "measures",
    title: "Scores of instruments",
    lead: "One instrument and one account at a time: what two people say is never added up. Change of one group alone is a description, and not an effect of the programme.",
    tables: ["measure-"],
  },
  {
    id: "reoffending",
    title: "Reoffending, by definition",
    lead: "Each definition of what counts, and each window, stands by itself. Groups are everyone in each arm, before any matching, so a gap between them is no effect of the programme.",
    tables: ["reoffending-", "first-offence-", "prior-offence", "completers-"],
  },
  {
    id: "blocks",
    title: "Half-years around stages",
    lead: "People chosen for what they did lately do less of it afterwards by themselves. What selection alone leads to stands below, beside every before and after.",
    tables: ["blocks-"],
  },
  {
    id: "run-chart",
    title: "Month by month",
    lead: "A run chart of people while they are in the cohort. A month is no verdict: most ups and downs are chance.",
    tables: ["run-chart"],
  },
  {
    id: "harm",
    title: "Harm and scores",
    lead: "A score falls by itself as time passes without an event.",
    chart: "harm",
    tables: ["harm-", "score-", "domestic-share"],
  },
  {
    id: "overlap",
    title: "Where the two groups overlap",
    lead: "People of each group by propensity score, before matching or weighting.",
    chart: "overlap",
    tables: ["overlap-"],
  },
  {
    id: "checks",
    title: "What should be alike in both groups, and is not",
    lead: "Counted among everyone in each group, before any matching. The warnings under strength of evidence say what follows.",
    tables: ["arm-check-"],
  },
  { id: "other", title: "Further tables", lead: "", tables: [""] },
];

/** Groups that these tables fill, each with its tables in the order given. */
export function groupedTables(
  tables: readonly Table[],
): { readonly group: TableGroup; readonly tables: readonly Table[] }[] {
  const groupOf = (table: Table) =>
    tableGroups.find(({ tables: beginnings }) => beginnings.some((start) => idOf(table).startsWith(start)))!;
  return tableGroups.flatMap((group) => {
    const place = (table: Table) => group.tables.findIndex((start) => idOf(table).startsWith(start));
    const own = tables.filter((table) => groupOf(table) === group).sort((a, b) => place(a) - place(b));
    return own.length === 0 ? [] : [{ group, tables: own }];
  });
}

/** Two tables whose ids begin as those of another group do. */
function idOf({ id }: Table): string {
  if (id.startsWith("completion-of-couple")) return "couple-completion";
  return id === "reach-by-role" ? "attendance-by-role" : id;
}
