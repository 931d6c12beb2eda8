import { type Html, html } from "./html.ts";
import type { Section } from "./page.ts";

/** A section whose body is made when it is wanted, so that one that fails need not take the others with it. */
export interface DraftSection extends Omit<Section, "body"> {
  readonly body: () => Html | Promise<Html>;
}

/** Told which section could not be made, and why. Without one, whatever fails ends the page: published pages are whole. */
export type OnFailure = (title: string, error: unknown) => void;

/** Sections with their bodies, made one after another; with a listener, one that fails says so in its place. */
export async function drawnSections(drafts: readonly DraftSection[], onFailure?: OnFailure): Promise<Section[]> {
  const sections: Section[] = [];
  for (const { body, ...section } of drafts)
    sections.push({ ...section, body: await drawn(section.title, body, onFailure) });
  return sections;
}

/** One piece of a page; with a listener, one that fails says so in its place. */
export async function drawn(title: string, make: DraftSection["body"], onFailure?: OnFailure): Promise<Html> {
  try {
    return await make();
  } catch (error) {
    if (onFailure === undefined) throw error;
    onFailure(title, error);
    return html`<p class="empty" role="status">This part could not be made: ${String(error)}. The rest of the page is as it would be.</p>\n`;
  }
}

/** Several sections made at once; with a listener, where that fails one section stands for them and says so. */
export async function sectionsOr(
  group: { readonly id: string; readonly title: string },
  make: () => readonly Section[] | Promise<readonly Section[]>,
  onFailure?: OnFailure,
): Promise<readonly Section[]> {
  let made: readonly Section[] = [];
  const body = await drawn(
    group.title,
    async () => {
      made = await make();
      return html``;
    },
    onFailure,
  );
  return body.html === "" ? made : [{ ...group, body }];
}
