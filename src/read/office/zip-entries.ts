/** A file in a ZIP archive, as the archive's directory lists it. */
export interface ZipEntry {
  /** With `/` between its folders. */
  readonly name: string;
  readonly isEncrypted: boolean;
  /** 0 where it is stored as it is, 8 where it is deflated. */
  readonly method: number;
  /** The checksum of its content: CRC-32. */
  readonly crc: number;
  /** In bytes, in the archive and unpacked, as the archive says. */
  readonly packedSize: number;
  readonly size: number;
  /** Where its content starts in the archive. */
  readonly offset: number;
}

/** More files are in no document. */
export const MOST_ENTRIES = 20_000;

const FILE = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
const LARGE_DIRECTORY_END = 0x06064b50;
const LARGE_DIRECTORY_PLACE = 0x07064b50;
/** The end of the directory, without the comment that may follow it, of at most 64 kB. */
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
/** Stands where a number is too large for its place and written elsewhere. */
const ELSEWHERE = 0xffffffff;
const ELSEWHERE_COUNT = 0xffff;

/** Whether bytes begin as a ZIP archive does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes.length > 4 && viewOf(bytes).getUint32(0, true) === FILE;
}

/**
 * The files that the directory at the end of a ZIP archive lists. Not more than {@link MOST_ENTRIES} and one are looked at.
 *
 * @returns undefined where there is no such directory, or it points out of the archive.
 */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  try {
    return readEntries(viewOf(bytes));
  } catch (error) {
    // Reading beyond the end.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function readEntries(view: DataView): ZipEntry[] | undefined {
  const directory = findDirectory(view);
  if (directory === undefined) return undefined;
  const entries: ZipEntry[] = [];
  let at = directory.offset;
  for (let k = 0; k < Math.min(directory.count, MOST_ENTRIES + 1); k++) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const name = new TextDecoder().decode(bytesOf(view, at + 46, nameLength));
    const [size, packedSize, start] = largeNumbers(view, at + 46 + nameLength, extraLength, [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ]);
    // The names of the archive itself, and what follows them, stand before the content once more.
    const offset = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
    if (view.getUint32(start, true) !== FILE || offset + packedSize > view.byteLength) return undefined;
    entries.push({
      name: name.replaceAll('\\', '/'),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedSize,
      size,
      offset,
    });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

function findDirectory(view: DataView): { readonly offset: number; readonly count: number } | undefined {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at--) {
    if (view.getUint32(at, true) !== DIRECTORY_END) continue;
    const count = view.getUint16(at + 10, true);
    const offset = view.getUint32(at + 16, true);
    if (count !== ELSEWHERE_COUNT && offset !== ELSEWHERE) return { offset, count };
    if (at < 20 || view.getUint32(at - 20, true) !== LARGE_DIRECTORY_PLACE) return { offset, count };
    const end = Number(view.getBigUint64(at - 12, true));
    if (view.getUint32(end, true) !== LARGE_DIRECTORY_END) return undefined;
    return {
      offset: Number(view.getBigUint64(end + 48, true)),
      count: Number(view.getBigUint64(end + 32, true)),
    };
  }
  return undefined;
}

/** Size, packed size and place, each of which may stand among the extra fields instead, in this order. */
function largeNumbers(
  view: DataView,
  from: number,
  length: number,
  numbers: readonly [number, number, number],
): [number, number, number] {
  const found: [number, number, number] = [...numbers];
  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    for (const [k, number] of numbers.entries()) {
      if (number !== ELSEWHERE) continue;
      found[k] = Number(view.getBigUint64(next, true));
      next += 8;
    }
    break;
  }
  return found;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function bytesOf(view: DataView, from: number, length: number): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset + from, length);
}
