import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * Paths of the font that pictures are drawn with where no browser draws them: Arimo, of the same widths as Arial. The
 * font of the machine is never used, so that a picture is the same everywhere.
 */
export function fontFiles(): readonly string[] {
  const folder = dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/arimo/package.json"));
  return [
    "400Regular/Arimo_400Regular.ttf",
    "700Bold/Arimo_700Bold.ttf",
    "400Regular_Italic/Arimo_400Regular_Italic.ttf",
  ].map((file) => join(folder, file));
}
