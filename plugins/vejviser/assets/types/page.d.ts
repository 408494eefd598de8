// What the templates write and the scripts rely on: each selector that a script asks for, and the element that it finds.
// A selector that stands nowhere here gives "perhaps an element", as in any browser. No byte of this reaches a reader;
// tests/scripts/page.test.js holds it together with the templates.

/** An element with `data-` attributes that are always there, named as in `dataset`. */
type Data<Names extends string, Kind extends Element = HTMLElement> = Kind & { readonly dataset: Record<Names, string> };

/** An element in which these selectors find something; `null` stands among the kinds of what may be missing. */
type Holding<Parts, Kind extends Element = HTMLElement> = {
  querySelector<Selector extends keyof Parts>(selector: Selector): Parts[Selector];
  querySelectorAll<Selector extends keyof Parts>(selector: Selector): NodeListOf<NonNullable<Parts[Selector]> & Node>;
} & Kind;

/** An element that stands inside others. */
type Inside<Around, Kind extends Element = HTMLElement> = {
  closest<Selector extends keyof Around>(selector: Selector): Around[Selector];
} & Kind;

/** A form and its fields by their names in the address. */
type FormOf<Fields, Kind extends HTMLFormElement = HTMLFormElement> = Kind & { readonly elements: Fields };

/** What happens to an element, or to one inside it: text and the document are never its target. */
type At<Happening extends Event, Target extends Element = Element> = Happening & { readonly target: Target };

/** The value of an attribute that names an element on the same page. */
type ElementId = string & { readonly names: "element" };

type Toggle = HTMLButtonElement & { readonly dataset: { toggle: ElementId } };

type SortableTable = HTMLTableElement & { readonly tHead: HTMLTableSectionElement };

type Tile = Holding<{ ".tile-mark": SVGTextElement; title: SVGTitleElement }, SVGAElement> & Data<"code" | "column" | "row" | "name", SVGAElement>;

type TileFigure = Holding<{
  ".tile": Tile;
  "[data-here]": HTMLElement;
  "[data-legend]": Data<"legend">;
  "[data-colour-by]": HTMLSelectElement | null;
}>;

type Quarter = Holding<{ "[data-tilemap]": TileFigure | null }> & Data<"quarter">;

type MaterialCard = Holding<{ ".card-files a": WrittenLink }>;
type MaterialList = Holding<{ ".material-card": MaterialCard }> & Data<"places">;
type MaterialForm = Holding<
    {
      ".filter-municipality select": HTMLSelectElement;
      select: HTMLSelectElement;
      "[data-count]": Data<"none" | "one" | "other">;
      "[data-prefilled-note]": Data<"text">;
      "[data-more-filters]": HTMLDetailsElement;
      "[type=reset]": HTMLButtonElement;
    },
    HTMLFormElement
  >;
type Prefilled = Holding<{ "[data-municipality-name]": HTMLElement }, HTMLAnchorElement> & Data<"name", HTMLAnchorElement>;
type MunicipalityChooser = Holding<{ select: HTMLSelectElement; "[data-prefilled]": Holding<{ a: Prefilled }> }> & Data<"places">;

type DirectoryField = HTMLInputElement | HTMLSelectElement;
type DirectoryForm = Holding<{ "input, select": DirectoryField; "[data-clear]": HTMLButtonElement; "[data-more-filters]": HTMLDetailsElement | null }, HTMLFormElement> & FormOf<HTMLFormControlsCollection & { navn: HTMLInputElement; region?: HTMLSelectElement }>;
type DirectoryRow = Data<string, HTMLTableRowElement>;
type DirectoryRows = HTMLTableSectionElement & {
  readonly rows: HTMLCollectionOf<DirectoryRow>;
  readonly parentElement: HTMLTableElement;
};
type Directory = Holding<{
    "[data-form]": DirectoryForm;
    "[data-rows]": DirectoryRows;
    "[data-count]": HTMLElement;
    "[data-nothing]": HTMLElement;
    "[data-clear]": HTMLButtonElement;
    "[data-tilemap]": TileFigure | null;
    "[data-colour-by]": HTMLSelectElement | null;
    "[data-map-fold]": HTMLDetailsElement | null;
  }> & Data<"found" | "speech">;

type Deadlines = Holding<{ ol: HTMLOListElement }>;
type GuideForm = Holding<
    {
      "[data-shown]": HTMLElement;
      "[data-deadlines]": Deadlines | null;
      "[data-ics-failed]": Data<"icsFailed">;
      "[data-ics]": HTMLButtonElement | null;
      "[data-clear]": HTMLButtonElement | null;
    },
    HTMLFormElement
  > & FormOf<HTMLFormControlsCollection & { rolle: RadioNodeList & Iterable<HTMLInputElement>; dato?: HTMLInputElement }> & Data<"guide" | "count" | "calendar", HTMLFormElement>;
type Dot = Data<"roles"> & { readonly dataset: { step: ElementId } };
type Task = Holding<{ "[data-due]": HTMLElement; a: HTMLAnchorElement }> & Data<"step" | "roles" | "title">;
type Phase = Holding<{ "[data-step]": HTMLElement; "[data-empty]": HTMLElement | null }>;

type CaseForm = Holding<{ "[data-case-count]": Data<"text" | "none">; "#case-municipality": HTMLSelectElement }, HTMLFormElement> & FormOf<HTMLFormControlsCollection & { tema: HTMLSelectElement }>;

type BookPlace = Holding<{ a: HTMLAnchorElement }> & Data<"book">;
/** A link as the page was written, with an address. */
type WrittenLink = { getAttribute(name: "href"): string } & HTMLAnchorElement;

type Contact = Inside<{ ul: HTMLUListElement; li: HTMLLIElement; "[data-contacts]": Holding<{ "[data-main-entry]": HTMLElement }> }> & Data<"shownUntil">;

type DeviceButtons = Holding<{ "[data-answer]": Data<never, HTMLButtonElement> & { readonly dataset: { answer: "own" | "shared" } } }>;
type DeviceQuestion = Holding<{ "[role=status]": HTMLElement; ".buttons": DeviceButtons }> & Data<"save" | "ask" | "why" | "own" | "shared">;

interface WipeParts {
  text: HTMLElement;
  now: HTMLButtonElement;
  close: Data<"close" | "cancel", HTMLButtonElement>;
  said: Data<"done" | "failed">;
}
type WipeDialog = {
  querySelector<Name extends keyof WipeParts>(selector: `[data-wipe-${Name}]`): WipeParts[Name];
} & HTMLDialogElement;

type Feedback = Holding<{
  ".feedback-text": HTMLElement;
  "[data-feedback]": Data<"feedback", HTMLButtonElement>;
  "[data-feedback-copy]": Data<"done" | "failed", HTMLButtonElement>;
  "[role=status]": HTMLElement;
}>;

type ParallelButton = Data<"beside", HTMLButtonElement>;
type ParallelBox = Holding<{ "[data-beside]": ParallelButton; "[role=status]": HTMLElement }> & Data<"two" | "one" | "failed">;

type ItemElement = Holding<{
    "input[type=checkbox]": HTMLInputElement;
    ".item-text": HTMLElement;
    ".tag": HTMLElement | null;
    ".badge-new": HTMLElement | null;
  }> & Data<"item" | "said" | "role">;
/** What an input, a text area and a select have in common here. */
interface FieldControl extends HTMLElement {
  readonly type: string;
  value: string;
  checked?: boolean;
}
type FieldElement = Holding<{
    "input, textarea, select": FieldControl;
    option: HTMLOptionElement;
    ".on-paper": HTMLElement | null;
    "[data-choice]": Data<"choice">;
  }> & Data<"field">;
type ChecklistElement = Inside<
  { "[lang]": HTMLElement },
  Holding<{ "[data-item]": ItemElement; "[data-field]": FieldElement; "[data-section]": HTMLElement }> & Data<"checklist">
>;
type FollowUpElement = Data<"followUp" | "offset"> & { readonly parentElement: HTMLLIElement };
type FollowUpsElement = Holding<{ "[data-follow-up]": FollowUpElement; ul: HTMLUListElement }> & Data<never>;

/** What is written into a field of a form. */
interface FillControl extends FieldControl {
  readonly validity: ValidityState;
  readonly options?: HTMLOptionsCollection;
}
type FillField = Holding<{ "input, textarea, select": FillControl; "[data-label]": HTMLElement; "[data-error]": HTMLElement }> & {
  readonly dataset: { field: string; type: "text" | "multiline" | "date" | "choice" | "checkbox"; needs?: string; answer?: string };
};
type FillButton = Data<"blank" | "name" | "written", HTMLButtonElement> & { readonly dataset: { make: "docx" | "odt" | "pdf" } };
type FillForm = Holding<
    {
      "[data-field]": FillField;
      "[data-group]": HTMLFieldSetElement;
      "[data-make]": FillButton;
      "[data-municipality]": HTMLSelectElement | null;
      "[data-told]": HTMLElement;
      "[data-single]": HTMLInputElement;
      "[data-remember]": HTMLInputElement;
      "[data-remembered]": HTMLElement;
      "[data-errors]": Holding<{ ul: HTMLUListElement }>;
      "[data-steps]": HTMLElement;
      "[data-steps] progress": HTMLProgressElement;
      "[data-step-text]": HTMLElement;
      "[data-back]": HTMLButtonElement;
      "[data-next-step]": HTMLButtonElement;
      "[data-end]": HTMLButtonElement;
      "[data-back-to-form]": HTMLButtonElement;
      "[data-end-part]": HTMLElement;
      "[data-end-part] h2": HTMLHeadingElement;
      "[data-count]": HTMLElement;
      "[data-said]": HTMLElement;
      "[data-clear-form]": HTMLButtonElement;
    },
    HTMLFormElement
  > & Data<"fill" | "language" | "facts", HTMLFormElement>;
/** A line of a course: a step that begins, or a follow-up of one of its lists. */
type CourseLine = Inside<{ li: Holding<{ "[data-list]": Data<"list"> }, HTMLLIElement> }> & Data<"offset">;
type CourseElement = Holding<{
    "[data-step]": CourseLine & Data<"step">;
    "[data-follow-up]": CourseLine & Data<"followUp">;
  }> & Data<"course" | "title" | "language" | "start" | "startLanguage">;

type WholeBook = Holding<{ button: HTMLButtonElement; progress: HTMLProgressElement; "[role=status]": HTMLElement }> & Data<"wholeBook" | "save" | "keptText" | "progress" | "cancel" | "remove" | "failed" | "removed">;

/** What the pages hold, wherever on them. */
interface PageParts {
  "[data-my-match]": HTMLElement;
  "[data-course]": CourseElement;
  "[data-toggle]": Toggle;
  "[data-colours]": HTMLButtonElement;
  "[data-reading]": HTMLButtonElement;
  "[data-whole-book]": WholeBook;
  "[data-search-open]": HTMLButtonElement;
  "[data-search-box]": HTMLFormElement;
  ".prose :is(table, pre:not(.feedback-text))": HTMLElement;
  ".feedback": Feedback | null;

  "[data-device-question]": DeviceQuestion;
  "[data-wipe-dialog]": WipeDialog;
  "[data-wipe]": HTMLButtonElement;
  "[data-kept]": HTMLElement;
  "[aria-pressed=true]": HTMLElement | null;
  ".chapter-place, .eyebrow": HTMLElement | null;
  "[data-offline-save]": HTMLButtonElement | null;

  "[data-book]": BookPlace;
  ".prose > h2[id]": HTMLHeadingElement;
  ".chapters a": WrittenLink;

  "[data-checklist]": ChecklistElement | null;
  "[data-follow-ups]": FollowUpsElement | null;

  "[data-parallel]": ParallelBox | null;
  "[data-field]": FieldElement;
  "option[data-own]": HTMLOptionElement;
  ".languages a": HTMLAnchorElement;
  "[data-fill]": FillForm | null;
  "[data-keep]": Data<"keep"> | null;

  "[data-guide]": GuideForm;
  ".prose [data-step]": Task;
  ".timeline [data-step]": Dot;
  "[data-phase]": Phase;
  ".part": Holding<{ summary: HTMLElement }, HTMLDetailsElement>;
  "[data-open-all]": HTMLButtonElement;
  "[data-start-day]": HTMLElement;
  "[data-print]": HTMLButtonElement | null;
  "[data-case-filter]": CaseForm;
  "[data-cases] > .case": Data<"themes" | "municipality">;

  "[data-barometer]": Holding<{ "[data-quarter]": Quarter; "[data-sortable]": SortableTable }> & Data<"alphabet" | "sort" | "up" | "down">;
  "[data-barometer-controls]": Holding<{ input: HTMLInputElement; "[data-chosen]": HTMLElement; "[data-sorted]": HTMLElement }>;
  "[data-directory]": Directory;
  "[data-shown-until]": Contact;
  "[data-material-filter]": MaterialForm | null;
  "[data-materials]": MaterialList | null;
  "[data-choose-municipality]": MunicipalityChooser;

  "[data-in-app]": HTMLElement | null;
  "[data-places]": Data<"places"> | null;
  "article[data-not-found]": Holding<{ h2: HTMLHeadingElement }> & Data<"notFound" | "script">;
  "main > article:not([data-not-found])": HTMLElement;
}

interface ParentNode {
  querySelector<Selector extends keyof PageParts>(selector: Selector): PageParts[Selector];
  querySelectorAll<Selector extends keyof PageParts>(selector: Selector): NodeListOf<NonNullable<PageParts[Selector]>>;
}

interface Document {
  getElementById(id: "search-data"): HTMLScriptElement;
  getElementById(id: ElementId): HTMLElement;
  addEventListener(type: "click", listener: (event: At<MouseEvent>) => void): void;
  addEventListener(type: "keydown", listener: (event: At<KeyboardEvent>) => void): void;
}

interface HTMLElement {
  addEventListener(type: "click" | "mouseover", listener: (event: At<MouseEvent>) => void): void;
  addEventListener(type: "focusin", listener: (event: At<FocusEvent>) => void): void;
  addEventListener(type: "keydown", listener: (event: At<KeyboardEvent>) => void): void;
}

interface HTMLButtonElement {
  addEventListener<Button extends HTMLButtonElement>(
    this: Button,
    type: "click",
    listener: (event: MouseEvent & { readonly currentTarget: Button }) => void,
  ): void;
}

interface HTMLSelectElement {
  addEventListener(type: "input", listener: (event: At<Event, HTMLSelectElement>) => void): void;
}

interface HTMLFormElement {
  addEventListener(type: "change", listener: (event: At<Event>) => void): void;
}

interface IDBFactory {
  /** The standard makes every entry with both its members. */
  databases(): Promise<Required<IDBDatabaseInfo>[]>;
}

interface FormData {
  /** The one field of the search box, which is text. */
  get(name: "q"): string;
}

declare namespace Intl {
  interface Collator {
    /** ECMA-402 makes text of what it is given. */
    compare(one: string | number, other: string | number): number;
  }
}

interface String {
  /** The language makes text of a number. */
  replace(from: string, to: number): string;
}

interface JSON {
  /** What a store does not hold is null, and is read as null. */
  parse(text: string | null): any;
}
