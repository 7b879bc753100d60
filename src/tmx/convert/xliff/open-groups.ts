import type { XmlText } from '../xml-text.ts';
import { some } from './numbers.ts';

/** The groups of XLIFF that are open while units are written one after the other. */
export class OpenGroups {
  readonly #version: '1.2' | '2.1';
  readonly #taken = new Set<string>();
  #open: readonly string[] = [];

  constructor(version: '1.2' | '2.1') {
    this.#version = version;
  }

  /** What closes the groups that the next unit does not stand in, and opens those that it does. */
  move(groups: readonly string[], xml: XmlText): string {
    let shared = 0;
    while (shared < groups.length && this.#open[shared] === groups[shared]) shared += 1;
    const closed = this.#open.slice(shared).map(() => '    </group>\n');
    const opened = groups.slice(shared).map((id) => `    <group${xml.attributes(this.#attributes(id))}>\n`);
    this.#open = groups;
    return [...closed, ...opened].join('');
  }

  /** The id where no other group of the file has it, else another one, and the id as the group's name. */
  #attributes(id: string): ReturnType<typeof some> {
    const isFree = !this.#taken.has(id) && !isMade(id) && (this.#version === '1.2' || /^[\w.-]+$/.test(id));
    const own = isFree ? id : this.#made();
    this.#taken.add(own);
    return isFree ? { id } : some({ id: own, [this.#version === '1.2' ? 'resname' : 'name']: id });
  }

  #made(): string {
    let k = this.#taken.size + 1;
    while (this.#taken.has(`${MADE}${k}`)) k += 1;
    return `${MADE}${k}`;
  }
}

const MADE = 'group-';

function isMade(id: string): boolean {
  return new RegExp(`^${MADE}\\d+$`).test(id);
}

/** The id that a group had before it was written: what it is called where the id was made. */
export function idOfGroup(id: string | undefined, name: string | undefined): string | undefined {
  return id === undefined || (isMade(id) && name !== undefined) ? name : id;
}
