// What vejviser.pages.offline puts into templates/sw.js, and what the worker and a page say to each other.

declare const __BUILD__: {
  version: string;
  /** Path and hash of each stylesheet and script. */
  shell: [path: string, hash: string][];
  /** What is kept with the pages that have used it. */
  later: string[];
  areas: string[];
  form_files: string;
  language: string;
  sign: string;
  early: string;
  sheet: string;
  wipe: string;
  texts: Record<string, Record<string, string>>;
};
declare const __DAYS__: number;

/**
 * A page asks to be kept: its address, the files it has used, and whether its reader has chosen to save it. Or, with
 * `drop`, not to be kept any more.
 */
interface Wish {
  url: string;
  files: string[];
  save?: boolean;
  drop?: boolean;
}

/** A page or file in a cache of an older version. */
interface Entry {
  cache: Cache;
  request: Request;
}

/** The global object of a service worker; the compiler's own description is that of any worker. */
interface WorkerGlobalScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: Clients;
  skipWaiting(): Promise<void>;
  addEventListener<Name extends keyof ServiceWorkerGlobalScopeEventMap>(
    type: Name,
    listener: (event: ServiceWorkerGlobalScopeEventMap[Name]) => void,
  ): void;
}
