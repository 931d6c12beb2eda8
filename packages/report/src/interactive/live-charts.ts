import type { Results } from "@likewise/schema";
import type { TopLevelSpec } from "vega-lite";
import type { ChartContent, ChartWidth } from "../charts/chart.ts";
import { charts } from "../charts/index.ts";
import { theme } from "../charts/theme.ts";
import { pictureName } from "../page/figure.ts";
import { dataTable } from "../page/table.ts";

/** One view of a chart as the script of a live page takes it: every text and number has passed disclosure. */
interface LiveView {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly subtitle: string;
  readonly notes: readonly string[];
  /** What the picture shows, in words. */
  readonly name: string;
  /** HTML of the table of the same numbers. */
  readonly table: string;
  /** Vega specs, without their common configuration. */
  readonly specs: Readonly<Record<ChartWidth, unknown>>;
}

/** The charts of a live page. */
export interface LiveCharts {
  readonly config: unknown;
  readonly charts: Readonly<Record<string, { readonly choice: string | null; readonly views: readonly LiveView[] }>>;
}

/**
 * Charts as a live page draws them: compiled here, so that the page needs no compiler. Views are made from the same
 * disclosed results as the page, by the same functions: a choice can show nothing that was withheld.
 *
 * @param ids of the charts wanted; one whose results are not there is left out
 */
export async function liveCharts(results: Results, ids: ReadonlySet<string>): Promise<LiveCharts> {
  const { compile } = await import("vega-lite");
  const compiled = (spec: TopLevelSpec) => {
    const { config: _common, ...own } = compile(spec).spec;
    return own;
  };
  const viewOf = (id: string, label: string, content: Omit<ChartContent, "choice">): LiveView => ({
    id,
    label,
    title: content.title,
    subtitle: content.subtitle,
    notes: content.notes,
    name: pictureName(content),
    table: dataTable(content.table).html,
    specs: { wide: compiled(content.spec("wide")), narrow: compiled(content.spec("narrow")) },
  });
  const shown = charts
    .filter(({ id }) => ids.has(id))
    .flatMap((chart) => {
      const content = chart.content(results);
      if (content === null) return [];
      const { choice } = content;
      const views =
        choice === undefined
          ? [viewOf("all", "All", content)]
          : choice.views.map(({ id, label, content: view }) => viewOf(id, label, view));
      return [[chart.id, { choice: views.length < 2 ? null : choice!.label, views }] as const];
    });
  return { config: configOf(compile), charts: Object.fromEntries(shown) };
}

/** What every chart's configuration compiles to. */
function configOf(compile: typeof import("vega-lite").compile): unknown {
  const nothing = { data: { values: [] }, mark: "point", config: theme } as unknown as TopLevelSpec;
  return compile(nothing).spec.config;
}
