import { sentencesOf } from "../trace/page-numbers.ts";
import { elementsNamed, parseXml, textOf } from "./parse-xml.ts";
import { tablesOfOds, tablesOfXlsx } from "./read-documents.ts";

/** Every text of a document that holds a number, sentence by sentence: paragraphs, cells, and what is said of pictures. */
export function documentTexts(parts: Readonly<Record<string, string>>, path: string): string[] {
  return textsOf(parts, path)
    .flatMap((text) => sentencesOf(text.replace(/\s+/g, " ").trim()))
    .filter((text) => /\d/.test(text));
}

function textsOf(parts: Readonly<Record<string, string>>, path: string): string[] {
  if (path.endsWith(".docx")) {
    const body = parseXml(parts["word/document.xml"]!);
    return [
      ...elementsNamed(body, "w:p").map((paragraph) => elementsNamed(paragraph, "w:t").map(textOf).join("")),
      ...elementsNamed(body, "wp:docPr").map(({ attributes }) => attributes.descr ?? ""),
    ];
  }
  const tables = path.endsWith(".ods") ? tablesOfOds(parts) : tablesOfXlsx(parts);
  // Numbers in sheets have the sign of a keyboard.
  return tables.flatMap(({ caption, cells }) => [
    caption,
    ...cells.flat().map((text) => text.replace(/^-(?=[\d.,]+%?$)/, "−")),
  ]);
}
