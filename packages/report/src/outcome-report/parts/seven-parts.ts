import { type Results, subjectOfTable, type TableSubject } from "@likewise/schema";

/** One thing a part of an evaluation should hold. */
export interface Ingredient {
  readonly name: string;
  /** What would fill it, as an instruction to whoever writes the plan. */
  readonly fill: string;
  holds(results: Results): boolean;
}

/** A part of a well-rounded evaluation, shown even where it holds nothing. */
export interface EvaluationPart {
  /** Id of its section. */
  readonly id: string;
  readonly title: string;
  /** What the part is to answer. */
  readonly asks: string;
  readonly ingredients: readonly Ingredient[];
}

/** The seven parts of a well-rounded evaluation, in order. Their sections carry these ids. */
export const sevenParts: readonly EvaluationPart[] = [
  {
    id: "theory",
    title: "Theory of change and fidelity",
    asks: "How is change meant to come about, and was the programme delivered as meant?",
    ingredients: [
      {
        name: "Theory of change",
        fill: "Write it as a data file and name it in programme.theoryFile.",
        holds: ({ theory, study }) => theory != null || Array.isArray(study.programme?.theory),
      },
      {
        name: "Links with assumptions and evidence",
        fill: "Give each link of the theory its assumption, source and strength.",
        holds: ({ theory }) =>
          theory?.links.some(({ assumption, source }) => assumption !== null && source !== null) ?? false,
      },
      {
        name: "Delivery against the standard (fidelity)",
        fill: "This report describes no ratings of sessions or workers against a standard: put them beside it.",
        holds: neverShown,
      },
    ],
  },
  {
    id: "implementation",
    title: "Implementation",
    asks: "Who came, who stayed, what did they get, and what did it cost to deliver?",
    ingredients: [
      { name: "Referrals", fill: "Bring the table referrals.", holds: withTables("source", "stock", "pathway") },
      {
        name: "Take-up and attrition, step by step",
        fill: "Bring the table stages, and name its steps in cohort.funnel.",
        holds: ({ funnel }) => funnel.length > 1,
      },
      { name: "Waiting times", fill: "Name two stages in cohort.waiting.", holds: withTables("waiting") },
      {
        name: "Sessions, planned and attended",
        fill: "Bring the table sessions.",
        holds: withTables("dose", "attendance"),
      },
      {
        name: "Completion by a stated rule",
        fill: "State what completing means in cohort.completion.",
        holds: withTables("completion", "couple-completion"),
      },
      { name: "Spend", fill: "Bring the table costs.", holds: withTables("spend") },
    ],
  },
  {
    id: "outcomes",
    title: "Outcomes, in numbers and in words",
    asks: "What changed for people, compared with people like them, and what do they say about it?",
    ingredients: [
      {
        name: "A comparison group",
        fill: "Bring people who were eligible and got no place, and compare them in comparisons.",
        holds: ({ comparisons }) =>
          comparisons.some(({ claims }) => claims.some(({ verdict }) => verdict !== "cannot-say")),
      },
      {
        name: "Before and after, by half-year",
        fill: "Bring dated events of both sides of the index date.",
        holds: ({ blocks }) => blocks.length > 0,
      },
      {
        name: "Safety of victim-survivors and children",
        fill: "Bring the tables links and abuse.",
        holds: ({ safety }) => safety.some(({ status }) => status === "measured"),
      },
      {
        name: "Scores of validated measures",
        fill: "Bring answers to an instrument at two time points, in the table measures.",
        holds: ({ measures }) => measures.length > 0,
      },
      {
        name: "Outcomes in people’s words",
        fill: "This report describes no interviews: put coded themes beside it.",
        holds: neverShown,
      },
    ],
  },
  {
    id: "staff-views",
    title: "Views of staff",
    asks: "What do those who deliver it say helps and hinders?",
    ingredients: [
      {
        name: "Interviews or survey of staff",
        fill: "This report describes no interviews: put coded themes beside it.",
        holds: neverShown,
      },
      {
        name: "Staffing, training and supervision",
        fill: "Bring the table staff.",
        holds: withTables("staff"),
      },
    ],
  },
  {
    id: "beneficiary-views",
    title: "Views of those it is for",
    asks: "What do victim-survivors, children and people on the programme say?",
    ingredients: [
      {
        name: "Victim-survivors’ own account of abuse",
        fill: "Ask victim-survivors, through their own worker, and bring the answers in the table abuse.",
        holds: ({ safety }) =>
          safety.some(({ reporter, status }) => reporter === "victim-survivor" && status === "measured"),
      },
      {
        name: "Interviews with victim-survivors and children",
        fill: "This report describes no interviews: put coded themes beside it, with consent, and apart from those of perpetrators.",
        holds: neverShown,
      },
      {
        name: "Interviews with people on the programme",
        fill: "This report describes no interviews: put coded themes beside it.",
        holds: neverShown,
      },
    ],
  },
  {
    id: "stakeholder-views",
    title: "Views of partners",
    asks: "What do social workers, police, teachers and doctors say?",
    ingredients: [
      {
        name: "Interviews or survey of partner agencies",
        fill: "This report describes no interviews: put coded themes beside it, with the role of each agency.",
        holds: neverShown,
      },
      {
        name: "Information requested and shared",
        fill: "Bring the table requests.",
        holds: withTables("requests", "partners", "contacts"),
      },
    ],
  },
  {
    id: "case-work",
    title: "Case work",
    asks: "What happened in the cases, and what became of each need?",
    ingredients: [
      {
        name: "Needs, and what became of them",
        fill: "Bring the table needs.",
        holds: withTables("needs"),
      },
      { name: "Plans and their actions", fill: "Bring the table plan_items.", holds: withTables("plans") },
      {
        name: "A sample of cases read in full",
        fill: "Read a sample drawn by chance against one form, and put the codes beside this report.",
        holds: neverShown,
      },
    ],
  },
];

/** Whether any table of the results is about one of these. */
function withTables(...subjects: readonly TableSubject[]): (results: Results) => boolean {
  return ({ tables }) => tables.some((table) => subjects.some((about) => subjectOfTable(table) === about));
}

/** Of interviews and of fidelity the rows are checked and not described: what they say stands beside the report. */
function neverShown(): boolean {
  return false;
}
