/** The part of ncc's interface that the bundle is built with; the package brings no types. */
declare module '@vercel/ncc' {
  interface Options {
    readonly cache: boolean;
    /** Name of the file that holds the licences of what is bundled. */
    readonly license: string;
    readonly quiet: boolean;
    /** Modules that are not bundled, and what is imported in their place when the bundle runs. */
    readonly externals: Readonly<Record<string, string>>;
  }
  interface Built {
    readonly code: string;
    readonly assets: Readonly<Record<string, { readonly source: string | Buffer }>>;
  }
  export default function ncc(entry: string, options: Options): Promise<Built>;
}
