import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { matchingLalonde } from "../../notebooks/matching-lalonde.ts";
import { renderNotebook } from "../../notebooks/render.ts";

it("the matching notebook runs from top to bottom and finds what R finds at a caliper of 0.2", () => {
  const text = readFileSync(new URL("../../notebooks/matching-lalonde.ts", import.meta.url), "utf8");
  const page = renderNotebook(matchingLalonde(), text);
  // 113 pairs and 1571.74: MatchIt 4.7.2, in packages/compare/oracles/lalonde.json.
  expect(page).toContain("<td>0.2</td><td>113</td><td>1572</td>");
  // Weighted and optimal answers: the same file; totals of full matching are proven in packages/compare.
  expect(page).toContain("<td>inverse probability, trained</td><td>ATT</td><td>1214</td>");
  expect(page).toContain("<td>entropy balancing</td><td>ATT</td><td>1273</td>");
  expect(page.match(/role="img"/g)).toHaveLength(4);
  expect(renderNotebook(matchingLalonde(), text)).toBe(page);
});
