// What is used here of two packages that stand in admin/node_modules only after `make admin`.

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
  }): Promise<unknown>;
}

declare module "@sveltia/cms" {
  const CMS: { init(): void };
  export default CMS;
}
