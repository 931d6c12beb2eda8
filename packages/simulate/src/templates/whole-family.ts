import { tableFields } from "../plan/table-sources.ts";
import { familyFields } from "./family-tables.ts";
import {
  anyCrime,
  anyDomesticCrime,
  baseline,
  baselineOutcomes,
  domesticCrimes,
  fullReferrals,
  reach,
  waitingListComparison,
  waitingListFacts,
} from "./plan-parts.ts";
import type { StudyTemplate } from "./study-template.ts";

const lessons = "Cordis Bright, Whole family domestic abuse programmes: six lessons learned, 2020";
const impact = "IMPACT toolkit study, Social Sciences 12(11):613, 2023";

/** Work with participants, partners and children of one family, in four components, with a waiting list to compare. */
export const wholeFamily: StudyTemplate = {
  id: "whole-family",
  about: "work with whole families in four components, with linked people, status spells and a waiting list",
  remarks: [
    "**Each voice stands by itself.** What partners, participants and workers say of abuse is in tables of their own, partners first. Where they disagree, the disagreement is the finding.",
    "**Cases that need a person today** are in `out/private/`, for those who answer for safety. Neither they nor their number is on any page.",
    "**Children with a worker of their own differ from children without.** What became of both stands side by side with a warning: nothing is controlled.",
    "**Answers of those still in touch** are not answers of everybody. How many could have answered stands beside every mean.",
  ],
  figures: [
    {
      what: "Components for everybody in a family",
      published: "in words: programmes for the child, the victim-survivor and the user of abuse",
      source: lessons,
      status: "verified in words",
      uses: "four components: group (participants), recovery (partners), children, family",
    },
    {
      what: "Families of indicators",
      published: "listed, without figures",
      source: lessons,
      status: "verified in words",
      uses: "17 lines, of which the extracts hold some",
    },
    {
      what: "What partners and participants report",
      published: "bruises or cuts before: 33 of 71 partners, 32 of 133 participants",
      source: impact,
      status: "verified",
      uses: "people report 0.52 of what partners report (ratio derived)",
    },
    {
      what: "Referrals, starts, completions",
      published: null,
      source: null,
      status: "choice",
      uses: "240 given a place, 216 of whom start and 130 complete; 120 wait more than a year",
    },
    {
      what: "Children’s statuses, school, scales, mechanisms",
      published: null,
      source: null,
      status: "choice",
      uses: "drawn; no rate follows a publication, and no effect can be learnt from them",
    },
  ],
  model: {
    panels: 26,
    domesticRate: { base: 0.28, agePerDecade: -0.12, female: -0.4, mediumRisk: 0.3, highRisk: 0.6, perQuarter: 0 },
    otherRate: { base: 0.15, agePerDecade: -0.3, female: -0.5, mediumRisk: 0.1, highRisk: 0.2, perQuarter: 0 },
    effect: { domesticRateRatio: 0.75, otherRateRatio: 1 },
    uptake: {
      providerAccepts: 1,
      assessed: { intercept: 0, agePerDecade: 0, highRisk: 0 },
      offered: 1,
      accepted: 1,
      started: { intercept: 0, agePerDecade: 0, highRisk: 0 },
      startDays: { values: [21, 42, 63], probabilities: [0.3, 0.4, 0.3] },
      decidedAt: 0.7,
    },
    delivery: {
      plannedSessions: 20,
      sessionMinutes: 120,
      completed: 0.6,
      engagedSessions: 4,
      attendance: 0.78,
      followedUp: 0.5,
    },
    people: {
      men: 0.95,
      riskLevels: { values: ["standard", "medium", "high"], probabilities: [0.45, 0.4, 0.15] },
      areas: { values: ["Eastfield", "Northside", "Riverside", "Westmoor"], probabilities: [0.25, 0.25, 0.25, 0.25] },
      ethnicities: {
        values: ["White", "Asian", "Black", "Mixed", "Not recorded", "Prefer not to say"],
        probabilities: [0.75, 0.09, 0.06, 0.03, 0.05, 0.02],
      },
      notSearched: 0,
      notFound: 0,
      underAge: 0,
    },
  },
  counts: {
    selected: 240,
    others: 120,
    capacityRefused: 120,
    stages: { assessed: 240, offered: 240, accepted: 240, started: 216, engaged: 190, completed: 130, followedUp: 60 },
    events: [{ of: "started", from: "decision", months: 12, crimes: "domestic", people: 48 }],
  },
  tables: {
    fields: {
      people: tableFields.people,
      links: familyFields.links,
      referrals: fullReferrals,
      selections: tableFields.selections,
      stages: tableFields.stages,
      sessions: tableFields.sessions,
      events: tableFields.events,
      orders: tableFields.orders,
      abuse: tableFields.abuse,
      searches: tableFields.searches,
    },
    referrals: {
      sources: { values: ["social-care", "police", "health", "self"], probabilities: [0.55, 0.2, 0.15, 0.1] },
      providers: { values: ["Family service"], probabilities: [1] },
      mode: "group",
    },
    stageNames: { identified: null, "met-criteria": null },
    component: "group",
    selection: "waiting-list",
    families: true,
  },
  plan: {
    title: "Whole families (synthetic template)",
    id: "template-whole-family",
    question:
      "Among families accepted, is recorded domestic-abuse crime in the next 12 months lower where the person who uses abuse was given a place than where they still wait, and are partners and children safer by their own account?",
    programme: {
      name: "Whole-family programme",
      kind: "whole-family programme",
      why: "Abuse harms everybody in a family, and each needs a worker of their own.",
      what: "Four components: a group for the person who uses abuse, recovery for the partner, direct work with children, and family work where it is safe.",
      who: "Families known to children’s services in which one adult uses abuse.",
      how: "In groups, one to one, and with the family",
      where: "Four synthetic areas",
      when: "Places given every four weeks, January 2020 to December 2021",
      theory: [
        "Each member of the family is heard by their own worker.",
        "Stability and trust come first, then other viewpoints and empathy.",
        "People who use abuse come to believe that they can change, and do.",
        "Partners have more space for action, children are safer.",
      ],
    },
    cohort: {
      unit: "person",
      role: "perpetrator",
      arms: {
        from: "selections.panel_decision",
        treated: ["selected"],
        comparison: ["capacity-refused"],
        labels: { treated: "people given a place", comparison: "people on the waiting list" },
      },
      indexDate: "selections.decision_date",
      eligibility: [{ field: "people.age", min: 18, reason: "under 18 at the decision" }],
      analysisSet: "referred",
      funnel: {
        from: "referrals",
        steps: [
          { stage: "referred", label: "Referred" },
          { stage: "accepted", label: "Accepted" },
          { stage: "started", label: "Started (first session)" },
          { stage: "engaged", label: "Engaged (four sessions)" },
          { stage: "completed", label: "Completed" },
        ],
      },
      baseline,
      completion: [{ id: "service-rule" }, { id: "attended-all" }],
      reach,
      safety: {
        waves: ["intake", "review", "exit"],
        offerWithinDays: 28,
        scales: [
          {
            id: "space-for-action",
            label: "Space for action",
            measure: "space-for-action",
            item: "total",
            better: "higher",
          },
          { id: "fear", label: "Fear", measure: "fear", item: "total", better: "lower" },
        ],
        talkWithChildren: { measure: "talk", item: "told", safetyItem: "safe" },
      },
      mechanisms: {
        measure: "frame",
        items: [
          { item: "stability", label: "Stability and security" },
          { item: "viewpoints", label: "Receptive to other viewpoints" },
          { item: "empathy", label: "Empathy" },
          { item: "self-efficacy", label: "Self-efficacy" },
          { item: "trust", label: "Honesty and trust" },
          { item: "motivation", label: "Motivation to change" },
        ],
      },
      motivation: { measure: "motivation-ruler", takePart: "take-part", change: "change" },
      selfEfficacy: { measure: "self-efficacy", item: "total" },
      indicatorFamilies: [{ family: "safety", from: "measures.response", where: { measure: ["fear"] } }],
    },
    outcomes: [anyDomesticCrime, domesticCrimes, anyCrime],
    comparisons: [waitingListComparison],
    evidence: {
      ...waitingListFacts({
        treated: 0.1,
        comparison: 0,
        why: "24 of 240 never started; nobody on the list had a place within a year.",
      }),
      baselineOutcomes,
    },
    disclosure: { profile: "default" },
    report: { audience: "commissioner", status: "draft" },
  },
  notes: [
    {
      path: ["cohort", "safety"],
      text: "Days within which every linked victim-survivor is to be offered support: a longer wait is a case in private/safeguarding.",
    },
    {
      path: ["cohort", "mechanisms"],
      text: "Six mechanisms on a frame of needs. What nobody coded reads “not coded”; it is not an absence.",
    },
    { path: ["cohort", "motivation"], text: "Two ratings that are never added." },
    {
      path: ["comparisons", 0],
      text: "The comparison is of recorded crime alone. Everything said of partners and children is a description.",
    },
  ],
};
