// What is used here of packages that stand in admin/node_modules only after `make admin`.

declare module "esbuild" {
  export function build(options: {
    entryPoints: Record<string, string>;
    bundle: boolean;
    splitting: boolean;
    format: "esm";
    minify: boolean;
    outdir: string;
    external: string[];
    logLevel: "warning";
    plugins: {
      name: string;
      setup(running: {
        onLoad(where: { filter: RegExp }, load: (file: { path: string }) => Promise<{ contents: string; loader: "json" }>): void;
      }): void;
    }[];
  }): Promise<unknown>;
}

declare module "@sveltia/cms" {
  /** An entry, as an Immutable map. */
  interface Entry {
    get(name: string): string;
  }
  const CMS: {
    init(options: { config: object }): void;
    registerCustomFormat(name: string, extension: string, format: { fromFile(text: string): object; toFile(values: any): string }): void;
    registerEventListener(listener: { name: string; handler(event: { author: { login?: string }; entry: Entry }): unknown }): void;
  };
  export default CMS;
}

declare module "yaml" {
  /** A node or a token: what the library makes of a text differs too much with it to be told here. */
  type Loose = any;
  interface Options {
    logLevel?: "silent";
    version?: "1.1";
    compat?: "yaml-1.1";
    keepSourceTokens?: boolean;
  }
  export const CST: {
    stringify(token: Loose): string;
    setScalarValue(token: Loose, value: string, options: { type?: "PLAIN" | "QUOTE_DOUBLE" }): void;
  };
  export class Parser {
    parse(text: string): Iterable<Loose>;
  }
  export class Composer {
    constructor(options: Options);
    compose(tokens: Iterable<Loose>, forceDoc: boolean, endOffset: number): Iterable<Loose>;
  }
  export class Document {
    constructor(value: unknown, options: Options);
    toString(options: { lineWidth: number; flowCollectionPadding: boolean; minContentWidth?: number }): string;
  }
  export function parseDocument(text: string, options: Options): { errors: unknown[]; toJS(): unknown };
  export function visit(document: Document, visitor: Record<string, (key: Loose, node: Loose) => void>): void;
  export function isMap(node: Loose): boolean;
  export function isScalar(node: Loose): boolean;
  export function isSeq(node: Loose): boolean;
}
