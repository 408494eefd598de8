// What the scripts of the search read: the data that site/frame/partials/search.html writes, and the files that
// vejviser.site.search makes; and what they make of them.

interface SearchData {
  /** The folder of the search's files. */
  index: string;
  /** The file of each language. */
  signposts: Record<string, string>;
  places: string;
  base: string;
  language: string;
  /** The language that every page is written in. */
  main: { lang: string; dir: string };
  home: string;
  texts: Record<string, string>;
  /** How many were found, by the plural forms of the language. */
  counts: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
  links: { text: string; url: string }[];
}

/** How people type the letters of the portal's languages, as vejviser.pages.speech has it. */
interface Typing {
  /** A letter -> what is typed in its place: first the pair that stands for it, last the letter nearest to it. */
  letters: Record<string, [pair: string, ...single: string[]]>;
  /** Patterns of what counts as the same, and the one form for it. */
  same: [from: string, to: string][];
}

/** How words of a language are bent and joined, as vejviser.pages.search has it. */
interface SpeechRow {
  endings: string[];
  particles: string[];
  doubled: string;
  joins: string[];
}

interface Speech {
  fold(text: string): string;
  roots(word: string): string[];
  same(one: string, other: string): boolean;
  stem(word: string): string;
  joins: string[];
  little: Set<string>;
}

/** The search's file of a language. */
interface SearchFile {
  speech: SpeechRow & { typing: Typing; little: string[] };
  kinds: string[];
  /** The number of the kind that is found by its name only; -1 where there is none. */
  place: number;
  pages: SearchRow[];
  alike: string[][];
  leads: [address: string, place: string, phrases: string[]][];
  /** In which window of its page a place stands that editors lead to, by the address with the place. */
  windows: Record<string, number>;
  words: string;
  places: string;
  /** The windows that each word is asked of: what people type whom a window answers. */
  asked: string;
  lengths: string;
}

type SearchRow = [
  address: string,
  title: string,
  kind: number,
  audience: string,
  weight: number,
  text: string,
  windows: number,
  also: string[],
  foreign?: 1,
];

interface IndexedPage {
  address: string;
  title: string;
  kind: string;
  audience: string;
  weight: number;
  /** The name of the files with its text; none of a place. */
  text: string;
  /** The number of its first window, and how many it has. */
  first: number;
  windows: number;
  isForeign: boolean;
  isPlace: boolean;
  kindWords: string[];
  whole: string[];
  names: string[][];
}

interface SearchIndex {
  speech: Speech;
  vocabulary: string[];
  folded: string[];
  stems: string[];
  places: number[][];
  /** The windows that each word is asked of, as `places` has those it stands in. */
  asked: number[][];
  lengths: number[];
  /** How many words with places the headings of each window have. */
  headed: Uint8Array;
  byFolded: Map<string, number[]>;
  /** The words that may be forms of one. */
  byRoot: Map<string, number[]>;
  /** The number of each page. */
  byAddress: Map<string, number>;
  pages: IndexedPage[];
  /** The page of each window. */
  pageOf: Uint16Array;
  /** Words of pages' names. */
  called: Set<string>;
  alike: string[][][];
  leads: Lead[];
  windows: Record<string, number>;
}

interface Lead {
  page: number;
  place: string;
  phrase: string[];
  /** The words of it that say something. */
  telling: string[];
}

/** A word of a query, with the words of the texts that it stands for and how surely. */
interface Term {
  typed: string;
  word: string;
  stem: string;
  forms: Map<number, number>;
  /** The word that was meant, where it is misspelt. */
  guess: string;
  known: boolean;
}

interface Result {
  page: IndexedPage;
  score: number;
  /** What of the score its text and its name are worth, beside what editors have said. */
  found: number;
  /** Its whole name was typed. */
  named: boolean;
  /** Its window that says most; -1 where none does. */
  window: number;
  /** Where on the page an editor's words lead. */
  place: string;
}

interface Ranking {
  results: Result[];
  terms: Term[];
  unknown: string[];
  meant: string;
}

/** A result with where it was found. */
interface Found {
  result: Result;
  ranking: Ranking;
  index: SearchIndex;
  of: string;
}

/** `asked` are words that people use whom the passage answers, and that it does not have itself. */
type ShownPassage = [place: string, heading: string, asked: string, ...blocks: string[]];

interface PlaceFile {
  /** A letter of another script -> how it sounds, in Latin letters. */
  sounds: Record<string, string>;
  places: [address: string, names: string[]][];
}

interface SignpostFile {
  language: string;
  typing: Typing;
  speech: SpeechRow;
  posts: PostRow[];
}

/** A text; one that the language does not have, with the language and direction of the one it is in. */
type Written = string | [text: string, language: string, direction: string];

interface PostRow {
  id: string;
  words: string[];
  /** What has the same words and no need of help. */
  unless: string[];
  to: string;
  /** The pages that come first in the results, with the place on each. */
  first: string[];
  title: Written;
  text: Written;
  more: string;
  call: string;
  numbers: string;
  direction: string;
  /** Who answers, when, the number as it is read, and what a telephone dials; without a number the place of several. */
  lines: [name: Written, hours: Written, number: string, leads: string][];
}

/** For each word of a phrase, folded, those that may stand there. */
type Slots = string[][];
type Post = PostRow & { language: string; speech: Speech; phrases: Slots[]; harmless: Slots[] };
type Signposts = Post[];
/** A signpost, in the language that the query is in. */
type Signpost = Post;
