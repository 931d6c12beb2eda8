import type { ArmCheck, Comparison, Facts } from "@likewise/schema";
import { bounds } from "../tables/bounds.ts";
import { apart, checkNamed, share } from "./apart.ts";
import { hardlyAny, nearlyAll, oneArmFromTheEnd } from "./one-arm-from-the-end.ts";

/** A comparison and its facts as the data show them, and what of that the plan says otherwise. */
export interface SeenInData {
  /** The options of the design a grade reads, as the data show them; everything else as it was. */
  readonly comparison: Comparison;
  readonly facts: Facts;
  /** What the plan says otherwise, in words for a grade. */
  readonly contradictions: readonly string[];
  /** Names of the facts and options that the data show otherwise. */
  readonly seen: ReadonlySet<string>;
}

/** What the plan asks for. */
interface Asked {
  readonly comparison: Comparison;
  readonly analysisSet: Comparison["design"]["analysisSet"] | undefined;
}

interface Rule {
  /** The fact or option it sets. */
  readonly sets: string;
  readonly says: string;
  readonly holds: (check: (id: string) => ArmCheck | undefined, asked: Asked) => boolean;
  readonly design?: Partial<Comparison["design"]>;
  readonly facts?: (facts: Facts, check: (id: string) => ArmCheck | undefined) => Facts;
}

/** Half of an arm decides what an arm is. Of our own choosing. */
const half = 0.5;
/** Nobody, but for a slip of the records. */
const hardlyASlip = 0.01;

const atLeast = (check: ArmCheck | undefined, arm: "treated" | "comparison", least: number) =>
  check !== undefined && share(check[arm]) >= least;

const atMost = (check: ArmCheck | undefined, arm: "treated" | "comparison", most: number) =>
  check !== undefined && share(check[arm]) <= most;

const different = (fact: "followUp" | "outcomeSource", why: string) => (facts: Facts) => ({
  ...facts,
  [fact]: { value: "different" as const, why: `From the data: ${why}` },
});

/** What the data can show, whatever the plan says; a grade goes by the worse. */
const rules: readonly Rule[] = [
  {
    sets: "comparator",
    says: "the comparison group is called by another name, but most of it began the programme and left before the end",
    holds: (check) => atLeast(check("left-early"), "comparison", half) && atLeast(check("completed"), "treated", half),
    design: { comparator: "dropouts" },
  },
  {
    sets: "comparator",
    says: "the comparison group is called by another name, but most of it was offered a place and did not take it up",
    holds: (check) => atLeast(check("declined"), "comparison", half) && !atLeast(check("declined"), "treated", half),
    design: { comparator: "refusers" },
  },
  {
    sets: "comparator",
    says: "the comparison group is said to be of the same time, but hardly anyone is followed from the same time as the other group",
    holds: (check) =>
      atMost(check("same-time"), "treated", hardlyAny) && atMost(check("same-time"), "comparison", hardlyAny),
    design: { comparator: "historical" },
  },
  {
    sets: "analysisSet",
    says: "the treated are said to be all who were referred, but completers were asked for and nearly all of the group completed",
    holds: (check, { analysisSet }) => analysisSet === "completed" && atLeast(check("completed"), "treated", nearlyAll),
    design: { analysisSet: "completed" },
  },
  {
    sets: "assignment",
    says: "the groups are said to be as allocated, but more than 5 % of a group were allocated to the other",
    holds: (check, { comparison: { design } }) =>
      design.assignment === "random" &&
      (["treated", "comparison"] as const).some(
        (arm) =>
          check("allocated-otherwise") !== undefined &&
          share(check("allocated-otherwise")![arm]) > bounds.mostCrossover,
      ),
    design: { assignment: "selected", comparator: "concurrent-untreated" },
    facts: (facts, check) => ({
      ...facts,
      crossover: {
        treated: share(check("allocated-otherwise")!.treated),
        comparison: share(check("allocated-otherwise")!.comparison),
        why: "From the data: the groups held against the allocation",
      },
    }),
  },
  {
    sets: "indexDateRule",
    says: "follow-up is said to start by the same rule, but it starts at the end of the programme in one group alone",
    holds: (check) => oneArmFromTheEnd(check("index-on-completion")),
    facts: (facts) => ({
      ...facts,
      indexDateRule: { value: "immortal", why: "From the data: one group is followed from the end of the programme" },
    }),
  },
  {
    sets: "indexDateRule",
    says: "follow-up is said to start by the same rule, but no treated person had an event before the milestone that marks them",
    holds: (check) => {
      const found = check("event-before-milestone");
      return found !== undefined && apart(found) < 0 && share(found.treated) <= hardlyASlip;
    },
    facts: (facts) => ({
      ...facts,
      indexDateRule: {
        value: "immortal",
        why: "From the data: nobody treated had an event before the milestone that marks them",
      },
    }),
  },
  {
    sets: "followUp",
    says: "both groups are said to be followed for as long, but for many more of one group the time was not over when the data were drawn",
    holds: (check) => apart(check("window-not-over")) !== 0,
    facts: different("followUp", "the time of one group was not over when the data were drawn"),
  },
  {
    sets: "followUp",
    says: "both groups are said to be followed for as long, but those without an event were watched for less time in one group",
    holds: (check) => apart(check("watched-less")) !== 0,
    facts: different("followUp", "those without an event were watched for less time in one group"),
  },
  {
    sets: "followUp",
    says: "outcomes of both groups are said to be of one source, but the records searched end sooner for one group",
    holds: (check) => apart(check("search-ends-early")) !== 0,
    facts: different("outcomeSource", "the records searched end sooner for one group"),
  },
  {
    sets: "attrition",
    says: "everyone is said to have an outcome, but the search did not find many of one group",
    holds: (check) => apart(check("not-found")) !== 0,
    facts: (facts, check) => ({
      ...facts,
      attrition: {
        treated: Math.max(share(check("not-found")!.treated), facts.attrition?.treated ?? 0),
        comparison: Math.max(share(check("not-found")!.comparison), facts.attrition?.comparison ?? 0),
        why: "From the data: people the search did not find",
      },
    }),
  },
];

/** Comparators that say themselves that nobody alike is compared. */
const owned: readonly string[] = ["none", "national-rate"];

/**
 * The groups and clocks of a comparison as the data show them: a cap holds whether the plan names the flaw or only the data
 * show it.
 *
 * @param comparison as planned, exact
 * @param facts      declared
 * @param checks     what should be alike in both arms, counted in each
 * @param analysisSet whom the plan asks to be analysed, which need not be whom the run analyses
 */
export function seenInData(
  comparison: Comparison,
  facts: Facts,
  checks: readonly ArmCheck[],
  analysisSet?: Comparison["design"]["analysisSet"],
): SeenInData {
  const check = (id: string) => checkNamed(checks, id);
  const { comparator } = comparison.design;
  const standing = owned.includes(comparator)
    ? []
    : rules.filter((rule) => rule.holds(check, { comparison, analysisSet }) && !isDeclared(rule, comparison, facts));
  // Of two names for one group the first stands: it is the worse.
  const applied = standing.filter(
    (rule, index) => rule.sets !== "comparator" || standing.findIndex(({ sets }) => sets === "comparator") === index,
  );
  return {
    comparison: {
      ...comparison,
      design: Object.assign({}, comparison.design, ...applied.map(({ design }) => design ?? {})),
    },
    facts: applied.reduce((known, rule) => rule.facts?.(known, check) ?? known, facts),
    contradictions: applied.map(({ says }) => says),
    seen: new Set(applied.map(({ sets }) => sets)),
  };
}

/** The plan owns up to it: nothing is contradicted. */
function isDeclared({ sets, design }: Rule, comparison: Comparison, facts: Facts): boolean {
  if (sets === "analysisSet") return comparison.design.analysisSet === "completed";
  if (sets === "comparator")
    return (
      comparison.design.comparator === design?.comparator ||
      ["dropouts", "refusers", "historical"].includes(comparison.design.comparator)
    );
  if (sets === "indexDateRule") return facts.indexDateRule?.value === "immortal";
  if (sets === "followUp") return facts.followUp?.value === "different" || facts.outcomeSource?.value === "different";
  return false;
}
