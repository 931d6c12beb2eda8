import type { SpecPart } from "./picture.ts";

/**
 * Layers with every mark of one look in one of them, text above all others. A picture is the same; compiling takes as long
 * for a layer of one mark as for one of forty.
 */
export function gatheredMarks(layer: readonly SpecPart[]): SpecPart[] {
  const looks = new Map<string, SpecPart[]>();
  for (const [index, part] of layer.flatMap(flat).map(placed).entries()) {
    const { type } = part.mark as { readonly type: string };
    const look = single.includes(type) ? JSON.stringify([part.mark, part.encoding]) : String(index);
    const parts = [...(looks.get(look) ?? []), part];
    // A look stands where its last mark did: the interval of a row then lies over the bar of the row.
    looks.delete(look);
    looks.set(look, parts);
  }
  const merged = [...looks.values()].map(([first, ...others]) =>
    others.length === 0 ? first! : { ...first!, data: { values: [first!, ...others].flatMap(valuesOf) } },
  );
  const isText = ({ mark }: SpecPart) => (mark as { readonly type: string }).type === "text";
  return [...merged.filter((part) => !isText(part)), ...merged.filter(isText)];
}

/** Marks that stand by themselves: many of one look are the same picture in one layer. */
const single: readonly unknown[] = ["text", "rule", "point", "rect"];

/** A layer of layers as those, each with the data of the whole. */
function flat(part: SpecPart): SpecPart[] {
  const { layer, ...whole } = part as SpecPart & { readonly layer?: readonly SpecPart[] };
  return layer === undefined ? [part] : layer.flatMap((one) => flat({ ...whole, ...one }));
}

const px = { type: "quantitative", scale: null, axis: null };

/** A mark at a place in px, with the place among its data: so that marks of one look differ by their data alone. */
function placed(part: SpecPart): SpecPart {
  const { type } = part.mark as { readonly type: string };
  const channels = Object.entries(part.encoding as Readonly<Record<string, { readonly value?: unknown }>>);
  const fixed = channels.filter(([name, { value }]) => /^[xy]2?$/.test(name) && typeof value === "number");
  if (!single.includes(type) || fixed.length === 0) return part;
  const field = (name: string) => `${name}At`;
  const places = Object.fromEntries(fixed.map(([name, { value }]) => [field(name), value]));
  const fields = fixed.map(([name]) => [
    name,
    name.endsWith("2") ? { field: field(name) } : { field: field(name), ...px },
  ]);
  return {
    ...part,
    data: { values: valuesOf(part).map((row) => ({ ...(row as SpecPart), ...places })) },
    encoding: { ...(part.encoding as SpecPart), ...Object.fromEntries(fields) },
  };
}

function valuesOf({ data }: SpecPart): readonly unknown[] {
  return (data as { readonly values: readonly unknown[] }).values;
}
