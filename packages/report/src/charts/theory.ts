import type { Theory } from "@likewise/schema";
import type { TopLevelSpec } from "vega-lite";
import { theoryColumns } from "../theory/columns.ts";
import { type Box, layOut } from "../theory/lay-out.ts";
import { type NodeShown, nodeShown } from "../theory/node-shown.ts";
import { kindNames, type strengthNames } from "../theory/theory-words.ts";
import { type Chart, type ChartWidth, pictureWidth } from "./chart.ts";
import { lineAt, picture, type SpecPart, textAt } from "./picture.ts";
import { colours } from "./theme.ts";

type Node = Theory["nodes"][number];
type Link = Theory["links"][number];
interface Drawn {
  readonly node: Node;
  readonly number: number;
  readonly shown: NodeShown;
}

/** How the programme is meant to work, with what shows each part now and the verdict on it. */
export const theoryOfChange: Chart = {
  id: "theory",
  shows: "how the programme is meant to work, and what each part shows now",
  content: (results) => {
    const { theory } = results;
    if (theory == null) return null;
    const drawn = theory.nodes.map((node, index) => ({ node, number: index + 1, shown: nodeShown(node, results) }));
    return {
      title: "How the programme is meant to work",
      subtitle: "From what goes in to what should come of it, with what shows each part now",
      alternative: drawn.map((one) => sentence(one, theory)).join(" "),
      table: {
        caption: "Each part of the theory, and what shows it",
        head: ["Part", "Kind", "Shown by", "Now", "Verdict", "Leads to"],
        rows: drawn.map((one) => row(one, theory)),
      },
      notes: [
        "A thick line rests on strong evidence, a thin one on moderate, a dashed one on weak, a dotted one on none that is stated or on evidence that is contested. The value is of the people of the programme; whether the programme caused it is the verdict’s matter.",
      ],
      spec: (width) => (width === "wide" ? wide(drawn, theory) : narrow(drawn, theory)),
    };
  },
};

/** Numbers of the parts a part leads to. */
function leadsTo({ node }: Drawn, { nodes, links }: Theory): number[] {
  const numberOf = (id: string) => nodes.findIndex((each) => each.id === id) + 1;
  return links.filter(({ from }) => from === node.id).map(({ to }) => numberOf(to));
}

function sentence(one: Drawn, theory: Theory): string {
  const onward = leadsTo(one, theory);
  const parts = [nowText(one).join(", "), onward.length === 0 ? "" : `leads to ${onward.join(", ")}`].filter(Boolean);
  return `${heading(one)}${parts.length === 0 ? "" : `: ${parts.join("; ")}`}.`;
}

function row(one: Drawn, theory: Theory): string[] {
  const { node, shown } = one;
  const now = shown.against === null ? shown.value : `${shown.value}, ${shown.against}`;
  return [
    heading(one),
    kindNames[node.kind],
    node.indicator ?? "[z]",
    now,
    shown.verdict ?? "[z]",
    leadsTo(one, theory).join(", ") || "[z]",
  ];
}

function heading({ node, number }: Drawn): string {
  return `${number} ${node.label}`;
}

/** What is done needs no indicator: that it has none is no news. */
function nowText({ node, shown: { value, verdict } }: Drawn): string[] {
  if (node.indicator === null && node.kind !== "outcome" && node.kind !== "impact") return [];
  return verdict === null ? [value] : [value, verdict];
}

/** Columns from inputs to impact; kinds that are not there take no room. */
function wide(drawn: readonly Drawn[], theory: Theory): TopLevelSpec {
  const { kinds, columns, routes } = theoryColumns(theory);
  const textOf = (id: string) => {
    const one = drawn.find(({ node }) => node.id === id);
    return one === undefined ? [] : [heading(one), ...nowText(one)];
  };
  const placed = columns.map((column) => column.map((id) => ({ id, text: textOf(id) })));
  const { boxes, height } = layOut(placed, pictureWidth.wide - 4);
  const boxOf = (id: string) => boxes.find((each) => each.id === id)!;
  const heads = kinds.map((kind, at) => {
    const look = { color: colours.secondaryText, fontWeight: "bold" };
    return textAt(boxOf(columns[at]![0]!).left, -14, [kindNames[kind]], look);
  });
  const arrows = routes.flatMap((route, at) => arrow(route.map(boxOf), theory.links[at]!));
  return framed(
    [...arrows, ...boxes.filter(({ lines }) => lines.length > 0).flatMap(box), ...heads],
    height,
    "wide",
    28,
  );
}

/** One box below another, with the numbers each leads to: arrows would have no room. */
function narrow(drawn: readonly Drawn[], theory: Theory): TopLevelSpec {
  const column = drawn.map((one) => {
    const onward = leadsTo(one, theory);
    const leads = onward.length === 0 ? [] : [`→ ${onward.join(", ")}`];
    return { id: one.node.id, text: [heading(one), ...nowText(one), ...leads] };
  });
  const { boxes, height } = layOut([column], pictureWidth.narrow - 4);
  return framed(boxes.flatMap(box), height, "narrow", 2);
}

function framed(layer: readonly SpecPart[], height: number, width: ChartWidth, top: number): TopLevelSpec {
  const size = { width: pictureWidth[width], plotHeight: height, margin: { left: 2, right: 2, top, bottom: 2 } };
  return picture(size, { layer });
}

function box({ lines, left, top, width, height }: Box): SpecPart[] {
  return [
    {
      data: { values: [{}] },
      mark: { type: "rect", cornerRadius: 3, fill: colours.ground, stroke: colours.programme, strokeWidth: 1.5 },
      encoding: { x: { value: left }, x2: { value: left + width }, y: { value: top }, y2: { value: top + height } },
    },
    textAt(left + 8, top + height / 2, lines),
  ];
}

const looks: Readonly<Record<keyof typeof strengthNames, SpecPart>> = {
  strong: { strokeWidth: 3 },
  moderate: { strokeWidth: 1.5 },
  weak: { strokeWidth: 1.5, strokeDash: [6, 4] },
  none: { strokeWidth: 1.5, strokeDash: [2, 3] },
  contested: { strokeWidth: 1.5, strokeDash: [2, 3] },
};

/** From the side of one box that faces the next, through its passages, with its head where it arrives. */
function arrow(route: readonly Box[], { strength }: Link): SpecPart[] {
  const look = looks[(strength as keyof typeof looks | null) ?? "none"];
  const ends = route.slice(1).map((to, at) => sides(route[at]!, to));
  const points = [ends[0]![0], ...ends.flatMap(([, end], at) => [end, ...(ends[at + 1]?.slice(0, 1) ?? [])])];
  const [start, end] = [points.at(-2)!, points.at(-1)!];
  // Vega-Lite wants degrees from 0 to 360.
  const angle = ((Math.atan2(end[1] - start[1], end[0] - start[0]) * 180) / Math.PI + 360) % 360;
  return [
    ...points.slice(1).map((point, at) => lineAt(points[at]!, point, { color: colours.grey, ...look })),
    {
      data: { values: [{}] },
      mark: { type: "point", shape: "triangle-right", filled: true, opacity: 1, color: colours.grey, size: 60, angle },
      encoding: { x: { value: end[0] }, y: { value: end[1] } },
    },
  ];
}

type Point = readonly [x: number, y: number];

function sides(from: Box, to: Box): readonly [Point, Point] {
  const middle = (one: Box) => one.top + one.height / 2;
  // The head of an arrow stands before a box, not under it; a passage has no head.
  const short = to.lines.length === 0 ? 0 : 4;
  const centre = from.left + from.width / 2;
  if (from.left < to.left) {
    return [
      [from.left + from.width, middle(from)],
      [to.left - short, middle(to)],
    ];
  }
  if (from.left > to.left) {
    return [
      [from.left, middle(from)],
      [to.left + to.width + short, middle(to)],
    ];
  }
  const down = from.top < to.top;
  return [
    [centre, down ? from.top + from.height : from.top],
    [centre, down ? to.top - short : to.top + to.height + short],
  ];
}
