import { closest, Failure } from "@likewise/schema";
import type { Assumption } from "../assumption.ts";
import type { Sheet } from "./sheet.ts";

/**
 * The sheet the plan names, else the only one with anything on it, else the first such that is not hidden; the choice
 * is an assumption that names the others.
 *
 * @throws Failure `usage` when there is no sheet of the name, `data` when nothing stands on any sheet
 */
export function chooseSheet(
  sheets: readonly Sheet[],
  named: string | undefined,
  shown: string,
): { readonly sheet: Sheet; readonly assumptions: readonly Assumption[] } {
  if (named !== undefined) return { sheet: sheetNamed(sheets, named, shown), assumptions: [] };
  const filled = sheets.filter(({ cells }) => cells.length > 0);
  const sheet = filled.find(({ hidden }) => !hidden) ?? filled[0];
  if (sheet === undefined) throw new Failure("data", `${shown} is empty: nothing stands on any of its sheets`);
  const others = filled.filter((other) => other !== sheet);
  if (others.length === 0 && !sheet.hidden) return { sheet, assumptions: [] };
  const listed = others.map(({ name, hidden }) => `"${name}"${hidden ? " (hidden)" : ""}`).join(", ");
  const evidence =
    others.length === 0
      ? "the only sheet with anything on it is hidden"
      : `the first of ${filled.length} sheets with anything on them; not read: ${listed}`;
  return { sheet, assumptions: [{ what: "sheet", value: sheet.name, evidence, fix: `format.sheet: ${sheet.name}` }] };
}

function sheetNamed(sheets: readonly Sheet[], named: string, shown: string): Sheet {
  const sheet = sheets.find(({ name }) => name === named) ?? sheets.find(({ name }) => name.trim() === named.trim());
  if (sheet === undefined) {
    const names = sheets.map(({ name }) => name);
    const near = closest(named, names);
    const hint =
      near === null ? `its sheets are ${names.map((name) => `"${name}"`).join(", ")}` : `did you mean "${near}"?`;
    throw new Failure("usage", `${shown} has no sheet "${named}"; ${hint}`);
  }
  if (sheet.cells.length === 0) throw new Failure("data", `${shown}: nothing stands on sheet "${sheet.name}"`);
  return sheet;
}
