import { type Results, resultKey, tableId } from "@likewise/schema";
import type { Reader } from "./readings.ts";

/**
 * Results of instruments hold no count: those stand in tables. A threshold or cut-off worked out of the scores at hand is
 * blanked where few people gave them, and with them wherever their number is withheld.
 */
export function readMeasures({ measures, tables }: Results, read: Reader): void {
  for (const { id, error, cutOff } of measures) {
    const parts = [
      ...(error?.basis === "reliability" ? ["error"] : []),
      ...(cutOff !== null && cutOff.basis !== "published" ? ["cutOff"] : []),
    ].map((part) => `measures/${resultKey(id)}/${part}`);
    if (parts.length === 0) continue;
    const names = (tables.find((table) => table.id === tableId("measure-seen-*", id))?.cells ?? []).flatMap(
      ({ at, of }) => (at.seen === "both" && of?.numerator !== undefined ? [of.numerator] : []),
    );
    for (const name of names) {
      const people = read.named(name);
      if (people !== null) read.derive(parts, [people], { people, as: "blank" });
    }
  }
}
