import { renderReport, withTexts } from "@likewise/report";
import { expect, it } from "vitest";
import { betterAndCausal } from "../fixtures/studies.ts";

it("an effect whose standard error comes from resamples has their limits and counts beside it, and only such an effect", async () => {
  const results = betterAndCausal();
  expect(await renderReport(withTexts(results))).not.toContain("Resamples that standard errors come from");
  const [first, ...others] = results.comparisons;
  const [estimate, ...rest] = first!.estimates;
  const bootstrap = { replicates: 1999, failed: 3, percentile: [-0.0321, -0.0123] as [number, number] };
  const resampled = {
    ...results,
    comparisons: [{ ...first!, estimates: [{ ...estimate!, bootstrap }, ...rest] }, ...others],
  };
  const page = await renderReport(withTexts(resampled));
  const table = page.split("<caption>Resamples that standard errors come from")[1]!.split("</table>")[0]!;
  expect(table.match(/1,999/g)).toHaveLength(1);
  expect(table).toMatch(/[−-]3\.2 to [−-]1\.2.*1,999.*>3</s);
});
