import type { TopLevelSpec } from "vega-lite";
import { theme } from "./theme.ts";

/** A complete Vega-Lite spec: schema, theme, data inside, so that the shipped `.vl.json` runs anywhere by itself. */
export function completeSpec(body: Readonly<Record<string, unknown>>): TopLevelSpec {
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    config: theme,
    ...body,
  } as unknown as TopLevelSpec;
}
