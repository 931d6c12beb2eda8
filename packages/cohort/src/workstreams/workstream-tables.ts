import { type Cell, type Table, tableId } from "@likewise/schema";
import { countCell, dimensionOf, figureCell, shareCell } from "../pathway/cells.ts";
import type { Workstream, Workstreams } from "./workstreams.ts";

/**
 * What went in, what came out and what became of people, a line for each workstream. A place with nothing in it has a
 * count of 0 and no value, so that the line stands and its gap is seen.
 */
export function workstreamTables({ lines }: Workstreams): Table[] {
  if (lines.length === 0) return [];
  const places = [
    { id: "pounds", label: "Input: pounds in cash and in kind" },
    { id: "sessions", label: "Output: sessions attended" },
    { id: "people", label: "Output: people reached" },
    { id: "workers", label: "Output: workers trained" },
    { id: "outcome", label: "Outcome: completed, or rated better; no comparison group" },
  ] as const;
  return [
    {
      id: tableId("workstreams"),
      title: "Workstreams: input, output and outcome of each",
      unit: "person",
      definition: "input-output-outcome",
      window: null,
      dimensions: [dimensionOf("workstream", "Workstream", lines, false), dimensionOf("place", "Place", places, false)],
      cells: lines.flatMap((line) => places.map(({ id }) => cellOf(line, id))),
      linked: [],
    },
  ];
}

function cellOf({ id: workstream, input, output, outcome }: Workstream, place: string): Cell {
  const at = { workstream, place };
  if (place === "outcome") {
    const share = outcome.found?.share;
    return share === undefined ? countCell(at, 0) : shareCell(at, share.numerator, share.denominator);
  }
  if (place === "pounds") {
    const pounds = input.found;
    const sum = pounds === null ? null : pounds.cashPounds + pounds.inKindPounds + pounds.unknownKindPounds;
    return figureCell(at, 0, null, sum);
  }
  const { sessionsAttended = null, peopleReached = null, workersTrained = null } = output.found ?? {};
  const counts: Readonly<Record<string, number | null>> = {
    sessions: sessionsAttended,
    people: peopleReached,
    workers: workersTrained,
  };
  return figureCell(at, counts[place] ?? 0, null, counts[place] ?? null);
}
