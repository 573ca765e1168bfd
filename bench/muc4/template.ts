/** The slots of a MUC-4 template, in their order; the two of the message itself are left out. */
export const SLOTS = [
  'INCIDENT: DATE',
  'INCIDENT: LOCATION',
  'INCIDENT: TYPE',
  'INCIDENT: STAGE OF EXECUTION',
  'INCIDENT: INSTRUMENT ID',
  'INCIDENT: INSTRUMENT TYPE',
  'PERP: INCIDENT CATEGORY',
  'PERP: INDIVIDUAL ID',
  'PERP: ORGANIZATION ID',
  'PERP: ORGANIZATION CONFIDENCE',
  'PHYS TGT: ID',
  'PHYS TGT: TYPE',
  'PHYS TGT: NUMBER',
  'PHYS TGT: FOREIGN NATION',
  'PHYS TGT: EFFECT OF INCIDENT',
  'PHYS TGT: TOTAL NUMBER',
  'HUM TGT: NAME',
  'HUM TGT: DESCRIPTION',
  'HUM TGT: TYPE',
  'HUM TGT: NUMBER',
  'HUM TGT: FOREIGN NATION',
  'HUM TGT: EFFECT OF INCIDENT',
  'HUM TGT: TOTAL NUMBER',
] as const;
export type Slot = (typeof SLOTS)[number];

/** What stands in a slot, and, where the slot wants it, of which target, instrument or organisation it is said. */
export interface Fill {
  readonly value: string;
  readonly of?: readonly string[];
}

/** A template that a reading gave: upper case, dates as `03 JAN 90`, a slot without fills left out or empty. */
export type Template = Readonly<Partial<Record<Slot, readonly Fill[]>>>;

/** A fill of the key: any of its choices is right, and an optional one may be left out. */
export interface KeyFill {
  readonly optional: boolean;
  readonly choices: readonly Fill[];
}

export interface KeyTemplate {
  readonly optional: boolean;
  readonly slots: Readonly<Partial<Record<Slot, readonly KeyFill[]>>>;
}

/** The incident types, as they stand in answers. */
export const TYPES = ['attack', 'bombing', 'kidnapping', 'arson', 'robbery', 'forced work stoppage'] as const;
export type IncidentType = (typeof TYPES)[number];

/** The five roles of an answer, and the slot that each is. */
export const ROLE_SLOTS = {
  PerpInd: 'PERP: INDIVIDUAL ID',
  PerpOrg: 'PERP: ORGANIZATION ID',
  Target: 'PHYS TGT: ID',
  Victim: 'HUM TGT: NAME',
  Weapon: 'INCIDENT: INSTRUMENT ID',
} as const satisfies Record<string, Slot>;
export type Role = keyof typeof ROLE_SLOTS;
export const ROLES = Object.keys(ROLE_SLOTS) as readonly Role[];

/** A template as it is written out: an entity is a list of mentions. */
export interface Answer extends Readonly<Record<Role, readonly (readonly string[])[]>> {
  readonly incident_type: string;
}

/** What is written out of the templates of a text. Of those that are alike in it, one: GTT's key has one of such too. */
export function answersOf(templates: readonly Template[]): Answer[] {
  return [...new Map(templates.map(answerOf).map((answer) => [JSON.stringify(answer), answer])).values()];
}

/** What of a template is written out. Each entity is given by the one mention that names it best. */
export function answerOf(template: Template): Answer {
  const entities = Object.fromEntries(
    ROLES.map((role) => [role, (template[ROLE_SLOTS[role]] ?? []).map(({ value }) => [value])]),
  ) as Record<Role, string[][]>;
  return { incident_type: template['INCIDENT: TYPE']?.[0]?.value.toLowerCase() ?? 'attack', ...entities };
}
