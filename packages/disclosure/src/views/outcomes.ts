import { type Comparison, type Estimate, resultKey } from "@likewise/schema";
import type { Profile } from "../profiles.ts";
import type { Need } from "../system/count-system.ts";
import { differenced, fewUnmatched, type Groups } from "./balance.ts";
import { countBehind } from "./count-behind.ts";
import { comparisonPeople, outcomeNames, treatedPeople, windowNames } from "./count-names.ts";
import type { CountId, Reader } from "./readings.ts";
import { readSensitivity, readWarnings, sensitivityParts } from "./sensitivity.ts";

/** What all estimates of one outcome rest on. */
export interface Behind {
  readonly counts: readonly CountId[];
  /** People of both arms, of each estimate that is not of a subgroup. */
  readonly arms: readonly (readonly [CountId, CountId])[];
}

interface EstimateCounts {
  readonly people: readonly [CountId, CountId];
  readonly events: readonly [CountId, CountId];
}

/**
 * Events of each arm behind every estimate; what reveals them goes with them.
 *
 * @param covariates counts behind the covariates: an adjusted estimate is worked out from them as well
 * @returns by outcome
 */
export function readOutcomes(
  comparison: Comparison,
  groups: Groups,
  covariates: readonly CountId[],
  read: Reader,
  profile: Profile,
): ReadonlyMap<string, Behind> {
  const behind = new Map<string, Behind>();
  const all = comparison.estimates.map((estimate) => ({ estimate, ...readEstimate(comparison, estimate, read) }));
  for (const { estimate, people, events } of all) {
    const known = behind.get(estimate.outcome) ?? { counts: [], arms: [] };
    const arms = estimate.subgroup === null ? [people] : [];
    behind.set(estimate.outcome, {
      counts: [...known.counts, ...people, ...events],
      arms: [...known.arms, ...arms],
    });
    const keys = revealing(comparison, estimate);
    if (estimate.adjustment === "covariates") {
      // Adjusted means of both arms come from one model of both, and of everything counted of this outcome.
      const fitted = [...keys, ...armNames.map((arm) => estimateKey(comparison, estimate, `${arm}/value`))];
      const same = all.filter(
        (each) =>
          each.estimate.outcome === estimate.outcome &&
          each.estimate.subgroup === estimate.subgroup &&
          kind(each.estimate) === kind(estimate),
      );
      read.derive(
        fitted,
        same.flatMap((each) => [...each.people, ...each.events]),
      );
      read.derive(fitted, covariates, { as: "rounded" });
    }
    // Everyone's mean less that of matched people is the mean of the few left out; the secondary estimate goes.
    const isMean = estimate.treated.events === null && events[0] === null && estimate.subgroup === null;
    if (isMean && !estimate.primary && fewUnmatched(comparison, profile))
      read.derive([...keys, estimateKey(comparison, estimate, "treated/value")], [], { people: groups.unmatched });
  }
  readSubgroups(all, read);
  if (differenced(comparison, profile)) readUnmatchedEvents(all, read);
  readTests(comparison, behind, read);
  return behind;
}

const armNames = ["treated", "comparison"] as const;

function readEstimate(comparison: Comparison, estimate: Estimate, read: Reader): EstimateCounts {
  const at = (part: string) => estimateKey(comparison, estimate, part);
  const need = estimate.primary ? 2 : 1;
  const [treated, other] = armNames.map((arm) => {
    const { n, events, value } = estimate[arm];
    // Subgroups are people of their own, even where two happen to be of one size.
    const own = (what: string) =>
      JSON.stringify([comparison.id, estimate.outcome, estimate.subgroup, arm, n, kind(estimate), what]);
    const everyone = arm === "treated" ? treatedPeople(n) : comparisonPeople(n);
    const elsewhere = namesElsewhere(estimate, arm, read);
    const people = read.count(at(`${arm}/n`), n, {
      same: estimate.subgroup === null ? [everyone, ...elsewhere.of] : own("n"),
      need,
    });
    const name = JSON.stringify([comparison.id, estimate.outcome, estimate.subgroup, arm, n, "events"]);
    const event =
      events === null
        ? countInDisguise(at(`${arm}/value`), countBehind(value, n), need, name, read)
        : read.count(at(`${arm}/events`), events, { same: [name, ...elsewhere.having], need });
    if (events === null || eventsArePeople(estimate)) read.among(event, people);
    if (kind(estimate) === "everyone") readLeftOut(estimate, arm, [people, event], read);
    read.derive([at(`${arm}/value`)], [people, event], { people });
    return { people, event };
  }) as [{ people: CountId; event: CountId }, { people: CountId; event: CountId }];
  const people = [treated.people, other.people] as const;
  const counts = [...people, treated.event, other.event];
  // An effect speaks of both arms, so the smaller decides whether there are too few.
  for (const arm of people) {
    read.derive(revealing(comparison, estimate), counts, { people: arm });
    read.derive([at("df"), at("clusters")], counts, { people: arm, as: "blank" });
  }
  const events = [treated.event, other.event] as const;
  readSensitivity(comparison, estimate, { people, events }, read);
  readWarnings(comparison, estimate, { people, events }, read);
  return { people, events };
}

/**
 * What tables and blocks call the people of an arm and those of them with the outcome; subgroups are in none. Where tables
 * have another number under a name, the name is theirs.
 */
function namesElsewhere(
  estimate: Estimate,
  arm: "treated" | "comparison",
  { exactly }: Reader,
): { readonly of: string[]; readonly having: string[] } {
  const { outcome, subgroup, window } = estimate;
  if (subgroup !== null) return { of: [], having: [] };
  const { n, events } = estimate[arm];
  const free = (name: string, figure: unknown) => (exactly.get(name) ?? figure) === figure;
  const names = [
    ...(kind(estimate) === "everyone" ? [outcomeNames(outcome, arm)] : []),
    ...(window === null ? [] : [windowNames(outcome, arm, window)]),
  ];
  return {
    of: names.map(({ of }) => of).filter((name) => free(name, n)),
    having: names.map(({ having }) => having).filter((name) => eventsArePeople(estimate) && free(name, events)),
  };
}

/**
 * Who is observed but in no estimate, for want of a covariate. Tables speak of everyone observed, so those with the
 * outcome among the people left out can be had by subtraction. How many were left out is told by the reasons.
 */
function readLeftOut(estimate: Estimate, arm: string, [people, event]: readonly CountId[], read: Reader): void {
  if (estimate.subgroup !== null || estimate.treated.events === null || !eventsArePeople(estimate)) return;
  const names = outcomeNames(estimate.outcome, arm);
  const inTables = (name: string): CountId => {
    const value = read.exactly.get(name);
    return value === undefined ? null : (read.named(name) ?? read.unprinted(name, value));
  };
  const leftOut = read.rest(inTables(names.of), [people ?? null], false);
  read.among(read.rest(inTables(names.having), [event ?? null]), leftOut);
}

/** The mean of a score that is zero or one for everybody is a share, whatever it was declared to be. */
function countInDisguise(key: string, amount: number | null, need: Need, same: string, read: Reader): CountId {
  return amount === null ? null : read.behind(key, amount, { need, same });
}

/** Everything of an estimate that gives the events of an arm back. */
function revealing(comparison: Comparison, estimate: Estimate): string[] {
  const { precision } = estimate;
  return [
    ...["estimate", "standardError", "interval/0", "interval/1", "pValue"],
    ...(estimate.adjustedPValue === undefined ? [] : ["adjustedPValue"]),
    ...(estimate.bootstrap === undefined ? [] : ["bootstrap/percentile/0", "bootstrap/percentile/1"]),
    ...sensitivityParts(estimate),
    ...(estimate.imputations === null
      ? []
      : ["imputations/within", "imputations/between", "imputations/fractionMissing"]),
    ...(precision === undefined || precision === null
      ? []
      : ["detectableDifference", "peopleNeeded", "peopleForSmallestEffect"]
          .filter((part) => part in precision)
          .map((part) => `precision/${part}`)),
  ].map((part) => estimateKey(comparison, estimate, part));
}

function estimateKey(comparison: Comparison, estimate: Estimate, part: string): string {
  return `comparisons/${resultKey(comparison.id)}/estimates/${resultKey(estimate.id)}/${part}`;
}

function readTests({ id, tests, matching }: Comparison, behind: ReadonlyMap<string, Behind>, read: Reader): void {
  const at = (part: string) => `comparisons/${resultKey(id)}/${part}`;
  for (const [index, test] of tests.entries()) {
    const parts = [
      ...["statistic", "pValue"],
      ...(test.adjustedPValue === undefined ? [] : ["adjustedPValue"]),
      ...(test.estimate === undefined ? [] : ["estimate"]),
      ...(test.interval === undefined ? [] : ["interval/0", "interval/1"]),
    ];
    read.derive(
      parts.map((part) => at(`tests/${index}/${part}`)),
      behind.get(test.outcome)?.counts ?? [],
    );
  }
  for (const [outcome, range] of Object.entries(matching?.tieRange ?? {}))
    if (range !== null)
      read.derive(
        [at(`matching/tieRange/${resultKey(outcome)}/0`), at(`matching/tieRange/${resultKey(outcome)}/1`)],
        behind.get(outcome)?.counts ?? [],
      );
}

/** Of a rate or a mean, events are events: people without one cannot be had by subtraction. */
function eventsArePeople({ measure }: Estimate): boolean {
  return [
    ...["riskDifference", "riskRatio", "oddsRatio", "hazardRatio"],
    "restrictedMeanSurvivalTimeDifference",
  ].includes(measure);
}

function kind(estimate: Estimate): "everyone" | "matched" {
  return estimate.adjustment === "matching" ? "matched" : "everyone";
}

type Read = EstimateCounts & { readonly estimate: Estimate };

/** Levels of one subgroup make up everyone, or all but those of a level not shown. */
function readSubgroups(all: readonly Read[], read: Reader): void {
  for (const whole of all.filter(({ estimate }) => estimate.subgroup === null)) {
    const same = ({ outcome, measure, adjustment }: Estimate) => JSON.stringify([outcome, measure, adjustment]);
    const alike = all.filter(({ estimate }) => estimate.subgroup !== null && same(estimate) === same(whole.estimate));
    const names = new Set(alike.map(({ estimate }) => subgroupName(estimate)));
    for (const name of names) {
      const levels = alike.filter(({ estimate }) => subgroupName(estimate) === name);
      for (const arm of [0, 1] as const)
        for (const part of ["people", "events"] as const)
          read.levels(
            whole[part][arm],
            levels.map((each) => each[part][arm]),
          );
    }
  }
}

/** `sex` of `sex=female`; levels without a name are of one subgroup. */
function subgroupName({ subgroup }: Estimate): string {
  return subgroup!.includes("=") ? subgroup!.split("=")[0]! : "";
}

/** Everyone's events less those of matched people are the events of the few left out. */
function readUnmatchedEvents(all: readonly Read[], read: Reader): void {
  const events = new Map<string, CountId>();
  const name = (outcome: string, who: "everyone" | "matched") => JSON.stringify([outcome, who]);
  for (const each of all)
    if (each.estimate.subgroup === null) events.set(name(each.estimate.outcome, kind(each.estimate)), each.events[0]);
  for (const outcome of new Set(all.map(({ estimate }) => estimate.outcome)))
    read.rest(events.get(name(outcome, "everyone")) ?? null, [events.get(name(outcome, "matched")) ?? null]);
}
