import { type Cohort, Failure } from "@likewise/schema";

/** What counts as having completed. Results by two rules never merge, so each has an id. */
export interface CompletionRule {
  readonly id: string;
  readonly label: string;
  /** Sessions planned for everyone, least and most; null: those of each person on record. */
  readonly sessionsPlanned: { readonly least: number; readonly most: number } | null;
  /** Minutes a session, least and most; null where the rule says nothing. */
  readonly minutesEach: { readonly least: number; readonly most: number } | null;
  /** Least share of the sessions planned, 0 to 1; null where the service says who completed. */
  readonly leastShare: number | null;
  /** A planned end must be on record too. */
  readonly plannedEnd: boolean;
  /** Part of the programme whose sessions count; null for all. */
  readonly component: string | null;
  readonly source: string;
}

/**
 * Rules known by id. A plan names one, or declares its own.
 *
 * @example
 * completionRules.map((rule) => rule.id); // ["service-rule", "three-quarters-planned-end", "three-quarters-of-17", "groupwork-26-30-weeks", "attended-all"]
 */
export const completionRules: readonly CompletionRule[] = [
  {
    id: "service-rule",
    label: "Recorded as completed by the service",
    sessionsPlanned: null,
    minutesEach: null,
    leastShare: null,
    plannedEnd: false,
    component: null,
    source: "The service’s own record; ask for the rule behind it",
  },
  {
    id: "three-quarters-planned-end",
    label: "Three quarters of planned sessions, and a planned end",
    sessionsPlanned: null,
    minutesEach: null,
    leastShare: 0.75,
    plannedEnd: true,
    component: null,
    source: "Convention of this project where a service states no rule",
  },
  {
    id: "three-quarters-of-17",
    label: "At least 13 of 17 weekly group sessions",
    sessionsPlanned: { least: 17, most: 17 },
    minutesEach: { least: 120, most: 120 },
    leastShare: 0.75,
    plannedEnd: false,
    component: null,
    source:
      "17 weekly sessions of two hours: Caring Dads as evaluated by the NSPCC (2016); 0.75 × 17 = 12.75, so 13 sessions",
  },
  {
    id: "groupwork-26-30-weeks",
    label: "26 to 30 weekly sessions of 2 to 2.5 hours, completed by the service’s rule",
    sessionsPlanned: { least: 26, most: 30 },
    minutesEach: { least: 120, most: 150 },
    leastShare: null,
    plannedEnd: false,
    component: "group",
    source: "Length of domestic abuse perpetrator groups as services describe it: 52 to 75 hours planned",
  },
  {
    id: "attended-all",
    label: "Attended every planned session",
    sessionsPlanned: null,
    minutesEach: null,
    leastShare: 1,
    plannedEnd: false,
    component: null,
    source: "What groupwork asks of participants; full attendance is not completion and is shown apart from it",
  },
];

/**
 * The rules of a plan: those it declares, each taking what it does not say from the catalogue entry of its id;
 * `service-rule` when it declares none.
 *
 * @throws Failure (usage) when an entry is neither in the catalogue nor a rule of its own
 */
export function completionRulesOf({ cohort }: { readonly cohort: Cohort }): readonly CompletionRule[] {
  return (cohort.completion ?? [{ id: "service-rule" }]).map((entry) => {
    const known = completionRules.find(({ id }) => id === entry.id);
    const ownRule = entry.leastShare !== undefined || entry.serviceRule === true;
    if (known !== undefined && !ownRule) return { ...known, label: entry.label ?? known.label };
    if (known !== undefined || !ownRule) {
      const ids = completionRules.map(({ id }) => id).join(", ");
      const problem =
        known === undefined
          ? "must be of the catalogue, or say leastShare or serviceRule"
          : "must not redefine a rule of the catalogue";
      throw new Failure("usage", `cohort.completion: ${entry.id} ${problem} (${ids})`);
    }
    const { id, label, sessionsPlanned, leastShare, plannedEnd, component } = entry;
    return {
      id,
      label: label ?? id,
      sessionsPlanned: sessionsPlanned === undefined ? null : { least: sessionsPlanned, most: sessionsPlanned },
      minutesEach: null,
      leastShare: leastShare ?? null,
      plannedEnd: plannedEnd ?? false,
      component: component ?? null,
      source: "The study plan",
    };
  });
}

/**
 * Hours a rule plans: sessions times minutes, at the least and at the most.
 *
 * @returns hours; null where the rule does not say sessions or minutes
 * @example
 * plannedHours(completionRules[3]); // { least: 52, most: 75 }
 */
export function plannedHours({ sessionsPlanned, minutesEach }: CompletionRule): { least: number; most: number } | null {
  if (sessionsPlanned === null || minutesEach === null) return null;
  return {
    least: (sessionsPlanned.least * minutesEach.least) / 60,
    most: (sessionsPlanned.most * minutesEach.most) / 60,
  };
}
