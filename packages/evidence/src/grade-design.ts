import type { Grade, Reason } from "@likewise/schema";
import type { Design } from "./design.ts";
import { gradeCaveats } from "./grade-caveats.ts";
import { type Cap, caps, covariateTiming } from "./tables/caps.ts";
import { type DesignRow, designRow, rowWithoutAllocation } from "./tables/design-rows.ts";
import { dropTest, type Finding } from "./tables/drop-tests.ts";
import { type ScaleId, scales } from "./tables/provenance.ts";
import { type RaiseStep, raises } from "./tables/raises.ts";

/** A grade before it is known which estimates it belongs to. */
export type DesignGrade = Omit<Grade, "comparison" | "estimates">;

/** Failing tests lower a level by one each, and by this many at most in all. */
const mostDrops = 2;

/**
 * Grade of a design on both Maryland scales: where its row of the decision table starts, or a cap if that is lower, less
 * one for each failing test (two at most, never below what no adjustment would score).
 *
 * A test nobody has assessed counts as failed for `level` and as passed for `atMost`; a cap nobody has assessed does
 * not apply. Both are listed in `notAssessed`. An order nobody has argued for, or an outcome before entry nobody has
 * justified, counts for the most the level could be alone. The level says how far chance and choice of people can be ruled out; it
 * says nothing about the size of an effect, about precision or about how well outcomes were measured, and sample size
 * does not change it.
 *
 * @param design what is known, `null` where not assessed
 * @returns one grade per scale, `wwclg` first; level and atMost are null where the evidence cannot be scored;
 *   `reasons[0]` is the one that most explains the level; `raises` are in order of cost, each `to` the level reached
 *   with the steps before it
 * @source decision table of this toolkit after the WWCLEG scoring guide (2016) and NCJ 171676 (1998)
 * @example
 * gradeDesign({ ...nothingAssessed, assignment: "random" })[0].level; // 3
 * gradeDesign({ ...nothingAssessed, assignment: "random" })[0].atMost; // 5
 * gradeDesign({ ...nothingAssessed, comparator: "none" }).map((grade) => grade.level); // [1, 2]
 */
export function gradeDesign(design: Design): [DesignGrade, DesignGrade] {
  const [first, second] = scales.map((scale) => gradeOn(scale.id, design));
  return [first!, second!];
}

function gradeOn(scale: ScaleId, design: Design): DesignGrade {
  const decision = levelsOn(scale, design);
  const { row, base, level, atMost, lowering, unassessed, capping } = decision;
  return {
    scale,
    edition: scales.find((entry) => entry.id === scale)!.edition,
    design: row.id,
    base,
    level,
    atMost,
    reasons: explain(scale, design, decision),
    drops: lowering,
    caps: capping.map((cap) => ({ rule: cap.id, text: cap.text, drop: null })),
    raises: level === null ? unscored : raisesOn(scale, design, level),
    notAssessed: unassessed,
    caveats: gradeCaveats(design, row),
  };
}

interface Decision {
  readonly row: DesignRow;
  readonly base: number | null;
  readonly level: number | null;
  readonly atMost: number | null;
  /** Failed and unassessed tests that lowered the level, failed ones first; `drop` 0 beyond the limit. */
  readonly lowering: Reason[];
  readonly unassessed: Reason[];
  readonly capping: readonly Cap[];
}

interface TestResult extends Finding {
  readonly rule: string;
  readonly without?: ((design: Design) => Design) | undefined;
}

function levelsOn(scale: ScaleId, design: Design, row = designRow(design)): Decision {
  const base = row.base[scale];
  const floor = row.floor[scale];
  if (base === null || floor === null)
    return { row, base: null, level: null, atMost: null, lowering: [], unassessed: [], capping: [] };

  const tests: TestResult[] = row.drops.map((id) => ({
    rule: id,
    without: dropTest(id).without,
    ...dropTest(id).assess(design),
  }));
  const timing = timingFinding(design);
  const failed = [...tests, ...timing].filter((test) => test.status === "failed");
  const open = tests.filter((test) => test.status === "not-assessed");
  const capping = caps.filter((cap) => cap.applies(design) === true);
  const start = Math.min(base, ...capping.map((cap) => cap.cap(design)[scale]!));
  // What rests on allocation still has the level of its own contrast if that fails.
  const contrast = row.byAllocation ? levelsOn(scale, design, rowWithoutAllocation(design)) : null;
  const after = (drops: number, ofContrast: number) =>
    Math.max(Math.min(start, Math.max(floor, ofContrast)), start - Math.min(mostDrops, drops));
  const unassessed = [
    ...open.map(({ rule, text }) => ({ rule, text, drop: 1 })),
    ...[...timing.filter((finding) => finding.status === "not-assessed"), ...silentCaps(design)].map(
      ({ rule, text }) => ({ rule, text, drop: null }),
    ),
  ];
  const atMost = after(failed.length, contrast?.atMost ?? floor);
  const unargued = open.find((test) => test.without !== undefined);
  if (unargued !== undefined) {
    const { rule, text } = unargued;
    const plain = levelsOn(scale, unargued.without!(design));
    return {
      row,
      base,
      level: plain.level,
      atMost,
      lowering: [{ rule, text, drop: base - plain.base! }, ...plain.lowering],
      unassessed: distinctRules([...unassessed, ...plain.unassessed]),
      capping,
    };
  }
  return {
    row,
    base,
    level: after(failed.length + open.length, contrast?.level ?? floor),
    atMost,
    lowering: [...failed, ...open].map(({ rule, text }, index) => ({ rule, text, drop: index < mostDrops ? 1 : 0 })),
    unassessed,
    capping,
  };
}

function silentCaps(design: Design): Pick<Reason, "rule" | "text">[] {
  return caps.filter((cap) => cap.applies(design) === null).map((cap) => ({ rule: cap.id, text: cap.silence }));
}

function distinctRules(reasons: readonly Reason[]): Reason[] {
  return reasons.filter((reason, index) => reasons.findIndex(({ rule }) => rule === reason.rule) === index);
}

function timingFinding(design: Design): TestResult[] {
  if (design.adjustment === "none" || design.adjustment === "design") return [];
  const applies = covariateTiming.applies(design);
  if (applies === null) return [{ rule: covariateTiming.id, status: "not-assessed", text: covariateTiming.silence }];
  return applies ? [{ rule: covariateTiming.id, status: "failed", text: covariateTiming.text }] : [];
}

/** The reason that most explains the level comes first: a cap below the row's start, else what lowered it, else the design. */
function explain(scale: ScaleId, design: Design, { row, base, level, capping, lowering }: Decision): Reason[] {
  const start: Reason = { rule: row.id, text: row.because?.(design) ?? row.reason, drop: null };
  if (base === null || level === null || level === base) return [start, ...asReasons(capping), ...lowering];
  const binding = capping.filter((cap) => cap.cap(design)[scale]! < base);
  const others = capping.filter((cap) => !binding.includes(cap));
  return [...asReasons(binding), ...lowering, start, ...asReasons(others)];
}

function asReasons(capping: readonly Cap[]): Reason[] {
  return capping.map((cap) => ({ rule: cap.id, text: cap.text, drop: null }));
}

const unscored: Grade["raises"] = [
  {
    to: 1,
    step: "count an outcome before and after, or in a treated and another group",
    rule: "measure-an-outcome",
    effort: "data",
    cost: null,
  },
];

/**
 * Walks up the list of steps, cheapest first, taking each that applies, until nothing more helps. Steps that do not
 * lift the level on their own are given the level they reach together with the next that does.
 */
function raisesOn(scale: ScaleId, design: Design, start: number): Grade["raises"] {
  const steps: Grade["raises"] = [];
  let pending: RaiseStep[] = [];
  let current = design;
  let level = start;
  const taken = new Set<string>();
  for (;;) {
    const step = raises.find((candidate) => !taken.has(candidate.id) && candidate.applies(current, designRow(current)));
    if (step === undefined) return steps;
    taken.add(step.id);
    pending.push(step);
    current = step.apply(current);
    const reached = levelsOn(scale, current).level!;
    if (reached > level) {
      steps.push(...pending.map(({ id, text, effort }) => ({ to: reached, step: text, rule: id, effort, cost: null })));
      pending = [];
      level = reached;
    }
  }
}
