import type { Browser } from "playwright-core";

/** The size of a laptop's window, in px. */
const screen = { width: 1280, height: 800 };

/**
 * The text a reader sees of a page before scrolling, scripts of the page off: what is hidden, folded away, clipped or
 * below the edge is left out; what is drawn in a picture is read where it stands.
 *
 * @param url of a file
 */
export async function visibleFirstScreen(browser: Browser, url: string): Promise<string> {
  const context = await browser.newContext({ viewport: screen });
  const page = await context.newPage();
  await page.goto(url);
  const text = (await page.evaluate(reading)) as string;
  await context.close();
  return text;
}

/** Text in the document is read in its order; an element that ends a line gives a full stop its place. */
const reading = `(() => {
  const parts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const owner = node.parentElement;
    if (!node.textContent.trim() || !owner.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    const isSeen = box.width > 1 && box.height > 1 && box.right > 0 && box.left < innerWidth && box.top >= 0 && box.bottom <= innerHeight;
    if (isSeen) parts.push(node.textContent.trim());
  }
  return parts.join(" ").replace(/\\s+/g, " ");
})()`;
