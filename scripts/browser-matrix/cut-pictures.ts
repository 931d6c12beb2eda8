import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";

/**
 * Pictures that print cuts: wider than the page (by the layout for print), or reaching into the margin of a page (by ink
 * on the images of the printed pages, where poppler is installed).
 */
export async function cutPictures(page: Page, pdf: Buffer): Promise<string[]> {
  return [...(await tooLarge(page)), ...inkInMargins(pdf)];
}

/** A4 without its margins, in CSS pixels. */
const room = { width: (210 - 32) * (96 / 25.4), height: (297 - 33) * (96 / 25.4) };

async function tooLarge(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: "print" });
  const before = page.viewportSize()!;
  await page.setViewportSize({ width: Math.floor(room.width), height: before.height });
  const sizes = (await page.evaluate(
    "[...document.querySelectorAll('svg, img')].filter((one) => one.checkVisibility()).map((one) => { const box = one.getBoundingClientRect(); return [one.closest('figure')?.querySelector('figcaption')?.textContent ?? '', box.right, box.height]; })",
  )) as [string, number, number][];
  await page.setViewportSize(before);
  await page.emulateMedia({ media: "screen" });
  return sizes.flatMap(([name, right, height]) =>
    right > room.width + 1 || height > room.height
      ? [`print cuts a picture: ${name.slice(0, 60)} (to ${Math.round(right)} px, ${Math.round(height)} px high)`]
      : [],
  );
}

/** Dots per inch of the images: a hair line is still seen. */
const resolution = 50;

/** The right margin of a page holds nothing: ink there is a picture or a table that reaches out of the page. */
function inkInMargins(pdf: Buffer): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), "likewise-print-"));
  try {
    writeFileSync(path.join(folder, "page.pdf"), pdf);
    execFileSync("pdftoppm", [
      "-gray",
      "-r",
      String(resolution),
      path.join(folder, "page.pdf"),
      path.join(folder, "page"),
    ]);
    return readdirSync(folder)
      .filter((name) => name.endsWith(".pgm"))
      .sort()
      .flatMap((name, index) =>
        inkAtRight(readFileSync(path.join(folder, name))) ? [`page ${index + 1}: ink in the right margin`] : [],
      );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A grey image as `P5`, width, height, largest value, then one byte a dot. */
function inkAtRight(image: Buffer): boolean {
  const [, width, height] = /^P5\s+(\d+)\s+(\d+)\s+\d+\s/.exec(image.subarray(0, 40).toString("latin1"))!;
  const start = /^P5\s+\d+\s+\d+\s+\d+\s/.exec(image.subarray(0, 40).toString("latin1"))![0].length;
  const margin = Math.floor((12 / 25.4) * resolution);
  // The margin boxes with title and page number stand at the top, the marking at the bottom.
  const [top, bottom] = [Math.ceil((17 / 25.4) * resolution), Number(height) - Math.ceil((18 / 25.4) * resolution)];
  for (let row = top; row < bottom; row++)
    for (let column = Number(width) - margin; column < Number(width); column++)
      if (image[start + row * Number(width) + column]! < 200) return true;
  return false;
}
