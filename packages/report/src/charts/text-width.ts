/**
 * Width of text in Arial, so that labels get the room they need and no more. Vega without a canvas counts every letter
 * as 0.8 em, which is nearly twice too wide.
 *
 * @param fontSize px
 * @returns px, of the regular weight; letters outside the table count as wide as a capital
 */
export function textWidth(text: string, fontSize: number): number {
  let thousandths = 0;
  for (const letter of text) thousandths += widths.get(letter) ?? 667;
  return (thousandths / 1000) * fontSize;
}

/**
 * Text broken into lines of at most this width, at spaces; a word wider than a line is broken where it must.
 *
 * @param width    px
 * @param fontSize px
 */
export function wrapText(text: string, width: number, fontSize: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).flatMap((whole) => pieces(whole, width, fontSize))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, fontSize) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

/** A word as it is, or in pieces that fit. */
function pieces(word: string, width: number, fontSize: number): string[] {
  if (textWidth(word, fontSize) <= width) return [word];
  const parts = [""];
  for (const letter of word) {
    const longer = `${parts.at(-1)}${letter}`;
    if (textWidth(longer, fontSize) <= width || parts.at(-1) === "") parts[parts.length - 1] = longer;
    else parts.push(letter);
  }
  return parts;
}

/** Advance widths in thousandths of an em; Arial and its metric twins agree on them. */
const widths: ReadonlyMap<string, number> = new Map(
  Object.entries({
    222: "ijl‘’",
    278: " !,./:;I[\\]ft·",
    333: "()-`r“”",
    389: "*",
    469: "^",
    500: "Jcksvxyz",
    556: "#$0123456789?L_abdeghnopqu–£",
    584: "+<=>~−×",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1000: "—…←→",
    1015: "@",
  }).flatMap(([width, letters]) => [...letters].map((letter) => [letter, Number(width)] as const)),
);
