import { type WindowDefinition, type WindowEdges, windowEdges } from "@likewise/schema";

/** Edges of a window around an anchor day, each day worked out once: a million people have a few hundred of them. */
export function edgesByDay(window: WindowDefinition): (anchor: number) => WindowEdges {
  const known = new Map<number, WindowEdges>();
  return (anchor) => {
    let edges = known.get(anchor);
    if (edges === undefined) {
      edges = windowEdges(window, anchor);
      known.set(anchor, edges);
    }
    return edges;
  };
}
