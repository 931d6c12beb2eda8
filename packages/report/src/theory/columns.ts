import type { Theory } from "@likewise/schema";
import { kindNames } from "./theory-words.ts";

type Node = Theory["nodes"][number];

/** The nodes of a theory in columns by kind, and each link as the places it passes, ends included. */
export interface TheoryColumns {
  readonly kinds: readonly Node["kind"][];
  /** Ids by column, top to bottom; ids of passages begin with "through". */
  readonly columns: readonly (readonly string[])[];
  readonly routes: readonly (readonly string[])[];
}

/**
 * Puts nodes into columns so that links cross few others and no box: a link over several columns passes through a place
 * of its own in each, and what comes of the same nodes stands together.
 */
export function theoryColumns({ nodes, links }: Theory): TheoryColumns {
  const kinds = (Object.keys(kindNames) as Node["kind"][]).filter((kind) => nodes.some((node) => node.kind === kind));
  const columnOf = (id: string) => kinds.indexOf(nodes.find((node) => node.id === id)!.kind);
  const columns = kinds.map((kind) => nodes.filter((node) => node.kind === kind).map(({ id }) => id));
  const routes = links.map(({ from, to }, at) => {
    const [start, end] = [columnOf(from), columnOf(to)];
    const through = Array.from(
      { length: Math.max(0, end - start - 1) },
      (_, k) => `through-${start + k + 1}-link-${at}`,
    );
    through.forEach((id, k) => void columns[start + k + 1]!.push(id));
    return [from, ...through, to];
  });
  for (let at = 1; at < columns.length; at++) columns[at] = inOrder(columns[at]!, columns[at - 1]!, routes);
  return { kinds, columns, routes };
}

/** By the middle of what each comes of in the column before; what comes of nothing there keeps its place. */
function inOrder(column: readonly string[], before: readonly string[], routes: TheoryColumns["routes"]): string[] {
  const middle = (id: string, index: number) => {
    const places = routes.flatMap((route) => {
      const at = route.indexOf(id);
      const place = at < 1 ? -1 : before.indexOf(route[at - 1]!);
      return place < 0 ? [] : [place / before.length];
    });
    return places.length === 0 ? index / column.length : places.reduce((a, b) => a + b, 0) / places.length;
  };
  return column
    .map((id, index) => ({ id, middle: middle(id, index) }))
    .sort((a, b) => a.middle - b.middle)
    .map(({ id }) => id);
}
