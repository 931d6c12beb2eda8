import type { TopLevelSpec } from "vega-lite";

/**
 * A Vega-Lite spec as static SVG text, the same bytes on every machine: text is measured without a canvas, times are
 * UTC, ids carry the figure's name, so that two figures of one page never share one.
 *
 * @param spec   a complete spec; its config is used as it stands
 * @param figure id of the figure, a word of letters, digits and hyphens
 * @returns an `<svg>` element without width and height, so that it scales with the page; marks carry no ARIA of their
 *          own, as the figure names and describes the whole
 */
export async function renderSvg(spec: TopLevelSpec, figure: string): Promise<string> {
  // Vega costs 300 ms to load, so only when a chart is drawn.
  const [vega, vegaLite, interpreter] = await Promise.all([
    import("vega"),
    import("vega-lite"),
    import("vega-interpreter"),
  ]);
  vega.resetSVGDefIds();
  const runtime = vega.parse(vegaLite.compile(spec).spec, undefined, { ast: true });
  const view = new vega.View(runtime, {
    renderer: "none",
    expr: interpreter.expressionInterpreter,
    logLevel: vega.Error,
  });
  try {
    return scalable(withFigureIds(await view.toSVG(), figure));
  } finally {
    view.finalize();
  }
}

function withFigureIds(svg: string, figure: string): string {
  return svg
    .replace(/\bid="([^"]+)"/g, `id="${figure}-$1"`)
    .replace(/url\(#([^)]+)\)/g, `url(#${figure}-$1)`)
    .replace(/\bhref="#([^"]+)"/g, `href="#${figure}-$1"`);
}

/** Drops fixed size and the ARIA of single marks; keeps the viewBox. */
function scalable(svg: string): string {
  return svg
    .replace(/^<svg([^>]*?) width="[^"]*" height="[^"]*"/, "<svg$1")
    .replace(/ (?:role|aria-[a-z]+)="[^"]*"/g, "");
}
