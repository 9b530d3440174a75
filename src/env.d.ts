/// <reference types="astro/client" />

declare namespace App {
  /** What the host hands to every on-demand page and endpoint; `viewer` comes from the middleware. */
  interface Locals {
    db: import('#db/client.ts').Database;
    catalogue: import('#domain/course/catalogue.ts').Catalogue;
    /** Secret added to every PIN and passphrase before hashing; lives in a file beside the database. */
    pepper: Uint8Array;
    /** Path of the key that certificates are signed with, whether it is there or not. */
    keyFile: string;
    /** Where certificates are checked, without path; the address of the request where it is not set. */
    checkUrl: string | undefined;
    /** The address that people type, without path; undefined where nobody said any. */
    siteUrl: string | undefined;
    /** What its keeper may know of this server; undefined where no host serves (`npm run dev`). */
    machine: import('#domain/machine.ts').Machine | undefined;
    requestId: string;
    /** Address of the socket; never taken from a header. */
    clientAddress: string;
    /** Whether the request came by TLS: session cookies are then `Secure`. */
    secure: boolean;
    /** At the address that the house had before TLS: the one it has now, without path. */
    movedTo: string | undefined;
    /** When the host's own certificate ends, milliseconds since 1970; undefined without one. */
    certificateEndsAt: number | undefined;
    /** Writes a defect to the log under the request's id; the answer says no more than that id. */
    reportDefect: (error: unknown) => void;
    viewer: import('#domain/person/person.ts').Viewer | undefined;
    /** The release that answers; absent in the dev server. */
    releaseId?: string;
    /** Builds what is published; absent on a machine that cannot build. */
    publisher?: { wake(): void; release(): void; isBuilding(): boolean } | undefined;
    /** Set by the page that shows a lesson before it is published, for the components that the lesson uses. */
    preview?: import('#domain/course/entries.ts').Preview;
  }
}
