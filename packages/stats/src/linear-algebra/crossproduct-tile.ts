/**
 * Sixteen sums of X'WX at once, two by two: columns j to j + 3 by columns k to k + 3 of one chunk of rows, in the SIMD
 * instructions of WebAssembly. Each sum adds the same products in the same order as the plain loop in `addCrossproduct`, so
 * the bits are the same and it does not matter which of the two ran.
 *
 * The program is some eighty instructions and is assembled here from their codes (WebAssembly 2.0, sections 5.4 and 5.5).
 */
export interface CrossproductTile {
  /** Room for the weights, the sums and so many columns; memory moves when it grows, so take views afterwards. */
  reserve(columns: number): void;
  weights(): Float64Array;
  /** The sixteen sums, row by row. */
  sums(): Float64Array;
  /** Columns TILE_ROWS apart. */
  columns(): Float64Array;
  /** Places of the columns j and k, in bytes, from `columnAt`. */
  run(left: number, right: number, rows: number): void;
}

/** Eight more than a chunk has: at a power of two every column would want the same few places of the nearest cache. */
export const TILE_ROWS = 520;
const COLUMN = TILE_ROWS * 8;
const SUMS_AT = COLUMN;
const COLUMNS_AT = SUMS_AT + 256;
const PAGE = 65536;

/** Where a column begins, in bytes. */
export function columnAt(column: number): number {
  return COLUMNS_AT + column * COLUMN;
}

/** Null where there is no WebAssembly with SIMD, or numbers in its memory are not those of this machine's arrays. */
export function crossproductTile(): CrossproductTile | null {
  const { WebAssembly: machine } = globalThis as { readonly WebAssembly?: Machine };
  if (machine === undefined) return null;
  try {
    const module = new machine.Module(program());
    const { memory, run } = new machine.Instance(module).exports as {
      readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
      readonly run: CrossproductTile["run"];
    };
    const tile: CrossproductTile = {
      reserve: (columns) => {
        const missing = columnAt(columns) - memory.buffer.byteLength;
        if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
      },
      weights: () => new Float64Array(memory.buffer, 0, COLUMN / 8),
      sums: () => new Float64Array(memory.buffer, SUMS_AT, 16),
      columns: () => new Float64Array(memory.buffer, COLUMNS_AT),
      run,
    };
    return adds(tile) ? tile : null;
  } catch {
    return null;
  }
}

/** The part used of what every place that runs this calls WebAssembly; its types come with no library in use here. */
interface Machine {
  readonly Module: new (program: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
}

/** One row, by hand: 2 · 3 · 5 at the right place. */
function adds(tile: CrossproductTile): boolean {
  tile.reserve(4);
  tile.weights()[0] = 2;
  tile.columns()[TILE_ROWS] = 3;
  tile.columns()[2 * TILE_ROWS] = 5;
  tile.run(columnAt(0), columnAt(0), 1);
  return tile.sums().every((sum, at) => sum === ({ 5: 18, 6: 30, 9: 30, 10: 50 }[at] ?? 0));
}

const I32 = 0x7f;
const V128 = 0x7b;
const LEFT = 0;
const RIGHT = 1;
const ROWS = 2;
const WEIGHT_AT = 3;
/** Vectors: the sums (a row of four columns is two of them), two pairs of the right side, the weight. */
const SUM = 4;
const PAIRS = SUM + 8;
const WEIGHT = PAIRS + 2;
const PRODUCT = WEIGHT + 1;
const VECTORS = PRODUCT + 1 - SUM;

function program(): Uint8Array {
  const type = [0x60, ...counted([I32, I32, I32]), 0];
  const locals = counted([
    [1, I32],
    [VECTORS, V128],
  ]);
  const body = [...locals, ...code(), END];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, counted([type])),
    ...section(3, counted([[0]])),
    ...section(5, counted([[0, 1]])),
    ...section(
      7,
      counted([
        [...name("memory"), 2, 0],
        [...name("run"), 0, 0],
      ]),
    ),
    ...section(10, counted([[...unsigned(body.length), ...body]])),
  ]);
}

const END = 0x0b;

/** Every row: w x_j for each of four columns j, times the four columns k. */
function code(): number[] {
  const columnsOfRow = [0, 1, 2, 3].flatMap((a) => [
    ...get(WEIGHT),
    ...loadBoth(LEFT, a * COLUMN),
    ...MULTIPLY,
    ...set(PRODUCT),
    ...[0, 1].flatMap((b) => {
      const sum = SUM + 2 * a + b;
      return [...get(sum), ...get(PRODUCT), ...get(PAIRS + b), ...MULTIPLY, ...ADD, ...set(sum)];
    }),
  ]);
  const loop = [
    ...[0x03, 0x40],
    ...loadBoth(WEIGHT_AT, 0),
    ...set(WEIGHT),
    ...[0, 1].flatMap((b) => [...loadTwo(RIGHT, 2 * b * COLUMN), ...set(PAIRS + b)]),
    ...columnsOfRow,
    ...advance(LEFT, 8),
    ...advance(RIGHT, 8),
    ...advance(WEIGHT_AT, 8),
    ...advance(ROWS, -1),
    ...get(ROWS),
    ...[0x0d, 0, END],
  ];
  const stores = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((at) => [
    ...[0x41, 0],
    ...get(SUM + at),
    ...[0xfd, 0x0b, 3, ...unsigned(SUMS_AT + 16 * at)],
  ]);
  return [...loop, ...stores];
}

const MULTIPLY = [0xfd, 0xf2, 0x01];
const ADD = [0xfd, 0xf0, 0x01];

function get(local: number): number[] {
  return [0x20, local];
}

function set(local: number): number[] {
  return [0x21, local];
}

/** The numbers of two columns in one row: the first with a zero next to it, then the other in that place. */
function loadTwo(pointer: number, offset: number): number[] {
  const first = [...get(pointer), 0xfd, 0x5d, 3, ...unsigned(offset)];
  return [...get(pointer), ...first, 0xfd, 0x57, 3, ...unsigned(offset + COLUMN), 1];
}

/** One number, twice. */
function loadBoth(pointer: number, offset: number): number[] {
  return [...get(pointer), 0xfd, 0x0a, 3, ...unsigned(offset)];
}

/** The step is from −64 to 63: one byte. */
function advance(local: number, step: number): number[] {
  return [...get(local), 0x41, step & 0x7f, 0x6a, ...set(local)];
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function counted(items: readonly (number | readonly number[])[]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function name(text: string): number[] {
  return counted(Array.from(text, (letter) => letter.charCodeAt(0)));
}

/** Seven bits a byte, lowest first. */
function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}
