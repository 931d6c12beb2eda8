// Pages

export { renderCard } from "./card/render-card.ts";
export { renderDashboard } from "./dashboard/render-dashboard.ts";
export { type GalleryStudy, renderGallery } from "./gallery/render-gallery.ts";
export { renderReport } from "./outcome-report/render-report.ts";
export { escapeText, type Html, html } from "./page/html.ts";
export { performanceSection } from "./performance/performance-section.ts";
export { poolable, renderPortfolio } from "./portfolio/render-portfolio.ts";
export { type UnlikeDefinition, unlikeDefinitions } from "./portfolio/unlike-definitions.ts";

// Charts: one registry, one theme

export type { Chart, ChartContent, ChartWidth, DataTable } from "./charts/chart.ts";
export { chartNamed, chartSpecs, charts } from "./charts/index.ts";
export { renderSvg } from "./charts/render-svg.ts";
export { textWidth, wrapText } from "./charts/text-width.ts";
export { colours, theme } from "./charts/theme.ts";

// Live charts: the same pages with the specs of their charts and what draws them inside

export { type LiveLibraries, liveLibraryFiles } from "./interactive/live-libraries.ts";
export { livePage } from "./interactive/live-page.ts";

// Flat tables, for a tool that draws its own charts

export type { FlatTable, FlatValue } from "./flat/flat-table.ts";
export { flatTables } from "./flat/flat-tables.ts";

// Documents: the report for Word, its tables for spreadsheets, what a folder of results holds

export { fontFiles } from "./assets.ts";
export { renderDocuments } from "./documents/documents.ts";
export { type MarkupNode, parseMarkup } from "./documents/markup.ts";
export { type CrateFile, roCrate } from "./documents/ro-crate.ts";
export { rawCsv, toCsv } from "./spreadsheets/csv.ts";

// Words: every sentence about a finding

export { type Catalogue, catalogue } from "./wording/catalogue.ts";
export {
  besideVerdict,
  type CaveatGroup,
  caveatGroups,
  groupedCaveats,
  notShownBeside,
} from "./wording/caveat-groups.ts";
export { covariateLabel, withCovariateLabels } from "./wording/covariate-labels.ts";
export { type GuardWording, guardWording, guardWordings } from "./wording/guards.ts";
export { adjustmentNames, shortVerdictNames, verdictNames } from "./wording/labels.ts";
export { methodParagraph, methodReferences } from "./wording/method-paragraph.ts";
export { renderSentence, sentenceNeeds } from "./wording/render-sentence.ts";
export { warningTexts } from "./wording/warnings.ts";
export { withComparisonTexts, withTexts } from "./wording/with-texts.ts";

// Numbers as they are written

export {
  formatCount,
  formatMeasured,
  formatNumber,
  formatP,
  formatPer100,
  formatPercent,
  formatRatio,
} from "./wording/formats.ts";

// A number back to where it comes from

export { explainResult } from "./explain/explain-result.ts";
export type {
  DisclosureState,
  ExplainedCounts,
  ExplainedDefinition,
  Explanation,
  Named,
} from "./explain/explanation.ts";
export { findKey, nearestKeys } from "./explain/find-key.ts";

// What changed between two releases, and why

export type {
  Changes,
  DefinitionChange,
  GradeOf,
  InputChange,
  LevelChange,
  NoDifference,
  NumberChange,
  ReleaseOf,
  VerdictChange,
} from "./changes/changes.ts";
export { compareReleases } from "./changes/compare-releases.ts";
export { renderChanges } from "./changes/render-changes.ts";

// Terminal

export { describeChange } from "./terminal/describe-change.ts";
export { describeChanges } from "./terminal/describe-changes.ts";
export { describeComparison } from "./terminal/describe-comparison.ts";
export { describeEconomics } from "./terminal/describe-economics.ts";
export { describeExplanation, valueText } from "./terminal/describe-explanation.ts";
export { describeGrade, type GradedGroup } from "./terminal/describe-grade.ts";
export { describePlan } from "./terminal/describe-plan.ts";
export { describeRun } from "./terminal/describe-run.ts";
