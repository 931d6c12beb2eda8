import { tableFields } from "../plan/table-sources.ts";
import {
  anyCrime,
  anyDomesticCrime,
  baseline,
  baselineOutcomes,
  domesticCrimes,
  fullReferrals,
  harmOfCrimes,
  reach,
  waitingListComparison,
  waitingListFacts,
} from "./plan-parts.ts";
import type { StudyTemplate } from "./study-template.ts";
import { inventedTable } from "./template-weights.ts";

const learning = "NSPCC, Caring Dads: Safer Children: learning from delivering the programme, 2016";
const slides = "NSPCC, Caring Dads: Safer Children, presentation, 31 March 2015";
const community = "Make a Change, impact report 2022/23";
const prevention = "Morgan, McCausland and Parkes, PLoS ONE, 2019";

/**
 * A weekly group: rules of completion, dropouts, a waiting list to start from and people still on it to compare with.
 */
export const groupwork: StudyTemplate = {
  id: "groupwork",
  about: "weekly groupwork with a waiting list",
  remarks: [
    "**Three denominators, three completion rates.** 190 of 300 who started completed (63 %), 190 of 900 referred (21 %), and fewer attended every session. Say which.",
    "**Dropouts are no comparison group.** People who left are not like people who stayed. The comparison is with people accepted who were still waiting.",
    "**Self-referral and completion.** 35 % of referrals and 64 % of completers referred themselves: their completion rate is 3.3 times that of the others. Who comes by themselves differs in more than the route.",
  ],
  figures: [
    {
      what: "Started, completed",
      published: "190+ of 300+ (63 %)",
      source: slides,
      status: "verified",
      uses: "300 started, 190 completed, exactly",
    },
    {
      what: "First-session attenders who complete",
      published: "around half",
      source: learning,
      status: "verified in words",
      uses: "not both: the 63 % of the other publication of the same service",
    },
    {
      what: "Referrals never assessed",
      published: "around a third",
      source: learning,
      status: "verified in words",
      uses: "300 of 900 never assessed",
    },
    {
      what: "Referrals",
      published: null,
      source: null,
      status: "choice",
      uses: "900, of whom 540 are offered a place and 480 accept",
    },
    {
      what: "Length",
      published: "17 weekly sessions of two hours, 34 hours",
      source: slides,
      status: "verified",
      uses: "17 sessions of 120 minutes; 13 are three quarters (0.75 × 17 = 12.75)",
    },
    {
      what: "Self-referrals",
      published: "35 % of referrals, 64 % of completers",
      source: community,
      status: "verified",
      uses: "315 of 900 referrals, 122 of 190 completers (64.2 %); ratio of completion rates (0.64/0.36)/(0.35/0.65) = 3.30 as published, 3.33 in these counts",
    },
    {
      what: "Suspected or convicted of domestic abuse after the programme",
      published: "1 in 5 (228 people; denominator not seen)",
      source: prevention,
      status: "verified",
      uses: "60 of 300 starters with a recorded domestic-abuse crime in the 12 months after a place was given",
    },
    {
      what: "Waiting list, waits, dropouts by week",
      published: null,
      source: null,
      status: "choice",
      uses: "480 accepted: 330 given a place, 300 of whom start; 150 wait more than a year; 262 engage",
    },
    {
      what: "What partners and participants report",
      published: "bruises or cuts before: 33 of 71 partners, 32 of 133 participants",
      source: "IMPACT toolkit study, Social Sciences 12(11):613, 2023",
      status: "verified",
      uses: "people report 0.52 of what partners report (ratio derived)",
    },
  ],
  model: {
    panels: 26,
    domesticRate: { base: 0.28, agePerDecade: -0.12, female: -0.4, mediumRisk: 0.3, highRisk: 0.6, perQuarter: 0 },
    otherRate: { base: 0.15, agePerDecade: -0.3, female: -0.5, mediumRisk: 0.1, highRisk: 0.2, perQuarter: 0 },
    effect: { domesticRateRatio: 0.7, otherRateRatio: 1 },
    uptake: {
      providerAccepts: 1,
      assessed: { intercept: 0, agePerDecade: 0, highRisk: 0 },
      offered: 1,
      accepted: 1,
      started: { intercept: 0, agePerDecade: 0, highRisk: 0 },
      startDays: { values: [60, 90, 120, 160], probabilities: [0.25, 0.35, 0.25, 0.15] },
      decidedAt: 0.7,
    },
    delivery: {
      plannedSessions: 17,
      sessionMinutes: 120,
      completed: 0.63,
      engagedSessions: 4,
      attendance: 0.75,
      followedUp: 0.5,
    },
    people: {
      men: 0.97,
      riskLevels: { values: ["standard", "medium", "high"], probabilities: [0.5, 0.4, 0.1] },
      areas: { values: ["Eastfield", "Northside", "Riverside", "Westmoor"], probabilities: [0.2, 0.35, 0.25, 0.2] },
      ethnicities: {
        values: ["White", "Asian", "Black", "Mixed", "Not recorded", "Prefer not to say"],
        probabilities: [0.76, 0.08, 0.06, 0.03, 0.05, 0.02],
      },
      notSearched: 0,
      notFound: 0,
      underAge: 0,
    },
  },
  counts: {
    selected: 330,
    others: 150,
    capacityRefused: 150,
    leftBefore: [300, 60, 60],
    stages: { assessed: 330, offered: 330, accepted: 330, started: 300, engaged: 262, completed: 190, followedUp: 95 },
    selfReferred: { referred: 315, completed: 122 },
    events: [{ of: "started", from: "decision", months: 12, crimes: "domestic", people: 60 }],
  },
  tables: {
    fields: {
      people: tableFields.people,
      links: tableFields.links,
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
      sources: {
        values: ["social-care", "probation", "police", "health", "other"],
        probabilities: [0.5, 0.15, 0.15, 0.1, 0.1],
      },
      providers: { values: ["Groupwork service", "Groupwork service (north)"], probabilities: [0.7, 0.3] },
      mode: "group",
    },
    stageNames: { identified: null, "met-criteria": null },
    component: "group",
    selection: "waiting-list",
  },
  plan: {
    title: "Groupwork with a waiting list (synthetic template)",
    id: "template-groupwork",
    question:
      "Among people accepted for a group, is recorded domestic-abuse crime in the next 12 months lower for those given a place than for those still waiting?",
    programme: {
      name: "Weekly groupwork",
      kind: "perpetrator programme",
      why: "People who use abuse can change how they think and act, among others who do the same.",
      what: "17 weekly sessions of two hours; support offered to partners.",
      who: "People who acknowledge abuse, take some responsibility and are motivated to change.",
      how: "In groups",
      where: "Four synthetic areas",
      when: "Places given every four weeks, January 2020 to December 2021",
      theory: [
        "People recognise what they do.",
        "They understand what it does to partners and children.",
        "They practise other ways, and are held to them by the group.",
        "Abuse becomes rarer, and people at risk are safer.",
      ],
    },
    weights: [inventedTable],
    cohort: {
      unit: "person",
      role: "perpetrator",
      arms: {
        from: "selections.panel_decision",
        treated: ["selected"],
        comparison: ["capacity-refused"],
        labels: { treated: "people given a place in a group", comparison: "people on the waiting list" },
      },
      indexDate: "selections.decision_date",
      eligibility: [{ field: "people.age", min: 18, reason: "under 18 at the decision" }],
      analysisSet: "referred",
      funnel: {
        from: "referrals",
        steps: [
          { stage: "referred", label: "Referred" },
          { stage: "assessed", label: "Assessed" },
          { stage: "offered", label: "Offered" },
          { stage: "accepted", label: "Accepted" },
          { stage: "started", label: "Started (first session)" },
          { stage: "engaged", label: "Engaged (four sessions)" },
          { stage: "completed", label: "Completed" },
          { stage: "followed-up", label: "Followed up" },
        ],
      },
      baseline,
      completion: [
        { id: "service-rule" },
        { id: "three-quarters-of-17" },
        { id: "three-quarters-planned-end" },
        { id: "attended-all" },
      ],
      waiting: [
        { from: "referred", to: "assessed", withinDays: [28, 56] },
        { from: "accepted", to: "started", withinDays: [28, 56, 84] },
      ],
      breakdowns: ["people.risk_level", "referrals.prior_offence"],
      target: {
        id: "suitable-for-a-group",
        label: "Acknowledges the abuse at least in part, and is not at high risk",
        rules: [
          { field: "referrals.acknowledges", in: ["yes", "partly"], reason: "does not acknowledge the abuse" },
          { field: "people.risk_level", in: ["standard", "medium"], reason: "high risk" },
        ],
      },
      reach,
      blocks: {
        outcome: "da-recorded-12m",
        anchors: ["index", "started", "completed"],
        before: 2,
        after: 2,
        scores: ["count", "prevalence", "harm"],
        weights: ["invented"],
        horizons: [6, 12],
        selectedOn: "other",
      },
    },
    outcomes: [anyDomesticCrime, domesticCrimes, anyCrime, harmOfCrimes],
    comparisons: [waitingListComparison],
    evidence: {
      ...waitingListFacts({
        treated: 0.091,
        comparison: 0,
        why: "30 of 330 never started; nobody on the list had a place within a year.",
      }),
      exclusionArgument: {
        value: "argued",
        why: "Places went in the order people came on the list; nobody chose among them, and the order brings nothing else with it.",
      },
      baselineOutcomes,
    },
    disclosure: { profile: "default" },
    report: { audience: "commissioner", status: "draft" },
  },
  notes: [
    {
      path: ["cohort", "arms"],
      text: "Everybody compared was accepted; who had no place for a year is still on the list. People who left before are in neither arm.",
    },
    {
      path: ["cohort", "completion"],
      text: "Four rules, four ids: results by two never merge. Full attendance is shown beside completion, never as it.",
    },
    { path: ["cohort", "waiting"], text: "Kaplan–Meier: people still waiting are censored, not dropped." },
    {
      path: ["comparisons", 0],
      text: "The waiting list as it is, adjusted. For matching: method nearest, caliper 0.2, with more people waiting than places.",
    },
    { path: ["data", "weights"], text: "Invented points. Bring the table you are licensed to use, with its edition." },
  ],
};
