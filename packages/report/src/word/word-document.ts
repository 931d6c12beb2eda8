import {
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  LeaderType,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  SimpleField,
  TableOfContents,
  TextRun,
} from "docx";
import type { Block, ParagraphRole, Run } from "../documents/block.ts";
import type { ReportDocument } from "../documents/report-document.ts";
import { legalXml } from "../documents/xml-text.ts";
import { shorthand } from "../wording/shorthand.ts";
import { pageWidth } from "./column-widths.ts";
import { type PicturePng, picturePng } from "./picture-png.ts";
import { stablePackage } from "./stable-package.ts";
import { type WordBlocks, wordBlocks } from "./word-blocks.ts";
import { wordSections } from "./word-sections.ts";
import { styles } from "./word-styles.ts";
import { alignment, wordTable } from "./word-table.ts";

/**
 * The report as a Word document: headings by their styles, a table of contents, captions that Word numbers itself, native
 * tables, pictures with their text alternative, the marking on every page. The same bytes for the same report.
 *
 * @param fonts paths of font files for the pictures
 */
export async function wordDocument(report: ReportDocument, fonts: readonly string[]): Promise<Uint8Array> {
  const title = legalXml(report.title);
  const { blocks, numbers: ofTables } = wordBlocks(report.parts);
  const numbers = new Counter();
  const pictures = await picturesOf(blocks, fonts);
  const sections = wordSections(blocks).map(({ orientation, blocks: own }) => ({
    orientation,
    children: own.flatMap((block) => childrenOf(block, { numbers, ofTables, pictures })),
  }));
  const document = new Document({
    title,
    creator: "Likewise",
    styles,
    numbering: { config: [bullets, digits] },
    features: { updateFields: true },
    sections: [
      { ...frame(report, "portrait"), children: front(report) },
      ...sections.map(({ orientation, children }) => ({
        ...frame(report, orientation),
        children,
      })),
    ],
  });
  return stablePackage(await Packer.toBuffer(document), title);
}

/** What the blocks of one document share. */
interface Shared {
  readonly numbers: Counter;
  readonly ofTables: WordBlocks["numbers"];
  readonly pictures: ReadonlyMap<string, PicturePng>;
}

/** Numbers of captions and of lists that count. */
class Counter {
  readonly #last: Record<string, number> = {};

  next(name: string): number {
    return this.goTo(name, (this.#last[name] ?? 0) + 1).number;
  }

  /** A number, and whether it follows the last one. */
  goTo(name: string, number: number): { readonly number: number; readonly follows: boolean } {
    const follows = number === (this.#last[name] ?? 0) + 1;
    this.#last[name] = number;
    return { number, follows };
  }
}

async function picturesOf(blocks: readonly Block[], fonts: readonly string[]): Promise<Map<string, PicturePng>> {
  const drawn = new Map<string, PicturePng>();
  for (const block of blocks) if (block.kind === "figure") drawn.set(block.svg, await picturePng(block.svg, fonts));
  return drawn;
}

function front(report: ReportDocument): FileChild[] {
  const key = shorthand
    .map(({ mark, means }) => `${mark} ${means.charAt(0).toLowerCase()}${means.slice(1)}`)
    .join("; ");
  return [
    ...(report.marking === "" ? [] : [styled("Marking", `${report.marking}.`)]),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [text(report.title)] }),
    styled("Subtitle", report.kind),
    ...(report.question === null ? [] : [styled("Lead", report.question)]),
    styled("Note", `In tables: ${key}. Made with Likewise ${report.version}.`),
    styled("ContentsTitle", "Contents"),
    // Word counts the pages when it opens the report, after asking: nothing here lays pages out.
    new TableOfContents("Contents", {
      hyperlink: true,
      headingStyleRange: "1-1",
      beginDirty: false,
      tabLeader: LeaderType.NONE,
    }),
  ];
}

function frame(report: ReportDocument, orientation: keyof typeof pageWidth) {
  const running = new Paragraph({
    style: "Running",
    children: [text(shortened(report)), ...(report.marking === "" ? [] : [text(`  |  ${report.marking}`, "bold")])],
  });
  const page = new Paragraph({
    style: "Running",
    alignment: alignment(true),
    children: [new TextRun({ children: ["Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] })],
  });
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: {
          width: 11906,
          height: 16838,
          orientation: PageOrientation[orientation === "portrait" ? "PORTRAIT" : "LANDSCAPE"],
        },
        margin: { top: 1134, right: 1134, bottom: 1134, left: 1134, header: 567, footer: 567 },
      },
    },
    headers: { default: new Header({ children: [running] }) },
    footers: { default: new Footer({ children: [page] }) },
  };
}

/** A running header is one line, with the marking beside the title. */
function shortened({ title, marking }: ReportDocument): string {
  const most = Math.max(30, 100 - marking.length);
  return title.length <= most ? title : `${title.slice(0, most - 1).trimEnd()}…`;
}

function childrenOf(block: Block, shared: Shared): FileChild[] {
  if (block.kind === "heading")
    return [new Paragraph({ heading: headingLevel(block.level), children: [text(block.text)] })];
  if (block.kind === "paragraph")
    return [new Paragraph({ style: paragraphStyles[block.role], children: block.runs.map(runOf) })];
  if (block.kind === "list") return listOf(block, 0, shared);
  if (block.kind === "terms") return block.terms.map(termOf);
  if (block.kind === "figure") return figureOf(block, shared);
  const number = shared.ofTables.get(block);
  return [
    caption("Table", number === undefined ? null : shared.numbers.goTo("Table", number), block.caption),
    wordTable(
      block,
      (words, { bold, right }) =>
        new Paragraph({
          style: "TableText",
          alignment: alignment(right),
          children: [text(words, bold ? "bold" : "plain")],
        }),
    ),
    // Two tables that touch are one to Word.
    styled("AfterTable", ""),
  ];
}

/** The title of the document is no heading, so sections of the page, at level 2, are the first. */
function headingLevel(level: number): (typeof HeadingLevel)[keyof typeof HeadingLevel] {
  const levels = [
    HeadingLevel.HEADING_1,
    HeadingLevel.HEADING_2,
    HeadingLevel.HEADING_3,
    HeadingLevel.HEADING_4,
  ] as const;
  return levels[Math.min(Math.max(level - 2, 0), levels.length - 1)]!;
}

const paragraphStyles: Readonly<Record<ParagraphRole, string>> = {
  body: "Normal",
  lead: "Lead",
  note: "Note",
  fold: "Fold",
};

function listOf(list: Block & { kind: "list" }, level: number, shared: Shared): FileChild[] {
  const reference = list.ordered ? "digits" : "bullets";
  const instance = list.ordered ? shared.numbers.next("list") : 0;
  return list.items.flatMap((blocks) =>
    blocks.flatMap((block, index) => {
      if (block.kind === "list") return listOf(block, Math.min(level + 1, 2), shared);
      if (block.kind !== "paragraph" || index > 0) return childrenOf(block, shared);
      return [
        new Paragraph({
          style: "ListParagraph",
          numbering: { reference, level, instance },
          children: block.runs.map(runOf),
        }),
      ];
    }),
  );
}

function termOf({ term, meaning }: { readonly term: readonly Run[]; readonly meaning: readonly Run[] }): Paragraph {
  const name = term.map((run) => text(run.text, "bold"));
  return new Paragraph({
    style: "Term",
    children: [...name, ...(name.length === 0 ? [] : [text(": ")]), ...meaning.map(runOf)],
  });
}

function figureOf(
  { svg, caption: title, alternative }: Block & { kind: "figure" },
  { numbers, pictures }: Shared,
): FileChild[] {
  const { png, width, height } = pictures.get(svg)!;
  const most = { width: (pageWidth.portrait / 1440) * 96, height: 820 };
  const scale = Math.min(1, most.width / width, most.height / height);
  return [
    caption("Figure", { number: numbers.next("Figure"), follows: true }, title === "" ? alternative : title),
    new Paragraph({
      style: "Picture",
      children: [
        new ImageRun({
          type: "png",
          data: png,
          transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
          altText: { name: `Figure ${numbers.next("picture")}`, description: legalXml(alternative) },
        }),
      ],
    }),
  ];
}

/** A number that Word counts itself, written as it will count it; after a gap it is told where to go on. */
function caption(label: "Table" | "Figure", place: ReturnType<Counter["goTo"]> | null, title: string): Paragraph {
  const numbered = place === null ? [] : [text(`${label} `), numberField(label, place), text(": ")];
  return new Paragraph({ style: "Caption", keepNext: true, children: [...numbered, text(title)] });
}

function numberField(label: string, { number, follows }: ReturnType<Counter["goTo"]>): SimpleField {
  return new SimpleField(`SEQ ${label} \\* ARABIC${follows ? "" : ` \\r ${number}`}`, String(number));
}

function styled(style: string, words: string): Paragraph {
  return new Paragraph({ style, children: words === "" ? [] : [text(words)] });
}

function runOf(run: Run): TextRun {
  return text(run.text, run.style);
}

function text(words: string, style: Run["style"] = "plain"): TextRun {
  const look = style === "bold" ? { bold: true } : style === "italic" ? { italics: true } : {};
  return new TextRun({ text: legalXml(words), ...look });
}

function listLevels(format: (typeof LevelFormat)[keyof typeof LevelFormat], mark: (level: number) => string) {
  return [0, 1, 2].map((level) => ({
    level,
    format,
    text: mark(level),
    style: { paragraph: { indent: { left: 400 * (level + 1), hanging: 300 } } },
  }));
}

const bullets = { reference: "bullets", levels: listLevels(LevelFormat.BULLET, () => "•") };
const digits = { reference: "digits", levels: listLevels(LevelFormat.DECIMAL, (level) => `%${level + 1}.`) };
