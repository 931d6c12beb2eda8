/** An instrument people ask for and no definition of which is held, with why and how to score it all the same. */
export interface MeasureNotShipped {
  readonly id: string;
  readonly title: string;
  /** why: its terms, or facts of its scoring nobody saw in a source */
  readonly why: string;
  /** worked definition to begin one's own from; null where only finished scores may be brought */
  readonly template: "outcome" | "indicator-set" | "risk-checklist" | null;
  readonly advice: string;
}

const fromManual = "write its definition from the manual you hold under your own licence, with its worked cases";
const finished = "bring finished scores: rows of the table measures without an item, under a definition of your own";

/**
 * Instruments asked for in this field that do not ship. A definition is never guessed: where terms or scoring are not
 * known, a site brings its own.
 *
 * @example
 * measuresNotShipped.find(({ id }) => id === "mirabal").template; // "indicator-set"
 */
export const measuresNotShipped: readonly MeasureNotShipped[] = [
  {
    id: "cts2",
    title: "Revised Conflict Tactics Scales (CTS2)",
    why: "permission of its publisher is needed, and the places of its scales among the 78 items were not seen in a source",
    template: "outcome",
    advice: `${fromManual}: map its codes to times a year (items.map), count acts (method count) and never add up prevalence and chronicity`,
  },
  {
    id: "cts2s",
    title: "Revised Conflict Tactics Scales, short form (CTS2S)",
    why: "permission of its publisher is needed, and its items were not seen in a source",
    template: "outcome",
    advice: fromManual,
  },
  {
    id: "casr-sf",
    title: "Composite Abuse Scale (Revised), short form (CASR-SF)",
    why: "its licence is not established, and which item belongs to which scale was not seen in a source",
    template: "outcome",
    advice: `${fromManual}; lifetime and past-year parts are two definitions`,
  },
  {
    id: "impact-toolkit",
    title: "Impact Outcome Monitoring Toolkit",
    why: "it is for members of its network; it has no total, and its five forms differ by time point",
    template: "indicator-set",
    advice: "write a set of indicators for each form; clients and (ex-)partners are two entries of the plan",
  },
  {
    id: "mirabal",
    title: "Project Mirabal measures of success",
    why: "its six measures are sets of indicators and no scale; which answers make up each was not seen in a source",
    template: "indicator-set",
    advice:
      "write a set of indicators, each with its items and what counts as present; each source is an entry of its own",
  },
  {
    id: "ies-r",
    title: "Impact of Event Scale, revised (IES-R)",
    why: "its author has refused permission to software",
    template: "outcome",
    advice: fromManual,
  },
  {
    id: "dudit",
    title: "Drug Use Disorders Identification Test (DUDIT)",
    why: "its licence is not established",
    template: "outcome",
    advice: `${fromManual}; items 10 and 11 have three codes, the others five`,
  },
  {
    id: "sdq",
    title: "Strengths and Difficulties Questionnaire (SDQ)",
    why: "no electronic form may be made without authorisation",
    template: "outcome",
    advice: `${fromManual}; parents, teachers and children are different reporters with cut-points of their own`,
  },
  {
    id: "csq-8",
    title: "Client Satisfaction Questionnaire (CSQ-8)",
    why: "a fee and a licence are needed; satisfaction has no first score, so that no change of it is worked out",
    template: null,
    advice: finished,
  },
  {
    id: "eq-5d",
    title: "EQ-5D",
    why: "any use needs the consent of its holder, and its value sets are not ours to ship",
    template: null,
    advice: finished,
  },
  {
    id: "reqol-10",
    title: "Recovering Quality of Life (ReQoL-10)",
    why: "a licence is needed, and its scoring was not seen in a source",
    template: "outcome",
    advice: fromManual,
  },
  {
    id: "urica",
    title: "University of Rhode Island Change Assessment (URICA)",
    why: "its terms are unclear; its readiness score predicts before a programme and is not for change",
    template: "outcome",
    advice: `${fromManual}: four means, and a linear score of them`,
  },
  {
    id: "urica-dv",
    title: "URICA for domestic violence (URICA-DV)",
    why: "its terms and the order of its items were not seen in a source",
    template: "outcome",
    advice: fromManual,
  },
  {
    id: "wsas",
    title: "Work and Social Adjustment Scale (WSAS)",
    why: "its terms are unclear",
    template: "outcome",
    advice: `${fromManual}; item 1 may not apply, which makes a second range`,
  },
  {
    id: "psi-4-sf",
    title: "Parenting Stress Index, short form (PSI-4-SF)",
    why: "it is sold by its publisher to qualified users",
    template: null,
    advice: finished,
  },
  {
    id: "outcomes-star",
    title: "Outcomes Star",
    why: "every user is licensed and trained, and software must be approved by its holder",
    template: null,
    advice: finished,
  },
  {
    id: "dash-ric",
    title: "DASH risk identification checklist",
    why: "its licence is not established; a count of factors stands beside professional judgement and is no outcome",
    template: "risk-checklist",
    advice: "write a risk checklist: a count and a band; do not know is not no, and no change of it is worked out",
  },
  {
    id: "sara",
    title: "Spousal Assault Risk Assessment (SARA)",
    why: "it is sold to trained users; omitted items are left out and are not no",
    template: "risk-checklist",
    advice: "write a risk checklist; judgement stands apart, and no change of it is worked out",
  },
  {
    id: "b-safer",
    title: "Brief Spousal Assault Form for the Evaluation of Risk (B-SAFER)",
    why: "it is sold to trained users and has no cut-offs",
    template: "risk-checklist",
    advice: "write a risk checklist; judgement stands apart, and no change of it is worked out",
  },
  {
    id: "odara",
    title: "Ontario Domestic Assault Risk Assessment (ODARA)",
    why: "how it is prorated and its score bands were not seen in a source",
    template: "risk-checklist",
    advice: "write a risk checklist from its manual; no change of it is worked out",
  },
];
