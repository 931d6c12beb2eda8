import { countName, type Figure, type Results, resultKey } from "@likewise/schema";
import { readBreakdown } from "./accounts.ts";
import { comparisonPeople, outcomeNames, treatedPeople } from "./count-names.ts";
import type { CountId, Reader } from "./readings.ts";

/**
 * The pathway, step by step. The step before is those who passed, those still open and those who left: all of them can
 * be had by subtraction, so a step that lost one or two people cannot stand beside the next.
 */
export function readFunnel({ funnel }: Results, read: Reader): void {
  let before: CountId = null;
  let referred: CountId = null;
  for (const step of funnel) {
    const at = (part: string) => `funnel/${resultKey(step.step)}/${part}`;
    const count = read.count(at("count"), step.count, {
      same: [countName(`step ${step.step}`), treatedPeople(step.count)],
    });
    const open = read.count(at("open"), step.open, { same: countName(`step ${step.step}`, { now: "open" }), need: 0 });
    const leaving = step.leaving.map(({ code, rows }, index) =>
      read.count(at(`leaving/${index}/rows`), rows, { same: countName(`step ${step.step}`, { left: code }), need: 0 }),
    );
    read.sum(before, [count, open, ...leaving]);
    const previous = read.count(at("denominators/previous"), step.denominators.previous, { need: 0 });
    const referrals = read.count(at("denominators/referrals"), step.denominators.referrals, { need: 0 });
    read.sum(before, [previous, open]);
    read.rest(previous, [count]);
    read.rest(referred, [referrals]);
    read.rest(referrals, [count]);
    read.derive([at("shareOfPrevious")], [count, previous], { people: previous });
    read.derive([at("shareOfReferrals"), at("interval/0"), at("interval/1")], [count, referrals], {
      people: referrals,
    });
    read.derive([at("medianDays")], [count], { people: count });
    before = count;
    if (step.step === "referred") referred = count;
  }
}

/** Who is analysed; each set lies within the one before it. */
export function readAnalysisSets({ analysisSets }: Results, read: Reader): void {
  for (const arm of ["treated", "comparison"]) {
    let before: CountId = null;
    for (const [index, set] of analysisSets.entries()) {
      if (set.arm !== arm) continue;
      const people = arm === "treated" ? treatedPeople : comparisonPeople;
      const same = [countName(`set ${set.id}`, { arm }), people(set.people)];
      const count = read.count(`analysisSets/${index}/people`, set.people, { same });
      if (count !== before) read.rest(before, [count]);
      before = count;
    }
  }
}

/** Reasons that make up the difference between people and those searched for and found. */
const notInSource: ReadonlySet<string> = new Set(["not-searched", "not-found", "no-row"]);

/** Who was looked for, found and followed. Reasons for not knowing are detail; the totals are what a page stands on. */
export function readCoverage({ coverage, study }: Results, read: Reader): void {
  for (const [index, entry] of coverage.entries()) {
    const at = (part: string) => `coverage/${index}/${part}`;
    const arm = entry.arm === "treated" ? treatedPeople : comparisonPeople;
    const people = read.count(at("people"), entry.people, { same: arm(entry.people), need: 2 });
    // Those observed are those analysed, where nobody else is left out.
    const inTotal = (figure: Figure, ...names: string[]) =>
      ({ same: [arm(figure), ...names], sensitive: false, need: 1 }) as const;
    const { of } = outcomeNames(entry.outcome, entry.arm);
    // Where everyone was found, those observed are those whose window is over.
    const window = study.outcomes.find(({ id }) => id === entry.outcome)?.window ?? undefined;
    const over = countName("window over", { arm: entry.arm, window });
    const names = read.exactly.get(over) === entry.observedToEnd ? [of, over] : [of];
    const observed = read.count(at("observedToEnd"), entry.observedToEnd, inTotal(entry.observedToEnd, ...names));
    const found = read.count(at("searchedAndFound"), entry.searchedAndFound, inTotal(entry.searchedAndFound));
    const missing = readBreakdown(read, null, entry.missing, (reason) => at(`missing/${reason}/rows`));
    read.sum(people, [observed, ...missing]);
    read.sum(people, [found, ...missing.filter((_, reason) => notInSource.has(entry.missing[reason]!.code))]);
  }
}
