import { type Cell, countName, type Table, tableId } from "@likewise/schema";
import { dimensionOf, figureCell, levelsOf, shareCell, total } from "../pathway/cells.ts";
import type { Reach, ReachLevel, ReachOfCharacteristic } from "./reach.ts";

/**
 * Reach as tables, two for each characteristic: selection rates with totals, and the ratios with the people they rest
 * on. A ratio that does not exist stands as a cell without a value.
 */
export function reachTables({ characteristics, considered, selected }: Reach): Table[] {
  return characteristics.flatMap((one) => [rateTable(one, considered, selected), ratioTable(one)]);
}

function rateTable({ field, label, levels }: ReachOfCharacteristic, considered: number, selected: number): Table {
  return {
    id: tableId("reach-*", field),
    title: `People selected of those considered, by ${label.toLowerCase()}`,
    unit: "person",
    definition: "reach",
    window: null,
    dimensions: [dimensionOf(field, label, levelsOf(levels.map(({ level }) => level)), true)],
    cells: [
      ...levels.map(({ level, selected: share }) => ({
        ...shareCell({ [field]: level }, share.numerator, share.denominator),
        of: namesOf(field, level),
      })),
      { ...shareCell({ [field]: total }, selected, considered), of: namesOf() },
    ],
    linked: [tableId("reach-ratio-*", field)],
  };
}

/** The same people in both tables, and the total in those of every characteristic. */
function namesOf(field?: string, level?: string): { readonly numerator: string; readonly denominator: string } {
  const at = field === undefined ? {} : { [field]: level };
  return { numerator: countName("selected", at), denominator: countName("considered", at) };
}

const measures = [
  { id: "others", label: "Selection rate, ratio to everyone else" },
  { id: "reference", label: "Selection rate, ratio to the reference" },
  { id: "area", label: "Share of those selected, ratio to the share of the area’s population" },
] as const;

function ratioTable({ field, label, levels, reference }: ReachOfCharacteristic): Table {
  const known = levels.filter((level) => level.known);
  return {
    id: tableId("reach-ratio-*", field),
    title: `Selection rate ratios by ${label.toLowerCase()}${reference === null ? "" : `; reference ${reference}`}`,
    unit: "person",
    definition: "reach",
    window: null,
    dimensions: [
      dimensionOf(field, label, levelsOf(known.map(({ level }) => level)), false),
      dimensionOf("measure", "Measure", measures, false),
    ],
    cells: known.flatMap((level) => ratioCells(field, level, reference)),
    linked: [tableId("reach-*", field)],
  };
}

function ratioCells(
  field: string,
  { level, selected, againstOthers, againstReference, againstArea }: ReachLevel,
  reference: string | null,
): Cell[] {
  const found = { others: againstOthers, reference: againstReference, area: againstArea };
  return measures.flatMap(({ id }) => {
    const contrast = found[id];
    if (contrast === null) return [];
    const interval = contrast.interval === null ? null : ([...contrast.interval] as [number, number]);
    // With the rate of one side and the ratio, the rate of the other is known.
    const other = id === "reference" && reference !== null ? namesOf(field, reference) : namesOf();
    const at = { [field]: level, measure: id };
    return [
      {
        ...figureCell(at, selected.numerator, selected.denominator, contrast.ratio, interval),
        of: { ...namesOf(field, level), value: [other.numerator, other.denominator] },
      },
    ];
  });
}
