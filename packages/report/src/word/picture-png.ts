import { legalXml } from "../documents/xml-text.ts";

/** A picture in the points of its form on the page, and its pixels. */
export interface PicturePng {
  readonly png: Uint8Array;
  /** As shown on the page, px. */
  readonly width: number;
  readonly height: number;
}

/** Pixels a px of the page. */
const scale = 2;

/**
 * A picture of the page as PNG at twice its size, text in the font given and in no other.
 *
 * @param svg   a whole `<svg>` element
 * @param fonts paths of font files, as `fontFiles` has them
 */
export async function picturePng(svg: string, fonts: readonly string[]): Promise<PicturePng> {
  const key = `${fonts.join(" ")} ${svg}`;
  const known = drawn.get(key);
  if (known !== undefined) return known;
  if (drawn.size >= mostKept) drawn.clear();
  const picture = draw(svg, fonts);
  drawn.set(key, picture);
  return picture;
}

/** Both editions show most of the same pictures, and drawing one takes longer than the rest of its page. */
const drawn = new Map<string, Promise<PicturePng>>();
const mostKept = 100;

async function draw(svg: string, fonts: readonly string[]): Promise<PicturePng> {
  const { renderAsync } = await import("@resvg/resvg-js");
  const image = await renderAsync(withNamespace(legalXml(svg)), {
    background: "#ffffff",
    fitTo: { mode: "zoom", value: scale },
    font: { loadSystemFonts: false, fontFiles: [...fonts], defaultFontFamily: "Arimo", sansSerifFamily: "Arimo" },
  });
  return { png: image.asPng(), width: image.width / scale, height: image.height / scale };
}

/** Inside a page a picture needs no namespace; by itself it is nothing without one. */
function withNamespace(svg: string): string {
  return /^<svg[^>]* xmlns=/.test(svg) ? svg : svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"');
}
