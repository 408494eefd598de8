// What search.js reads: the data that site/frame/partials/search.html writes, and Pagefind, which comes without types.

interface SearchData {
  index: string;
  language: string;
  /** The language that every page is written in. */
  main: { lang: string; dir: string };
  home: string;
  texts: Record<string, string>;
  /** How many were found, by the plural forms of the language. */
  counts: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
  links: { text: string; url: string }[];
}

/** How people type the letters of the portal's languages, as vejviser.content.typing has it. */
interface Typing {
  /** A letter -> what is typed in its place: first the pair that stands for it, last the letter nearest to it. */
  letters: Record<string, [pair: string, ...single: string[]]>;
  /** Patterns of what counts as the same, and the one form for it. */
  same: [from: string, to: string][];
}

interface Speech {
  typing: Typing;
  little: Set<string>;
}

/** The catalogue of titles, as vejviser.pages.search_titles writes it. */
interface Titles {
  typing: Typing;
  little: string[];
  pages: CatalogueRow[];
}

interface Catalogue {
  speech: Speech;
  pages: CataloguePage[];
}

/** A page in the catalogue of titles, as vejviser.pages.search_titles writes it: name in the index, title, kind, other names. */
type CatalogueRow = [id: string, title: string, kind: string, also: string[]];

interface CataloguePage {
  id: string;
  title: string;
  kind: string;
  kindWords: string[];
  whole: string[];
  names: string[][];
}

interface PagefindPart {
  title?: string;
  url: string;
  excerpt?: string;
  /** Which words of the page were found, counted from its first. */
  locations?: number[];
}

interface PagefindPage extends PagefindPart {
  excerpt: string;
  content?: string;
  meta: Record<string, string>;
  sub_results?: PagefindPart[];
}

interface PagefindResult {
  id: string;
  data(): Promise<PagefindPage>;
}

interface PagefindAnswer {
  results: PagefindResult[];
  /** How many pages there are of each value, by the filter's name. */
  filters: Record<string, Record<string, number>>;
}

interface PagefindOptions {
  filters?: Record<string, string>;
}

interface Pagefind {
  options(options: { excerptLength: number; ranking: Record<string, number>; noWorker: boolean }): Promise<void>;
  init(): Promise<void>;
  filters(): Promise<PagefindAnswer["filters"]>;
  search(query: string, options?: PagefindOptions): Promise<PagefindAnswer>;
  mergeIndex(address: string, options: { language: string }): Promise<void>;
}
