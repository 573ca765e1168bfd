/** The part of the `edtf` package that we use; it ships no types of its own. */
declare module 'edtf' {
  export interface EdtfValue {
    readonly type: string;
    /** Milliseconds since 1970 of the first and last instant; infinite or undefined at an open end. */
    readonly min?: number;
    readonly max?: number;
  }
  export default function edtf(text: string): EdtfValue;
}
