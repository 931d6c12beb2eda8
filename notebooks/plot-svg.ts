import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";

/** What is used of the element Plot returns; the browser's types are not loaded here. */
interface Drawn {
  setAttribute(name: string, value: string): void;
  readonly outerHTML: string;
}

/** A Plot drawn without a browser, as SVG text that stands alone. */
export function plotSvg(options: Omit<Plot.PlotOptions, "document">): string {
  const { document } = parseHTML("<!doctype html><body></body>");
  const drawn = Plot.plot({ ...options, document } as unknown as Plot.PlotOptions) as unknown as Drawn;
  drawn.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return drawn.outerHTML;
}
