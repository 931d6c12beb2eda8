import { type IStylesOptions, LineRuleType } from "docx";
import { tablePoints } from "./column-widths.ts";

/** Half-points, as Word counts. */
const size = (points: number) => points * 2;

const ink = "0B0C0C";
const quiet = "484949";

const heading = (points: number, before: number) => ({
  run: { font: "Arial", size: size(points), bold: true, color: ink },
  paragraph: { ...lines(before, 100, 240), keepNext: true },
});

const lines = (before: number, after: number, line: number) => ({
  spacing: { before, after, line, lineRule: LineRuleType.AUTO },
});

const after = (twips: number, before = 0) => lines(before, twips, 264);

/** Arial 12 in British English; sizes and spaces as on the page. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: "Arial", size: size(12), color: ink, language: { value: "en-GB" } },
      paragraph: after(140),
    },
    title: { run: { font: "Arial", size: size(24), bold: true, color: ink }, paragraph: after(80) },
    heading1: heading(18, 360),
    heading2: heading(15, 280),
    heading3: heading(13, 220),
    heading4: heading(12, 180),
    caption: {
      run: { font: "Arial", size: size(12), bold: true, color: ink },
      paragraph: { ...lines(240, 80, 240), keepNext: true },
    },
    listParagraph: { run: { font: "Arial", size: size(12) }, paragraph: after(80) },
  },
  paragraphStyles: [
    {
      id: "Subtitle",
      name: "Subtitle",
      basedOn: "Normal",
      next: "Normal",
      quickFormat: true,
      run: { size: size(14), color: quiet },
      paragraph: after(160),
    },
    { id: "Lead", name: "Lead", basedOn: "Normal", run: { size: size(13) }, paragraph: after(160) },
    { id: "Note", name: "Note", basedOn: "Normal", run: { size: size(11), color: quiet }, paragraph: after(120) },
    {
      id: "Fold",
      name: "Fold",
      basedOn: "Normal",
      run: { bold: true },
      paragraph: { ...after(80, 160), keepNext: true },
    },
    { id: "Term", name: "Term", basedOn: "Normal", paragraph: { ...after(80), indent: { left: 280, hanging: 280 } } },
    { id: "Picture", name: "Picture", basedOn: "Normal", paragraph: lines(60, 120, 240) },
    {
      id: "TableText",
      name: "Table text",
      basedOn: "Normal",
      run: { size: size(tablePoints) },
      paragraph: lines(0, 0, 245),
    },
    {
      id: "AfterTable",
      name: "After table",
      basedOn: "Normal",
      run: { size: size(6) },
      paragraph: lines(0, 60, 240),
    },
    { id: "Marking", name: "Marking", basedOn: "Normal", run: { bold: true }, paragraph: after(160) },
    {
      id: "ContentsTitle",
      name: "Contents title",
      basedOn: "Normal",
      next: "Normal",
      run: { size: size(18), bold: true },
      paragraph: { ...after(100, 300), keepNext: true },
    },
    { id: "TOC1", name: "toc 1", basedOn: "Normal", next: "Normal", paragraph: lines(60, 0, 240) },
    {
      id: "TOC2",
      name: "toc 2",
      basedOn: "Normal",
      next: "Normal",
      run: { size: size(11) },
      paragraph: { ...lines(0, 0, 240), indent: { left: 280 } },
    },
    {
      id: "Running",
      name: "Running",
      basedOn: "Normal",
      run: { size: size(9), color: quiet },
      paragraph: lines(0, 0, 240),
    },
  ],
};
