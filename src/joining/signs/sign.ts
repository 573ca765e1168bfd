/** Something that speaks for or against two members telling of one incident. */
export interface Sign {
  /** The name of its weight, which `weights.txt` explains. */
  readonly name: string;
  /** How strong it is; 1 is plain. */
  readonly value: number;
  /** What it is here, to be read in a list: "the same day (2024-02-07)". */
  readonly says: string;
}
