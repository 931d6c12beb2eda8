import type { TopLevelSpec } from "vega-lite";

/**
 * A Vega-Lite spec as static SVG text, the same bytes on every machine: text is measured without a canvas, times are
 * UTC, ids carry the figure's name, so that two figures of one page never share one.
 *
 * @param spec   a complete spec; its config is used as it stands
 * @param figure id of the figure, a word of letters, digits and hyphens
 * @returns an `<svg>` element of the spec's size
 * @throws RangeError when the figure's id is not such a word
 */
export async function renderSvg(spec: TopLevelSpec, figure: string): Promise<string> {
  if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(figure))
    throw new RangeError(`renderSvg: figure must be a word of letters, digits and hyphens, got ${figure}`);
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
    return withFigureIds(await view.toSVG(), figure);
  } finally {
    view.finalize();
  }
}

/** Only inside tags: the text of a label stays as it is, whatever it looks like. */
function withFigureIds(svg: string, figure: string): string {
  return svg.replace(/<[^>]*>/g, (tag) =>
    tag
      .replace(/ id="([^"]+)"/g, ` id="${figure}-$1"`)
      .replace(/url\(#([^)]+)\)/g, `url(#${figure}-$1)`)
      .replace(/ (xlink:)?href="#([^"]+)"/g, ` $1href="#${figure}-$2"`),
  );
}
