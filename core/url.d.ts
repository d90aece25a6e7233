// The URL standard is pure and the same in Node and in browsers; only this much of it is let into core.
declare class URL {
  constructor(input: string, base?: string);
  readonly protocol: string;
  readonly hostname: string;
  readonly port: string;
  readonly username: string;
  readonly password: string;
  pathname: string;
  search: string;
  hash: string;
  readonly href: string;
  readonly origin: string;
}
