import type { TopLevelSpec } from "vega-lite";
import { compactSvg } from "./compact-svg.ts";

/**
 * A Vega-Lite spec as static SVG text, the same bytes on every machine: text is measured without a canvas, times are
 * UTC, ids carry the figure's name, so that two figures of one page never share one.
 *
 * @param spec   a complete spec; its config is used as it stands
 * @param figure id of the figure, a word of letters, digits and hyphens
 * @returns an `<svg>` element of the spec's size; no mark carries ARIA of its own
 * @throws RangeError when the figure's id is not such a word
 */
export async function renderSvg(spec: TopLevelSpec, figure: string): Promise<string> {
  if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(figure))
    throw new RangeError(`renderSvg: figure must be a word of letters, digits and hyphens, got ${figure}`);
  const key = `${figure} ${JSON.stringify(spec)}`;
  const known = drawn.get(key);
  if (known !== undefined) return known;
  if (drawn.size >= mostKept) drawn.clear();
  const svg = turn.then(() => draw(spec, figure));
  turn = svg.catch(() => drawn.delete(key));
  drawn.set(key, svg);
  return svg;
}

/**
 * Both pages and both editions show the same pictures, and drawing is the dearest step of a run. A picture depends on
 * nothing but its key, so keeping it cannot change a byte.
 */
const drawn = new Map<string, Promise<string>>();
const mostKept = 200;

/** Vega numbers its definitions with one counter for the whole process: one picture is drawn at a time. */
let turn: Promise<unknown> = Promise.resolve();

async function draw(spec: TopLevelSpec, figure: string): Promise<string> {
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
    return compactSvg(await view.toSVG(), figure);
  } finally {
    view.finalize();
  }
}
