import type { Table } from "@likewise/schema";
import { wilsonInterval } from "@likewise/stats";

type Cell = Table["cells"][number];

/** A cell that is a share of people, with its 95 % Wilson interval; no share of nobody. */
export function shareCell(at: Cell["at"], numerator: number, denominator: number): Cell {
  if (denominator === 0) return { at, numerator, denominator, value: null, interval: null };
  const { proportion, lower, upper } = wilsonInterval({ events: numerator, total: denominator });
  return { at, numerator, denominator, value: proportion, interval: [lower, upper] };
}
