/** Colours of the Government Analysis Function, in their order; programme and comparison keep theirs in every chart. */
export const colours = {
  programme: "#12436D",
  comparison: "#F46A25",
  turquoise: "#28A197",
  pink: "#801650",
  grey: "#3D3D3D",
  purple: "#A285D1",
  text: "#0b0c0c",
  secondaryText: "#484949",
  gridline: "#cecece",
  quiet: "#BFBFBF",
} as const;

/** The one Vega-Lite configuration: white ground, few light gridlines, horizontal text of at least 14 px, en-GB numbers. */
export const theme = {
  background: "white",
  font: "Arial, Helvetica, sans-serif",
  padding: 4,
  locale: {
    number: { decimal: ".", thousands: ",", grouping: [3], currency: ["£", ""] as [string, string] },
  },
  view: { stroke: null },
  axis: {
    labelFontSize: 14,
    titleFontSize: 14,
    titleFontWeight: "normal" as const,
    labelColor: colours.text,
    titleColor: colours.secondaryText,
    gridColor: colours.gridline,
    gridOpacity: 0.7,
    domainColor: colours.secondaryText,
    tickColor: colours.secondaryText,
    tickCount: 6,
    labelLimit: 320,
    labelPadding: 6,
  },
  text: { fontSize: 14, color: colours.text },
  legend: { labelFontSize: 14, titleFontSize: 14, orient: "top" as const, title: null },
  line: { strokeWidth: 2.5 },
  point: { size: 90, filled: true },
  rule: { strokeWidth: 2 },
  bar: { color: colours.programme },
};
