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
  link: "#1a65a6",
  ground: "#ffffff",
} as const;

/** Size of all text in charts, px at the size they are shown. */
export const fontSize = 14;

/** The one Vega-Lite configuration: white ground, few light gridlines, horizontal text of 14 px, en-GB numbers. */
export const theme = {
  background: colours.ground,
  font: "Arial, Helvetica, sans-serif",
  locale: {
    number: { decimal: ".", thousands: ",", grouping: [3], currency: ["£", ""] as [string, string] },
  },
  view: { stroke: null },
  axis: {
    labelFontSize: fontSize,
    titleFontSize: fontSize,
    titleFontWeight: "normal" as const,
    titlePadding: 8,
    labelColor: colours.text,
    titleColor: colours.secondaryText,
    gridColor: colours.gridline,
    gridOpacity: 0.7,
    domainColor: colours.secondaryText,
    tickColor: colours.secondaryText,
    labelLimit: 0,
    labelFlush: false,
    titleLimit: 0,
    labelPadding: 6,
  },
  text: { fontSize, color: colours.text, lineHeight: 17, limit: 0 },
  line: { strokeWidth: 2.5 },
  rule: { strokeWidth: 2 },
};
