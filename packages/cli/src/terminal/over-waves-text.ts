import type { ChangeOverWaves, WavesModel } from "@likewise/measures";

/** Change over several time points by the mixed model, for a terminal; or why there is none. */
export function overWavesText(
  found:
    | ChangeOverWaves
    | { readonly refused: { readonly what: string; readonly why: string; readonly unlocks: string } },
): string[] {
  if ("refused" in found) {
    const { what, why, unlocks } = found.refused;
    return [`Not said  ${what}: ${why}.`, `          What would make it possible: ${unlocks}`];
  }
  const { waves, groups, differences, treated, account, model } = found;
  const amount = (points: number) => String(Number(points.toPrecision(6)));
  const line = ({ wave, estimate, interval }: (typeof differences)[number]) =>
    `  ${wave.padEnd(20)} ${amount(estimate)} (${amount(interval[0])} to ${amount(interval[1])})`;
  const left = Object.values(account.leftOut).reduce((sum, rows) => sum + rows, 0);
  return [
    `Over ${waves.length} time points, by a linear mixed model: everybody counts with the scores they gave`,
    `People    ${account.people}, with ${account.used} scores; ${left} rows left out`,
    ...modelLines(model, amount),
    ...groups.flatMap(({ group, seen, means, changes }) => [
      "",
      group === null ? "Everybody" : `Group ${group}`,
      "Mean, with numbers seen and their own mean",
      ...means.map((one, at) => {
        const { people, mean } = seen[at]!;
        return `${line(one)}; ${people} seen${mean === null ? "" : `, ${amount(mean)}`}`;
      }),
      `Change from ${waves[0]}`,
      ...changes.map(line),
    ]),
    ...(differences.length === 0
      ? []
      : ["", `Change of ${treated} less that of the other group`, ...differences.map(line)]),
  ];
}

function modelLines(model: WavesModel, amount: (points: number) => string): string[] {
  if (model.kind === "any-covariance") {
    return [
      `Spread    ${model.standardDeviations.map(amount).join(", ")} points at each time point`,
      "          People may change at different rates: scores of one person may go together in any way.",
    ];
  }
  return [
    `Spread    ${amount(model.between)} between people, ${amount(model.within)} within, points`,
    "          People are taken to change alike: where they change at different rates the intervals are too narrow.",
    `          More was not left open because ${model.why}.`,
  ];
}
