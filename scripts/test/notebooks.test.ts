import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { matchingLalonde } from "../../notebooks/matching-lalonde.ts";
import { renderNotebook } from "../../notebooks/render.ts";

it("the matching notebook runs from top to bottom and finds what R finds at a caliper of 0.2", () => {
  const text = readFileSync(new URL("../../notebooks/matching-lalonde.ts", import.meta.url), "utf8");
  const page = renderNotebook(matchingLalonde(), text);
  // 113 pairs and 1571.74: MatchIt 4.7.2, in packages/compare/oracles/lalonde.json.
  expect(page).toContain("<td>0.2</td><td>113</td><td>1572</td>");
  expect(page).toContain("<svg");
  expect(renderNotebook(matchingLalonde(), text)).toBe(page);
});
