import type { Results } from "@likewise/schema";
import type { Chart } from "../charts/chart.ts";
import { figure } from "./figure.ts";
import type { Html } from "./html.ts";
import { empty } from "./parts.ts";

/**
 * The figures of several charts, those that the results can fill.
 *
 * @param otherwise what is said where they can fill none
 */
export async function figures(wanted: readonly Chart[], results: Results, otherwise = ""): Promise<Html[]> {
  const drawn = (await Promise.all(wanted.map((chart) => figure(chart, results)))).filter((one) => one !== null);
  return drawn.length === 0 && otherwise !== "" ? [empty(otherwise)] : drawn;
}
