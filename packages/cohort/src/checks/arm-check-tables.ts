import { type ArmCheck, type GuardFinding, type Table, tableId } from "@likewise/schema";
import { dimensionOf, shareCell } from "../pathway/cells.ts";

/**
 * The checks that findings rest on, a table each: so many of so many in each arm. A check that nothing was found by is the
 * evaluator's business alone.
 */
export function armCheckTables(
  checks: readonly ArmCheck[],
  findings: readonly GuardFinding[],
  labels: { readonly treated: string; readonly comparison: string },
): Table[] {
  const named = new Set(findings.flatMap((finding) => finding.checks));
  const arms = (["treated", "comparison"] as const).map((id) => ({ id, label: labels[id] }));
  return checks
    .filter(({ id }) => named.has(id))
    .map((check) => ({
      id: tableId("arm-check-*", check.id),
      title: check.label,
      unit: check.of === "events" ? "record" : "person",
      definition: `arm-check:${check.id}`,
      window: null,
      dimensions: [dimensionOf("arm", "Group", arms, false)],
      cells: arms.map(({ id }) => shareCell({ arm: id }, check[id].numerator, check[id].denominator)),
      linked: [],
    }));
}
