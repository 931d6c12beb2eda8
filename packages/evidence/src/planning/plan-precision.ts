import type { PlannedPrecision, PlanningInput } from "@likewise/schema";
import type { PlannedDesign } from "./planned-design.ts";
import type { PlanningArithmetic } from "./planning-arithmetic.ts";

/** The power a study is planned for. */
export const plannedPower = 0.8;

/** What one design could show of a programme, before there are any data. */
export function planPrecision(
  design: PlannedDesign,
  input: PlanningInput,
  arithmetic: PlanningArithmetic,
): PlannedPrecision {
  const { people, baseRate, baseRange, smallestEffect, recruitmentMonths, followUpMonths, lagMonths } = input;
  const groups = design.groups(input, people, arithmetic);
  const kept = groups.found * (1 - input.attrition);
  const monthsFor = (treated: number) => (treated * recruitmentMonths) / people + followUpMonths + lagMonths;
  const powerOf = (treated: number, size: number, base: number, worse = false) =>
    powerAt({ design, input, arithmetic, treated, size, base, worse });
  const powers = [baseRange.low, baseRate, baseRange.high].flatMap(
    (base) => powerOf(people, smallestEffect, base) ?? [],
  );
  const needed = peopleNeeded((treated) => powerOf(treated, smallestEffect, baseRate));
  const neededGroups = needed === null ? null : design.groups(input, needed, arithmetic);
  return {
    treated: groups.treated * kept,
    comparison: groups.comparison === null ? null : groups.comparison * kept,
    months: monthsFor(people),
    power: powerOf(people, smallestEffect, baseRate),
    powerRange: powers.length === 0 ? null : { least: Math.min(...powers), most: Math.max(...powers) },
    detectable: detectableSize(room(baseRate, input.better === "lower"), (size) => powerOf(people, size, baseRate)),
    needed:
      neededGroups === null
        ? null
        : {
            treated: Math.ceil(neededGroups.treated - 1e-9),
            comparison: neededGroups.comparison === null ? null : Math.ceil(neededGroups.comparison - 1e-9),
            months: monthsFor(needed!),
          },
    inflation: groups.inflation,
    diluted: dilution(groups.crosses, input),
  };
}

/** The smallest change for the worse that 8 in 10 such studies would find; null where none is. */
export function detectableWorsening(
  design: PlannedDesign,
  input: PlanningInput,
  arithmetic: PlanningArithmetic,
): number | null {
  const { people: treated, baseRate: base, better } = input;
  return detectableSize(room(base, better === "higher"), (size) =>
    powerAt({ design, input, arithmetic, treated, size, base, worse: true }),
  );
}

function powerAt(asked: {
  readonly design: PlannedDesign;
  readonly input: PlanningInput;
  readonly arithmetic: PlanningArithmetic;
  readonly treated: number;
  readonly size: number;
  readonly base: number;
  readonly worse: boolean;
}): number | null {
  const { design, input, arithmetic, treated, size, base, worse } = asked;
  const groups = design.groups(input, treated, arithmetic);
  const isFall = (input.better === "lower") !== worse;
  if (size >= room(base, isFall)) return null;
  const effect = (isFall ? -size : size) * dilution(groups.crosses, input);
  const kept = groups.found * (1 - input.attrition);
  const [first, second] = [groups.treated * kept, (groups.comparison ?? asGoodAsKnown) * kept];
  if (groups.wedge !== null)
    return arithmetic.steppedWedgePower({
      base,
      effect,
      ...groups.wedge,
      people: first + second,
      icc: input.correlation,
    });
  return arithmetic.twoGroupPower({ base, effect, first: first / groups.inflation, second: second / groups.inflation });
}

/** So many people behind a published rate that it has no error of its own. */
const asGoodAsKnown = 1e9;

/** How far a share can move. */
function room(base: number, isFall: boolean): number {
  return isFall ? base : 1 - base;
}

/** As offered: what is left of the effect when some of each group are treated as the other. */
function dilution(crosses: boolean, { crossover }: PlanningInput): number {
  return crosses ? 1 - 2 * crossover : 1;
}

/** The least whole number treated at which the power is reached; null where no number a programme could reach does. */
function peopleNeeded(powerOf: (treated: number) => number | null): number | null {
  const isEnough = (treated: number) => (powerOf(treated) ?? 0) >= plannedPower;
  let enough = 2;
  while (!isEnough(enough)) {
    enough *= 2;
    if (enough > mostPeople) return null;
  }
  let tooFew = enough / 2;
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (isEnough(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}

/** No programme treats more than this. */
const mostPeople = 1e7;

function detectableSize(most: number, powerOf: (size: number) => number | null): number | null {
  let [tooSmall, enough] = [0, most * (1 - 1e-9)];
  if ((powerOf(enough) ?? 0) < plannedPower) return null;
  for (let step = 0; step < 60; step++) {
    const middle = (tooSmall + enough) / 2;
    if ((powerOf(middle) ?? 0) >= plannedPower) enough = middle;
    else tooSmall = middle;
  }
  return enough;
}
