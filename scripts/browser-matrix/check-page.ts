import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { cutPictures } from "./cut-pictures.ts";
import type { BrowserState } from "./states.ts";

/** What was found of a page in one state. */
export interface PageCheck {
  readonly faults: readonly string[];
  /** Stops of the keyboard, where it was walked. */
  readonly stops: number | null;
  /** Printed pages, where it was printed. */
  readonly printed: number | null;
  /** Milliseconds from opening the file to the first text on the screen; null where the browser does not say. */
  readonly firstPaint: number | null;
}

/**
 * Opens a page in a state and lists everything wrong with it.
 *
 * @param shortened whether axe sees three rows of each table and three entries of each list alone: all others look like
 *                  those, and a long report takes it minutes
 */
export async function checkPage(
  browser: Browser,
  file: string,
  state: BrowserState,
  shortened = false,
): Promise<PageCheck> {
  const context = await browser.newContext({ viewport: state.viewport, javaScriptEnabled: state.scripts });
  const page = await context.newPage();
  const url = pathToFileURL(file).href;
  const faults: string[] = [];
  page.on("console", (message) => faults.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (request.url() !== url) faults.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  const firstPaint = state.scripts
    ? ((await page.evaluate(
        "new Promise((tell) => { new PerformanceObserver((list) => list.getEntriesByName('first-contentful-paint').forEach((one) => tell(one.startTime))).observe({ type: 'paint', buffered: true }); setTimeout(tell, 5000, null); })",
      )) as number | null)
    : null;
  const wide = (await page.evaluate("document.documentElement.scrollWidth")) as number;
  if (wide > state.viewport.width) faults.push(`scrolls sideways: ${wide} of ${state.viewport.width} px`);
  if (!state.scripts) faults.push(...(await missingWithoutScripts(browser, page, url, state)));
  const stops = state.whole ? await walk(page, faults) : null;
  if (state.whole) faults.push(...(await axe(page, shortened)));
  const printed = state.print ? await print(page, faults) : null;
  await context.close();
  return { faults, stops, printed, firstPaint };
}

/** What is shown without scripts must be what is shown with them, but for the controls that need them. */
async function missingWithoutScripts(browser: Browser, page: Page, url: string, state: BrowserState) {
  const scripted = await browser.newPage({ viewport: state.viewport });
  await scripted.goto(url);
  // biome-ignore lint/performance/useDomNodeTextContent: what is shown, not what is there, must be the same.
  const [without, with_] = await Promise.all([page, scripted].map((one) => one.locator("main").innerText()));
  await scripted.close();
  const lines = new Set(without!.split("\n").map((line) => line.trim()));
  const lost = with_!.split("\n").filter((line) => !lines.has(line.trim()));
  return lost.length === 0 ? [] : [`${lost.length} lines lost without scripts, first: ${lost[0]!.slice(0, 80)}`];
}

const axeTags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What stands after the third of its kind, and marks inside pictures, whose contrast is calculated from their specs. */
const repeated =
  "svg[role=img] > *, tbody > tr:nth-child(n + 4), li:nth-child(n + 4), .numbers > :nth-child(n + 7), dl > :nth-child(n + 7)";

async function axe(page: Page, shortened: boolean): Promise<string[]> {
  if (shortened) await page.evaluate(`for (const one of document.querySelectorAll("${repeated}")) one.remove()`);
  // Everything opened, so that axe sees what is folded away.
  await page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true");
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .withTags(axeTags)
    .setLegacyMode(true)
    .analyze();
  return violations.map(({ id, nodes }) => `axe ${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 120)}`);
}

/** Every link, control, fold and scrolling box, in the order of the page, each with a focus to be seen. */
async function walk(page: Page, faults: string[]): Promise<number> {
  const wanted = (await page.evaluate(
    "(globalThis.stops = [...document.querySelectorAll('a[href], summary, button, select, input, textarea, [tabindex]:not([tabindex=\"-1\"])')].filter((one) => one.checkVisibility())).length",
  )) as number;
  for (let index = 0; index < wanted; index++) {
    await page.keyboard.press("Tab");
    const [place, outline] = (await page.evaluate(
      '(() => { const one = document.activeElement; const style = getComputedStyle(one); return [stops.indexOf(one), style.outlineStyle !== "none" || style.boxShadow !== "none" || one.matches(".skip")]; })()',
    )) as [number, boolean];
    if (place !== index) {
      faults.push(`keyboard: stop ${index} reaches element ${place} of ${wanted}`);
      break;
    }
    if (!outline) faults.push(`keyboard: no focus to be seen at stop ${index}`);
  }
  return wanted;
}

/** Prints to a tagged PDF and looks for pictures that a page cuts or that reach out of it. */
async function print(page: Page, faults: string[]): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
  const text = pdf.toString("latin1");
  if (!/\/MarkInfo\s*<<[^>]*\/Marked true/.test(text) || !text.includes("/StructTreeRoot"))
    faults.push("PDF not tagged");
  if (!/\/Lang\s*\(en-GB\)/.test(text)) faults.push("PDF names no language");
  faults.push(...(await cutPictures(page, pdf)));
  return text.match(/\/Type \/Page\b/g)?.length ?? 0;
}
