/** Words as a set. */
function names(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** HTML's elements that begin and end a block; all others stand inside a text. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = names(`
  address article aside blockquote body caption center colgroup dd details dialog dir div dl dt fieldset figcaption figure
  footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup p pre search section
  summary table tbody td tfoot th thead tr ul xmp listing plaintext`);

/** What holds no text of the page: programs, styles, forms' controls, what is drawn or played. */
export const SILENT_ELEMENTS: ReadonlySet<string> = names(`
  script style noscript template head title iframe noframes noembed object applet audio video canvas map datalist select
  button input textarea progress meter`);

/** What stands in a text as a whole, without text of its own. */
export const STANDALONE_ELEMENTS: ReadonlySet<string> = names(`img embed svg math wbr area source track`);

/** The roles of what leads around a page, or away from it. */
export const FURNITURE_ROLES: ReadonlySet<string> = names(`
  navigation search banner contentinfo complementary menu menubar toolbar tablist tree dialog alertdialog alert`);

export const LISTS: ReadonlySet<string> = names('ul ol menu dir dl');
