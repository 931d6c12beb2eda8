import type {
  EvaluationPlan,
  PlannedDesignResult,
  PlannedPrecision,
  PlanningEntry,
  PlanningInput,
} from "@likewise/schema";
import { formatCount, formatNumber } from "./formats.ts";

/** A share as a percentage without a needless ".0". */
export function percent(share: number): string {
  return `${plain(100 * share)}%`;
}

/** A size of effect: so many in every 100 people. */
export function points(size: number): string {
  const text = plain(100 * size);
  return `${text} ${text === "1" ? "point" : "points"}`;
}

function plain(value: number): string {
  return formatNumber(value, 1).replace(/\.0$/, "");
}

/** A chance to the whole per cent, never so near to none or sure that it reads as that. */
export function chance(value: number | null): string {
  if (value === null) return "none";
  if (value < 0.01) return "<1%";
  return value > 0.99 ? ">99%" : `${formatNumber(100 * value, 0)}%`;
}

/** The same with what it is at the least and the most base rate. */
export function chanceText({ power, powerRange }: PlannedPrecision): string {
  if (powerRange === null || chance(powerRange.least) === chance(powerRange.most)) return chance(power);
  return `${chance(power)} (${chance(powerRange.least)} to ${chance(powerRange.most)} over the base rates)`;
}

/** Months, or years once there are many. */
export function timeText(months: number): string {
  return months > 36 ? `${formatNumber(months / 12, 0)} years` : `${formatNumber(months, 0)} months`;
}

/** One number or answer as a list shows it. */
export function entryText({ id, unit, value }: PlanningEntry): string {
  switch (unit) {
    case "share":
      return id === "smallestEffect" ? points(value as number) : percent(value as number);
    case "range": {
      const { low, high } = value as PlanningInput["baseRange"];
      return `${plain(100 * low)} to ${percent(high)}`;
    }
    case "answer":
      return value ? "yes" : "no";
    case "word":
      return String(value);
    case "ratio":
      return String(value);
    default:
      return plain(value as number);
  }
}

/** Why a design comes out lower than it might, where losses or crossing over are expected to cost it a level. */
export function loweredText({ levels: [first] }: PlannedDesignResult): string | null {
  if (first === undefined || first.perfect === first.level || first.lowered.length === 0) return null;
  return `level ${first.level} and not ${first.perfect}: ${first.lowered[0]}`;
}

/** What so few people can teach. */
export function learnableTexts({ learnable, designs }: EvaluationPlan): string[] {
  const { completion, outcome, safety, interviews, sites } = learnable;
  const design = designs.find(({ id }) => id === learnable.design);
  const seen = safety.seen.map((harm) => `1 in ${harm.oneIn} with a chance of ${chance(harm.chance)}`);
  return [
    `How many complete. If ${shareText(completion)}`,
    `How many have the outcome. If ${shareText(outcome)} It does not say why`,
    "Whether it can be run: who is referred, starts, stays and is found again, and what it costs",
    `Safety. If nobody is harmed, up to ${plain(100 * safety.ruleOfThree)} in every 100 still could be (3 divided by ${formatCount(completion.people)}). Harm would be seen at least once if it befalls ${seen.join(", or ")}`,
    worseningText(safety.worsening, design),
    `How it works and where it fails. What 1 person in ${interviews.oneIn} would say is heard in ${interviews.people} interviews with a chance of ${chance(interviews.chance)}`,
    poolingText(sites, design),
  ];
}

function worseningText(size: number | null, design: PlannedDesignResult | undefined): string {
  if (design === undefined)
    return "Watch each case: with nobody to compare with, no rise in harm can be put down to the programme, nor a fall";
  return size === null
    ? "No rise in harm is large enough to be found by 8 in 10 such studies: watch each case"
    : `A change for the worse of ${points(size)} would be found by 8 in 10 such studies. Less would be missed: watch each case`;
}

function poolingText(sites: number | null, design: PlannedDesignResult | undefined): string {
  if (design === undefined)
    return "A part of an answer, for pooling with others, once there is somebody to compare with";
  if (sites === 1) return `An answer by itself: 8 in 10 such studies would show it (${lowerFirst(design.title)})`;
  return sites === null
    ? "A part of an answer, for pooling: but no number of programmes like this would do with these designs"
    : `A part of an answer. About ${formatCount(sites)} programmes of this size together could show it (${lowerFirst(design.title)}), if all count alike`;
}

function shareText({ share, people, lower, upper }: EvaluationPlan["learnable"]["completion"]): string {
  return `${formatCount(Math.round(share * people))} of ${formatCount(people)} do, the share is ${percent(share)}, give or take: ${percent(lower)} to ${percent(upper)}.`;
}

/** What so few people cannot teach, as plainly. */
export function notLearnableTexts({ learnable, designs }: EvaluationPlan, size: number): string[] {
  const design = designs.find(({ id }) => id === learnable.design);
  return [
    ...(design === undefined ? [noEffectText] : sizeTexts(design, size)),
    "That it does not work. Such a study mostly finds no clear difference, of a good programme too",
    "For whom it works best, which site is best, or a trend by month: those groups are smaller still",
    "Whether it pays: that rests on the effect",
  ];
}

const noEffectText =
  "Whether it changes the outcome. No design that can be done here tells an effect from what would have come anyway, with however many people";

function sizeTexts({ precision, title }: PlannedDesignResult, size: number): string[] {
  return [
    `Whether it changes the outcome by ${points(size)}. The best design for it here (${lowerFirst(title)}) would find that with a chance of ${chanceText(precision)}`,
    precision.detectable === null
      ? "Not even the largest effect there can be would be found by 8 in 10 such studies"
      : `Any effect much under ${points(precision.detectable)}: that is the least that 8 in 10 such studies would find`,
  ];
}

/** A title inside a sentence. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
