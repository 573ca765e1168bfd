import {
  dayOfCreation,
  type Extent,
  type GoldText,
  type GoldTime,
  TimesFileError,
  timeType,
} from './gold.js';
import { type XmlEvent, xmlEvents } from './xml.js';

type Attributes = Readonly<Record<string, string>>;

interface Mark extends Extent {
  readonly attributes: Attributes;
}

/**
 * Reads a TimeML file (.tml): the text is what stands in TEXT, its marks taken away. TIMEX3 elements in it are scored, but
 * not one that repeats the creation time (by its `tid` or functionInDocument). One without words is left out. Throws an
 * XmlError or TimesFileError.
 */
export function readTimeml(id: string, xml: string): GoldText {
  const { text, marks, elsewhere } = partsOf(xml);
  const creation =
    [...elsewhere, ...marks.map(({ attributes }) => attributes)].find(isCreation) ?? elsewhere[0];
  const repeats = ({ attributes }: Mark) =>
    isCreation(attributes) || (attributes.tid !== undefined && attributes.tid === creation?.tid);
  return {
    id,
    text,
    created: dayOfCreation(creation?.value),
    times: marks.filter((mark) => !repeats(mark)).map(timeOf),
    unscored: marks.filter(repeats).map(({ start, end }) => ({ start, end })),
  };
}

/** What TEXT holds, its TIMEX3 elements in order, and the attributes of those that stand outside of it, as in DCT. */
interface Parts {
  text: string;
  readonly marks: Mark[];
  readonly elsewhere: Attributes[];
}

function partsOf(xml: string): Parts {
  const parts: Parts = { text: '', marks: [], elsewhere: [] };
  const open: Omit<Mark, 'end'>[] = [];
  let [hasText, isInside] = [false, false];
  for (const event of xmlEvents(xml)) {
    if (event.is === 'text') {
      if (isInside) parts.text += event.text;
    } else if (event.name === 'TEXT') {
      isInside = event.is === 'open';
      hasText = true;
    } else if (event.name === 'TIMEX3') {
      follow(event, isInside, open, parts);
    }
  }
  if (!hasText) throw new TimesFileError('there is no TEXT element in it');
  return { ...parts, marks: parts.marks.toSorted((a, b) => a.start - b.start || b.end - a.end) };
}

/** Follows a TIMEX3 element that opens or closes. */
function follow(
  event: Exclude<XmlEvent, { is: 'text' }>,
  isInside: boolean,
  open: Omit<Mark, 'end'>[],
  parts: Parts,
): void {
  if (event.is === 'close') parts.marks.push(...closed(open.pop(), parts.text));
  else if (isInside) open.push({ attributes: event.attributes, start: parts.text.length });
  else parts.elsewhere.push(event.attributes);
}

/** A mark that ends with the text so far; none where it has no words. */
function closed(mark: Omit<Mark, 'end'> | undefined, text: string): Mark[] {
  return mark && text.length > mark.start ? [{ ...mark, end: text.length }] : [];
}

const isCreation = ({ functionInDocument }: Attributes) => functionInDocument === 'CREATION_TIME';

function timeOf({ start, end, attributes }: Mark): GoldTime {
  const { type, value = '', mod, anchorTimeID } = attributes;
  return { start, end, type: timeType(type), value, mod, anchor: anchorTimeID };
}
