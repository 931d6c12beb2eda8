import { type Table, tableId } from "@likewise/schema";
import { countCell, dimensionOf, figureCell, shareCell, total } from "../pathway/cells.ts";
import type { AccessTest } from "./access-test.ts";

/** Calls to the first help, shares answered and wrong, and hours open. They are of services, so none is withheld. */
export function accessTables({ attempts, services, answered, wrongEntries }: AccessTest): Table[] {
  if (services.length === 0) return [];
  const base = { unit: "service" as const, definition: "calls-to-suitable-help", window: null, linked: [] };
  const most = Math.max(0, ...attempts.map(({ callsToHelp }) => callsToHelp ?? 0));
  const ends = [
    ...Array.from({ length: most }, (_, index) => ({ id: String(index + 1), label: `${index + 1}` })),
    { id: "none", label: "No suitable help found" },
    { id: "order-not-known", label: "Order of the calls not known" },
  ];
  const shares = [
    { id: "answered", label: "Calls that somebody answered", share: answered },
    { id: "wrong-entry", label: "Services whose entry in the directory is wrong", share: wrongEntries },
  ];
  return [
    {
      ...base,
      id: tableId("access-calls"),
      title: "Searches for help by calls up to the first suitable help",
      dimensions: [dimensionOf("calls", "Calls", ends, true)],
      cells: [
        ...ends.map(({ id }) =>
          countCell(
            { calls: id },
            attempts.filter(({ end, callsToHelp }) => (callsToHelp === null ? end : String(callsToHelp)) === id).length,
          ),
        ),
        countCell({ calls: total }, attempts.length),
      ],
    },
    {
      ...base,
      id: tableId("access-shares"),
      title: "Calls answered, and entries of the directory that are wrong",
      dimensions: [dimensionOf("share", "Share", shares, false)],
      cells: shares.map(({ id, share }) => shareCell({ share: id }, share.numerator, share.denominator)),
    },
    {
      ...base,
      id: tableId("access-hours"),
      title: "Hours a week that each service is open",
      dimensions: [
        dimensionOf(
          "service",
          "Service",
          services.map(({ service }) => ({ id: service, label: service })),
          false,
        ),
      ],
      cells: services.map((one) => figureCell({ service: one.service }, one.calls, null, one.openHoursPerWeek)),
    },
  ];
}
