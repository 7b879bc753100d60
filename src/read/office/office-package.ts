import { Inflate } from 'fflate';
import { ParalignError } from '../../model/errors.ts';
import { decodeXml } from '../../tmx/decode.ts';
import type { XmlElement } from '../../tmx/model.ts';
import { crc32 } from './crc-32.ts';
import { MOST_ENTRIES, zipEntries } from './zip-entries.ts';
import type { ZipEntry } from './zip-entries.ts';
import { readPart } from './xml-part.ts';

/** What bounds the work on a hostile document. */
export interface PackageLimits {
  /** The most bytes that all parts together, of those that are read, have unpacked. Default 100 million. */
  readonly size?: number;
  /** The most bytes that come out of one byte of a part, where it has more than a million of them. Default 300. */
  readonly ratio?: number;
}

/** So many bytes are given to the unpacker at a time: at most a thousand times as many come out at once. */
const CHUNK = 16_384;
/** What is shorter may be of one character for all we care. */
const SHORT = 1_000_000;

/** A document that is a ZIP archive of XML parts. Parts that nobody asks for, such as pictures, are never unpacked. */
export class OfficePackage {
  readonly #bytes: Uint8Array;
  readonly #entries: readonly ZipEntry[];
  readonly #file: string;
  readonly #format: string;
  readonly #limits: Required<PackageLimits>;
  #unpacked = 0;

  /**
   * @param file how errors name the file.
   * @param format how errors name what it is read as: `DOCX`.
   * @throws {ParalignError} `office-invalid`, `office-refused`
   */
  constructor(bytes: Uint8Array, file: string, format: string, limits: PackageLimits = {}) {
    this.#bytes = bytes;
    this.#file = file;
    this.#format = format;
    this.#limits = { size: 100_000_000, ratio: 300, ...limits };
    const entries = zipEntries(bytes);
    if (entries === undefined) throw this.invalid('it is not a ZIP archive, or its end is missing');
    if (entries.length > MOST_ENTRIES) throw this.#refused(`it has more than ${MOST_ENTRIES} parts`);
    this.#entries = entries;
  }

  /** Whether there is a part of this name. */
  has(name: string): boolean {
    return this.#entries.some((entry) => entry.name === name);
  }

  /**
   * The text of a part, unpacked, held to its checksum, and decoded.
   *
   * @throws {ParalignError} `office-invalid`, `office-refused`, `file-encrypted`
   */
  text(name: string): string {
    const [entry, second] = this.#entries.filter((each) => each.name === name);
    if (entry === undefined) throw this.invalid(`it has no part ${name}`);
    if (second !== undefined) throw this.invalid(`it has two parts ${name}`);
    if (entry.isEncrypted) throw new ParalignError('file-encrypted', { file: this.#file });
    return this.#told(name, () => decodeXml(this.#unpack(entry), name));
  }

  /**
   * Goes through the elements of a part, as {@link readPart} has them.
   *
   * @throws {ParalignError} `office-invalid`, `office-refused`, `file-encrypted`
   */
  forEach(name: string, containers: readonly string[], look: (element: XmlElement) => void): void {
    const text = this.text(name);
    this.#told(name, () => {
      for (const element of readPart(text, name, containers)) look(element);
    });
  }

  /** What is wrong with a part is told of the file, with the part's name. */
  #told<Result>(name: string, work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof ParalignError)) throw error;
      const { line, column, offset, reason, encoding } = error.data;
      if (error.type === 'xml-malformed' || error.type === 'xml-refused') {
        const place = `${name}, line ${line}, column ${column}: ${reason}`;
        throw error.type === 'xml-refused' ? this.#refused(place, error) : this.invalid(place, error);
      }
      if (error.type === 'xml-bytes') throw this.invalid(`${name} is not ${encoding} at byte ${offset}`, error);
      if (error.type === 'xml-encoding') throw this.invalid(`${name} is not in ${encoding}, as it says`, error);
      throw error;
    }
  }

  /** The error that the document is not what it should be. */
  invalid(reason: string, cause?: unknown): ParalignError {
    return new ParalignError('office-invalid', { file: this.#file, format: this.#format, reason }, { cause });
  }

  #refused(reason: string, cause?: unknown): ParalignError {
    return new ParalignError('office-refused', { file: this.#file, format: this.#format, reason }, { cause });
  }

  #unpack({ name, method, crc, packedSize, size, offset }: ZipEntry): Uint8Array {
    if (this.#unpacked + size > this.#limits.size)
      throw this.#refused(`unpacked it has more than ${this.#limits.size} bytes of text and formatting`);
    if (size > SHORT && size > packedSize * this.#limits.ratio)
      throw this.#refused(`${name} would unpack to more than ${this.#limits.ratio} times its size`);
    this.#unpacked += size;
    const packed = this.#bytes.subarray(offset, offset + packedSize);
    const content = method === 0 ? packed : method === 8 ? inflate(packed, size) : undefined;
    if (method !== 0 && method !== 8) throw this.invalid(`${name} is packed in a way that documents are not`);
    if (content?.length !== size || crc32(content) !== crc) throw this.invalid(`${name} is damaged`);
    return content;
  }
}

/** @returns undefined where it cannot be unpacked, or is more than what the archive says. */
function inflate(packed: Uint8Array, size: number): Uint8Array | undefined {
  const content = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length <= size) content.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length; at += CHUNK) {
      stream.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length);
      if (length > size) return undefined;
    }
  } catch {
    return undefined;
  }
  return length === size ? content : undefined;
}
