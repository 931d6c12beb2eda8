import { tableFields } from "../plan/table-sources.ts";
import {
  anyCrime,
  anyDomesticCrime,
  baseline,
  commonFacts,
  domesticCrimes,
  fullReferrals,
  reach,
} from "./plan-parts.ts";
import type { StudyTemplate } from "./study-template.ts";

const practicePage = "College of Policing practice page, behaviour change programme with a linked advocate, 2023";

/**
 * One-to-one work with a cohort of 55 and nobody to compare them with: what can be said is what happened, not why.
 */
export const oneToOneBehaviourChange: StudyTemplate = {
  id: "one-to-one-behaviour-change",
  about: "one-to-one behaviour change work, a cohort of 55 without a comparison group",
  remarks: [
    "**Nobody is compared with anybody here, and the run says so:** every effect is refused, and the design stays at the bottom of both scales. It says what became of the people, month by month, with limits.",
    "**Zero in a month is not zero.** With nobody of 55 reoffending, up to 6.5 % still could (95 % Wilson limit).",
    "**Some have no offence on record.** Reoffending is of those who have one; for the others it would be a first offence. These are two denominators, never one.",
    "To learn more: name people who were eligible and had no place, follow them by the same records, and add `cohort.arms`.",
  ],
  figures: [
    {
      what: "Cohort",
      published: "55 in February 2023, set to grow",
      source: practicePage,
      status: "verified",
      uses: "55 people who started by 28 February 2023, exactly",
    },
    {
      what: "Reoffending, month on month",
      published: "“remains low”, no figure",
      source: practicePage,
      status: "verified in words",
      uses: "about one recorded crime a month in the whole cohort (choice)",
    },
    {
      what: "Begin of the programme",
      published: "2018",
      source: practicePage,
      status: "verified",
      uses: "entries from June 2018",
    },
    {
      what: "People with no offence on record",
      published: "can take part; no number",
      source: practicePage,
      status: "illustration",
      uses: "20 of 55, exactly",
    },
    {
      what: "A linked advocate for victim-survivors",
      published: "in words: allocated to the victims of each participant",
      source: practicePage,
      status: "verified in words",
      uses: "offers to 93 % of linked victim-survivors (choice)",
    },
    {
      what: "Needs: services full, or asking for more need",
      published: "in words: outside the programme’s control",
      source: practicePage,
      status: "verified in words",
      uses: "needs with refusals for capacity and for threshold in rows of their own (choice of number)",
    },
    {
      what: "Referrals, starts, completions, waits",
      published: null,
      source: null,
      status: "choice",
      uses: "the 55 are those who started; 48 engage, 26 complete unless the extract comes first; 28–105 days to the first session",
    },
  ],
  model: {
    firstPanel: "2018-06-06",
    panels: 57,
    extractDate: "2023-02-28",
    domesticRate: { base: 0.35, agePerDecade: -0.12, female: -0.4, mediumRisk: 0.3, highRisk: 0.6, perQuarter: 0 },
    otherRate: { base: 0.15, agePerDecade: -0.3, female: -0.5, mediumRisk: 0.1, highRisk: 0.2, perQuarter: 0 },
    effect: { domesticRateRatio: 0.5, otherRateRatio: 1 },
    delivery: {
      plannedSessions: 26,
      sessionMinutes: 90,
      completed: 0.5,
      engagedSessions: 4,
      attendance: 0.8,
      followedUp: 0.6,
    },
  },
  counts: {
    selected: 55,
    others: 0,
    withoutCrime: 20,
    stages: { assessed: 55, offered: 55, accepted: 55, started: 55, engaged: 48, completed: 26, followedUp: 15 },
    events: [],
  },
  tables: {
    fields: {
      people: tableFields.people,
      links: tableFields.links,
      referrals: fullReferrals,
      stages: tableFields.stages,
      sessions: tableFields.sessions,
      events: tableFields.events,
      orders: tableFields.orders,
      abuse: tableFields.abuse,
      searches: tableFields.searches,
    },
    referrals: {
      sources: { values: ["police", "probation", "social-care", "self"], probabilities: [0.6, 0.2, 0.15, 0.05] },
      providers: { values: ["Behaviour change service", "Behaviour change pilot"], probabilities: [0.75, 0.25] },
      mode: "one-to-one",
    },
    stageNames: { identified: null, "met-criteria": null },
    component: "one-to-one",
    selection: "everyone",
    needs: true,
  },
  plan: {
    title: "One-to-one behaviour change (synthetic template)",
    id: "template-one-to-one-behaviour-change",
    question: "Of the people who took part, how many have a recorded domestic-abuse crime in the next 12 months?",
    programme: {
      name: "One-to-one behaviour change",
      kind: "perpetrator programme",
      why: "People who use abuse can recognise its patterns, understand its impact on children, and take responsibility.",
      what: "Trauma-informed one-to-one work, first on crisis and trust, then on recovery; an advocate for every linked victim-survivor.",
      who: "People who use abuse, with or without an offence on record.",
      how: "One to one, with one worker",
      where: "Four synthetic areas",
      when: "From June 2018; sessions weekly",
      theory: [
        "Security and stability come first.",
        "Being heard makes it possible to hear another view.",
        "Seeing what the abuse did to others moves people to change.",
        "Abuse becomes rarer, and people at risk are safer.",
      ],
    },
    cohort: {
      unit: "person",
      role: "perpetrator",
      indexDate: "referrals.referral_date",
      eligibility: [{ field: "people.age", min: 18, reason: "under 18 at the referral" }],
      analysisSet: "referred",
      funnel: {
        from: "referrals",
        steps: [
          { stage: "referred", label: "Referred" },
          { stage: "started", label: "Started (first session)" },
          { stage: "engaged", label: "Engaged (four sessions)" },
          { stage: "completed", label: "Completed" },
        ],
      },
      baseline,
      providers: { "Behaviour change service": ["Behaviour change pilot"] },
      breakdowns: ["referrals.prior_offence"],
      completion: [{ id: "service-rule" }, { id: "three-quarters-planned-end" }, { id: "attended-all" }],
      waiting: [{ from: "referred", to: "started", withinDays: [28, 56, 84] }],
      reach,
      blocks: {
        outcome: "da-recorded-12m",
        anchors: ["index", "started"],
        before: 2,
        after: 2,
        scores: ["count", "prevalence"],
        selectedOn: "recent-offending",
      },
    },
    outcomes: [anyDomesticCrime, domesticCrimes, anyCrime],
    comparisons: [
      {
        id: "headline",
        label: "The people who took part, compared with nobody",
        headline: true,
        assignment: "selected",
        comparator: "none",
        method: "none",
        covariates: ["age", "sex", "prior_da_12m"],
        level: 0.95,
      },
    ],
    evidence: {
      outcomeSource: commonFacts.outcomeSource!,
      followUp: { value: "different", why: "The cohort grows: people who came late are followed for less." },
      covariateTiming: commonFacts.covariateTiming!,
      notApplicable: commonFacts.notApplicable!,
      plan: commonFacts.plan!,
    },
    disclosure: { profile: "default" },
    report: { audience: "commissioner", status: "draft" },
  },
  notes: [
    {
      path: ["cohort", "indexDate"],
      text: "There are no arms. To have a comparison, name the field that says who had no place under cohort.arms, and the same rule for the index date.",
    },
    {
      path: ["cohort", "providers"],
      text: "One provider under its present name; the pilot counts towards it.",
    },
    {
      path: ["cohort", "breakdowns"],
      text: "With and without an offence on record: two denominators.",
    },
    {
      path: ["comparisons"],
      text: "comparator: none says that nobody is compared with anybody. Every effect is then refused, and the run says so.",
    },
  ],
};
