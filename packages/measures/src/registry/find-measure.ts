import { closest, type MeasureDefinition } from "@likewise/schema";
import { measureDefinitions } from "./measure-definitions.ts";

/**
 * The definition of a measure. A version that is not held is refused: scores of another version of the scoring would pass
 * for these.
 *
 * @param id      as the registry has it: `phq-9`
 * @param version version of the definition the data or the plan name; left out, the one held
 * @throws RangeError when there is no such measure, or not in that version
 * @example
 * findMeasure("phq-9").abbreviation; // "PHQ-9"
 */
export function findMeasure(id: string, version?: string): MeasureDefinition {
  const found = measureDefinitions.find((definition) => definition.id === id);
  if (found === undefined) {
    const ids = measureDefinitions.map((definition) => definition.id);
    const meant = closest(id, ids);
    const hint = meant === null ? ids.join(", ") : `${meant}?`;
    throw new RangeError(
      `findMeasure: id must be a measure that ships, or load a definition of your own (${hint}), got ${id}`,
    );
  }
  if (version !== undefined && version !== found.version) {
    throw new RangeError(`findMeasure: version must be ${found.version}, the one held of ${id}, got ${version}`);
  }
  return found;
}
