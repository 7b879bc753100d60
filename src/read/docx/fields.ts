/** A field: a place where a program puts in what it works out, such as a page number, or what a link is made of. */
interface Field {
  /** What is worked out, as far as it is of interest: `HYPERLINK "https://example.org"`. */
  code: string;
  /** Whether what comes next is the result and no longer the code. */
  isResult: boolean;
  link?: string | undefined;
  isGenerated?: boolean;
}

/** What a program makes of the rest of the document. */
const GENERATED = /^\s*(?:TOC|TOA|INDEX)\b/i;
const LINK = /^\s*HYPERLINK\s+(?:"([^"]*)"|(\\l)\s+"([^"]*)"|([^"\s\\]\S*))/i;

/** More fields in each other than this, and what is in them is taken as text of the innermost that counts. */
const MAX_OPEN = 100;
/** Addresses are shorter; the rest of a longer code is not looked at. */
const MAX_CODE = 10_000;

/** The fields that are open where a text is read. They may begin in one paragraph and end in another. */
export class Fields {
  readonly #open: Field[] = [];
  #excess = 0;

  begin(): void {
    if (this.#open.length < MAX_OPEN) this.#open.push({ code: '', isResult: false });
    else this.#excess += 1;
  }

  /** The code is over, the result begins. */
  separate(): void {
    const field = this.#open.at(-1);
    if (field === undefined || this.#excess > 0) return;
    field.isResult = true;
    field.link = linkOf(field.code);
    field.isGenerated = isGeneratedBy(field.code);
  }

  end(): void {
    if (this.#excess > 0) this.#excess -= 1;
    else this.#open.pop();
  }

  addCode(text: string): void {
    const field = this.#open.at(-1);
    if (field !== undefined && !field.isResult && field.code.length < MAX_CODE) field.code += text;
  }

  /** Whether what stands here is no text that anybody sees. */
  get isCode(): boolean {
    return this.#open.some(({ isResult }) => !isResult);
  }

  /** Whether what stands here is a table of contents or an index. */
  get isGenerated(): boolean {
    return this.#open.some(({ isGenerated }) => isGenerated === true);
  }

  /** Where the text leads, if it is a link. */
  get link(): string | undefined {
    return this.#open.findLast(({ link }) => link !== undefined)?.link;
  }
}

/** Where the code of a field leads; an address inside the document begins with `#`. */
export function linkOf(code: string): string | undefined {
  const [, quoted, , anchor, bare] = LINK.exec(code) ?? [];
  return anchor === undefined ? (quoted ?? bare) : `#${anchor}`;
}

/** Whether the code of a field makes a table of contents or an index. */
export function isGeneratedBy(code: string): boolean {
  return GENERATED.test(code);
}
