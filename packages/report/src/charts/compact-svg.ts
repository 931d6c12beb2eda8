/**
 * A picture as Vega writes it in fewer bytes, the same to the eye to a hundredth of a px: nothing that is not seen, no ARIA
 * of single marks (the figure names and describes the whole), coordinates of two decimals, lines of one look as one path,
 * and what the marks of a group share once, on the group. Ids get the figure's name. Text stays as it is.
 *
 * @param svg    an `<svg>` element, well formed, every attribute in double quotes
 * @param figure a word before every id
 * @throws TypeError for what Vega never writes
 */
export function compactSvg(svg: string, figure: string): string {
  return written(compacted(parsed(svg), figure));
}

interface Shape {
  readonly name: string;
  readonly attributes: Map<string, string>;
  children: Node[];
}

/** Text is kept as written. */
type Node = Shape | string;

function parsed(svg: string): Shape {
  const root: Shape = { name: "", attributes: new Map(), children: [] };
  const open = [root];
  let at = 0;
  for (const piece of svg.matchAll(/<(\/?)([a-zA-Z]+)((?:\s+[a-zA-Z][\w:-]*="[^"]*")*)\s*(\/?)>|[^<]+/g)) {
    const [text, end, name, attributes, closed] = piece;
    if (piece.index !== at) break;
    at += text.length;
    if (name === undefined) open.at(-1)!.children.push(text);
    else if (end === "/") open.pop();
    else {
      const pairs = [...attributes!.matchAll(/([a-zA-Z][\w:-]*)="([^"]*)"/g)];
      const shape = { name, attributes: new Map(pairs.map(([, key, value]) => [key!, value!])), children: [] };
      open.at(-1)!.children.push(shape);
      if (closed === "") open.push(shape);
    }
  }
  if (at < svg.length) throw new TypeError(`compactSvg: svg must be well formed, got ${svg.slice(at, at + 60)}`);
  return root.children[0] as Shape;
}

function written(node: Node): string {
  if (typeof node === "string") return node;
  const attributes = [...node.attributes].map(([name, value]) => ` ${name}="${value}"`).join("");
  const inside = node.children.map(written).join("");
  if (node.name === "g" && attributes === "") return inside;
  return inside === "" ? `<${node.name}${attributes}/>` : `<${node.name}${attributes}>${inside}</${node.name}>`;
}

function compacted(shape: Shape, figure: string): Shape {
  const { name, attributes } = shape;
  for (const [key, value] of attributes) {
    if (isUnseen(key, value)) attributes.delete(key);
    else if (name !== "svg") attributes.set(key, withFigure(key, rounded(key, value), figure));
  }
  if (!attributes.has("stroke")) for (const key of ofStroke) attributes.delete(key);
  shape.children = shape.children.flatMap((child) => {
    if (typeof child === "string") return [child];
    const inner = compacted(child, figure);
    if (name !== "clipPath" && isEmpty(inner)) return [];
    return inner.name === "g" && inner.attributes.size === 0 ? inner.children : [placed(inner)];
  });
  shape.children = joined(shape.children);
  if (name === "g") hoist(shape);
  return shape;
}

/** Nothing of it is seen: what its value is by default, and what only a live picture needs. */
function isUnseen(key: string, value: string): boolean {
  return (
    /^(?:class|role|aria-.*|pointer-events|xmlns:xlink|version)$/.test(key) ||
    unseen.has(`${key} ${value}`) ||
    (key === "transform" && value === "translate(0,0)")
  );
}

const unseen: ReadonlySet<string> = new Set([
  "opacity 1",
  "font-weight normal",
  "text-anchor start",
  "stroke-dasharray 1,0",
]);

const ofStroke = ["stroke-width", "stroke-dasharray", "stroke-opacity"];

function withFigure(key: string, value: string, figure: string): string {
  if (key === "id") return `${figure}-${value}`;
  return value.replace(/url\(#([^)]+)\)/g, `url(#${figure}-$1)`);
}

/** Coordinates to a hundredth of a px. */
function rounded(key: string, value: string): string {
  if (!/^(?:d|transform|[xyr]|[xy][12]|c[xy]|dy|width|height)$/.test(key)) return value;
  return value.replace(/-?\d+\.\d+(?:e-?\d+)?/g, (number) => String(Math.round(Number(number) * 100) / 100 + 0));
}

/**
 * A group that holds nothing, a mark for a live picture alone, a path that goes nowhere or has no look: a picture has no
 * fill of its own.
 */
function isEmpty({ name, attributes, children }: Shape): boolean {
  if (name === "g") return children.length === 0;
  if (attributes.get("opacity") === "0") return true;
  if (name !== "path") return false;
  const d = attributes.get("d") ?? "";
  return d === "" || attributes.get("display") === "none" || !(attributes.has("fill") || attributes.has("stroke"));
}

/** A mark that is moved to its place as one that stands there, where that is shorter. */
function placed(shape: Shape): Shape {
  const { name, attributes, children } = shape;
  const [, x, y] = /^translate\((-?[\d.]+),(-?[\d.]+)\)$/.exec(attributes.get("transform") ?? "translate(0,0)") ?? [];
  if (x === undefined || y === undefined) return shape;
  const others = [...attributes].filter(([key]) => key !== "transform");
  const [, radius] = /^M([\d.]+),0A\1,\1,0,1,1,-\1,0A\1,\1,0,1,1,\1,0$/.exec(attributes.get("d") ?? "") ?? [];
  if (name === "path" && radius !== undefined) {
    const look = others.filter(([key]) => key !== "d");
    return { name: "circle", attributes: new Map([["cx", x], ["cy", y], ["r", radius], ...look]), children };
  }
  if (name === "text" && children.every((child) => typeof child === "string"))
    return { name, attributes: new Map([["x", x], ["y", y], ...others]), children };
  if (name === "line") {
    const [across, down] = ["x2", "y2"].map((key) => attributes.get(key) ?? "0");
    const step = down === "0" ? `h${across}` : across === "0" ? `v${down}` : `l${across},${down}`;
    const look = others.filter(([key]) => key !== "x2" && key !== "y2");
    return { name: "path", attributes: new Map([["d", `M${x},${y}${step}`], ...look]), children };
  }
  return shape;
}

/** Neighbouring lines of one look as one path; where they can be seen through, each by itself, for they may cross. */
function joined(nodes: readonly Node[]): Node[] {
  const all: Node[] = [];
  let [last, lastLook]: [Shape | null, string] = [null, ""];
  for (const node of nodes) {
    const look = lookOfLine(node);
    if (look !== null && look === lastLook) {
      const { attributes } = node as Shape;
      last!.attributes.set("d", last!.attributes.get("d")! + attributes.get("d")!);
      continue;
    }
    all.push(node);
    [last, lastLook] = look === null ? [null, ""] : [node as Shape, look];
  }
  return all;
}

function lookOfLine(node: Node): string | null {
  if (typeof node === "string" || node.name !== "path") return null;
  const { attributes } = node;
  if (attributes.has("fill") || attributes.has("transform") || attributes.has("clip-path")) return null;
  if (attributes.has("opacity") || attributes.has("stroke-opacity")) return null;
  return `line ${[...attributes].filter(([key]) => key !== "d").join(" ")}`;
}

/** A value that most children have, where each has one, stands on the group instead. */
function hoist({ attributes, children }: Shape): void {
  const shapes = children.filter((child) => typeof child !== "string");
  for (const key of inherited) {
    const own = ofText.has(key) ? shapes.filter(holdsText) : shapes;
    const counts = new Map<string, number>();
    for (const shape of own) {
      const value = shape.attributes.get(key);
      if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const [most] = [...counts].sort(([, a], [, b]) => b - a);
    if (most === undefined || total < own.length || (most[1] < 2 && attributes.size === 0)) continue;
    if (attributes.has(key) && key !== "fill") continue;
    attributes.set(key, most[0]);
    for (const shape of own) if (shape.attributes.get(key) === most[0]) shape.attributes.delete(key);
  }
}

const ofText: ReadonlySet<string> = new Set(["font-family", "font-size", "font-weight", "font-style", "text-anchor"]);
const inherited = [...ofText, "fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity"];

function holdsText({ name, children }: Shape): boolean {
  return name === "text" || children.some((child) => typeof child !== "string" && holdsText(child));
}
