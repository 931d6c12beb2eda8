// Pages

// Charts
export type { Chart, ChartContent, ChartWidth, DataTable } from "./charts/chart.ts";
export { chartSpecs, charts } from "./charts/index.ts";
export { renderSvg } from "./charts/render-svg.ts";
export { colours } from "./charts/theme.ts";
export { renderDashboard } from "./dashboard/render-dashboard.ts";
export { renderReport } from "./outcome-report/render-report.ts";
// HTML
export { escapeText, type Html, html } from "./page/html.ts";
// Terminal
export { describeComparison } from "./terminal/describe-comparison.ts";
export { describeRun } from "./terminal/describe-run.ts";
// Words
export { type Catalogue, catalogue } from "./wording/catalogue.ts";
export { formatCount, formatMeasured, formatNumber, formatP, formatPer100 } from "./wording/formats.ts";
export { renderSentence } from "./wording/render-sentence.ts";
export { withComparisonTexts, withTexts } from "./wording/with-texts.ts";
