import type {
  ChangeOfGroup,
  ClusteredEstimate,
  GroupChange,
  NamedEffect,
  NumberNeeded,
  RespondersOfGroups,
  ShareOfPeople,
} from "@likewise/schema";
import { precise } from "./precise.ts";
import { wrapped } from "./wrapped.ts";

/**
 * Change of one score for a terminal of 100 columns: who is counted first, then how much change is more than error, then
 * every number, by group where there are groups. Exact, and marked so.
 *
 * @returns lines without colour, none longer than 100 characters unless a single word is
 */
export function describeChange(change: ChangeOfGroup): string {
  const { refusals, unverified } = change;
  return [
    "Working result: exact numbers, not for release",
    "",
    ...headLines(change),
    ...groupLines(change.everybody, change),
    ...change.groups.flatMap((group) => groupLines(group, change)),
    ...differenceLines(change),
    ...clusterLines(change),
    ...contaminationLines(change),
    ...listed(
      "Not said",
      refusals.map(({ what, why, unlocks }) => `${what}: ${why}. What would make it possible: ${unlocks}`),
    ),
    ...listed("Not verified in a source", unverified),
  ].join("\n");
}

function headLines({ score, account, error, cutOff, groups }: ChangeOfGroup): string[] {
  const { people, both, preOnly, postOnly, neither, otherWaves } = account;
  const others = otherWaves === 0 ? "" : `; ${otherWaves} rows of other time points`;
  return [
    ...wrapped(`${score.label}; ${score.better} is better`, "Score     "),
    ...wrapped(
      `${people}: ${both} with both scores, ${preOnly} with the first only, ${postOnly} with the later only, ${neither} with neither${others}`,
      "People    ",
    ),
    ...(error === null
      ? []
      : wrapped(
          error.basis === "published"
            ? `a change of ${precise(error.points)} points or more (${error.source})`
            : `a change of more than ${precise(error.points)} points: reliability ${error.reliability} (${error.source}), standard deviation ${precise(error.sd!)}`,
          "Reliable  ",
        )),
    ...(cutOff === null
      ? []
      : wrapped(
          `a score ${cutOff.clinical} ${precise(cutOff.value)} (${cutOff.basis === "published" ? "published" : `cut-off ${cutOff.basis} of Jacobson and Truax`})`,
          "Clinical  ",
        )),
    ...wrapped(
      groups.length === 0
        ? "nobody to compare with: change is not effect, for people change without a programme too"
        : "thresholds are the same in every group",
      "Read with ",
    ),
  ];
}

function groupLines(group: GroupChange, { level }: ChangeOfGroup): string[] {
  const { pre, post, change, correlation, effects, reliable, categories, ends, leavers, bounds } = group;
  const title = group.group === null ? "Everybody" : `Group ${group.group}`;
  const line = (text: string) => wrapped(text, "  ");
  const meanSd = (of: NonNullable<GroupChange["pre"]>) =>
    `${precise(of.mean)}${of.sd === null ? "" : ` (SD ${precise(of.sd)})`}`;
  return [
    "",
    `${title}: ${group.started} with a first score, ${group.seen} of them seen again`,
    ...(pre === null || post === null || change === null
      ? []
      : line(
          `mean ${meanSd(pre)} to ${meanSd(post)}, change ${meanSd(change)}${correlation === null ? "" : `, correlation ${precise(correlation)}`}`,
        )),
    ...(reliable === null
      ? []
      : line(
          `reliably better ${share(reliable.better)}; unchanged ${reliable.unchanged}; reliably worse ${share(reliable.worse)}`,
        )),
    ...(categories === null
      ? []
      : [
          ...line(
            `recovered ${categories.recovered}, improved ${categories.improved}, unchanged ${categories.unchanged}, deteriorated ${categories.deteriorated}, of those harmed (into the clinical range) ${categories.harmed}`,
          ),
          ...line(
            `recovered of everybody with both scores ${shareOrNone(categories.recoveredOfAll)}; of those in the clinical range first ${shareOrNone(categories.recoveredOfClinical)}`,
          ),
        ]),
    ...(effects.length === 0 ? [] : [`  Effect sizes, positive is better; ${percent(level)} intervals`]),
    ...effects.flatMap(effectLines),
    ...(ends === null
      ? []
      : line(
          `first scores: ${ends.atLowest} at the lowest${ends.floor ? " (floor)" : ""}, ${ends.atHighest} at the highest${ends.ceiling ? " (ceiling)" : ""}; no room for reliable improvement ${ends.cannotImprove}, for reliable worsening ${ends.cannotDeteriorate}, of ${ends.people}`,
        )),
    ...(leavers === null
      ? []
      : line(
          `at baseline: ${leavers.completers.n} seen again ${precise(leavers.completers.mean)}, ${leavers.leavers.n} not ${precise(leavers.leavers.mean)}; standardised difference ${precise(leavers.standardised)} (${interval(leavers.interval)})`,
        )),
    ...(bounds === null || group.started === group.seen
      ? []
      : line(
          `reliably better of everybody who started: ${percent(bounds.lowest)} if no leaver was, ${percent(bounds.highest)} if every leaver was (${percent(bounds.ofSeen)} of those seen)`,
        )),
  ];
}

function effectLines({ id, name, estimate, interval: reach }: NamedEffect): string[] {
  return wrapped(
    `${precise(estimate)}${reach === null ? "" : ` (${interval(reach)})`} ${name}`,
    `    ${id.padEnd(13)}`,
  );
}

function differenceLines({ difference, score, level }: ChangeOfGroup): string[] {
  if (difference === null) return [];
  const { treated, comparison, bothNeeded, estimates, responders, bounds } = difference;
  return [
    "",
    ...wrapped(
      `${treated} minus ${comparison}; ${score.better} is better; ${percent(level)} intervals`,
      "Difference between groups: ",
    ),
    ...estimates.flatMap((estimate) => [
      ...effectLines(estimate),
      ...wrapped(`assumes ${estimate.assumes}`, " ".repeat(17)),
    ]),
    ...(bothNeeded
      ? wrapped(
          "groups were not assigned at random: neither is right for sure, so both stand; where they disagree, first scores differ and the answer rests on the assumption",
          "  ",
        )
      : []),
    ...(responders === null ? [] : responderLines(responders, difference)),
    ...(bounds === null
      ? []
      : wrapped(
          `difference in shares reliably better: ${points(bounds.completeCase)} of those seen, ${points(bounds.missingNotImproved)} if no leaver was, from ${points(bounds.worst)} to ${points(bounds.best)} whatever became of leavers`,
          "  ",
        )),
  ];
}

function clusterLines({ clustered, level, difference }: ChangeOfGroup): string[] {
  if (clustered === null) return [];
  const line = (name: string, found: ClusteredEstimate | null) =>
    found === null
      ? []
      : wrapped(
          `${name} ${precise(found.estimate)}${found.interval === null ? "" : ` (${interval(found.interval)})`}: ${found.people} people in ${found.clusters} clusters${found.df === null ? "" : `, ${precise(found.df)} degrees of freedom`}`,
          "  ",
        );
  return [
    "",
    `Mean change with clusters allowed for, points; ${percent(level)} intervals`,
    ...line("everybody", clustered.everybody),
    ...clustered.groups.flatMap(({ group, change }) => line(`group ${group}`, change)),
    ...line(`${difference?.treated} minus ${difference?.comparison}`, clustered.difference),
  ];
}

function contaminationLines({ contamination, difference }: ChangeOfGroup): string[] {
  if (contamination === null || difference === null) return [];
  const { comparisonReached, treatedNotReached } = contamination;
  return [
    "",
    ...wrapped(
      `${difference.comparison}, yet got it: ${shareOrNone(comparisonReached)}; ${difference.treated}, and did not: ${shareOrNone(treatedNotReached)}. The difference above is of groups as they were formed, and either makes it smaller`,
      "Contamination: ",
    ),
  ];
}

function responderLines(
  { difference: { estimate, interval: reach }, oddsRatio, numberNeeded }: RespondersOfGroups,
  { treated, comparison, bothNeeded }: NonNullable<ChangeOfGroup["difference"]>,
): string[] {
  const odds =
    oddsRatio === null ? "" : `; odds ratio ${precise(oddsRatio.estimate)} (${interval(oddsRatio.interval)})`;
  return [
    ...wrapped(
      `reliably better, ${treated} minus ${comparison}: ${points(estimate)} (${points(reach[0])} to ${points(reach[1])})${odds}`,
      "  ",
    ),
    ...wrapped(
      `people of ${treated} to one more reliably better: ${neededText(numberNeeded)}${bothNeeded ? "; a difference between groups, not what a programme did" : ""}`,
      "  ",
    ),
  ];
}

function neededText({ estimate, to, interval: reach }: NumberNeeded): string {
  const sides = { benefit: "to benefit", harm: "to harm" };
  const value =
    estimate === null || to === null ? "without end, for they do not differ" : `${precise(estimate)} ${sides[to]}`;
  if (reach.kind !== "through-infinity") return `${value} (${interval([reach.from, reach.to])})`;
  const ends = [
    ...(reach.benefit === null ? [] : [`${precise(reach.benefit)} to benefit`]),
    "infinity",
    ...(reach.harm === null ? [] : [`${precise(reach.harm)} to harm`]),
  ];
  return `${value} (${ends.join(" through ")})`;
}

function share({ count, of, proportion, lower, upper }: ShareOfPeople): string {
  return `${count} of ${of} (${percent(proportion)}, ${percent(lower)} to ${percent(upper)})`;
}

function shareOrNone(of: ShareOfPeople | null): string {
  return of === null ? "nobody to count" : share(of);
}

function interval([from, to]: readonly [number, number]): string {
  return `${precise(from)} to ${precise(to)}`;
}

function percent(proportion: number): string {
  return `${Number((100 * proportion).toFixed(1))}%`;
}

function points(difference: number): string {
  return `${Number((100 * difference).toFixed(1))} percentage points`;
}

function listed(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", title, ...lines.flatMap((line) => wrapped(line, "  - "))];
}
