import type { Family } from '../../src/record/index.js';

/** A shape for each family, in a box of 16 by 16, so that families differ by more than colour. */
export const shapes: Record<Family, string> = {
  explosion:
    'M8 .6 9.7 4.6 13.4 2.6 11.4 6.3 15.4 8 11.4 9.7 13.4 13.4 9.7 11.4 8 15.4 6.3 11.4 2.6 13.4 4.6 9.7.6 8 4.6 6.3 2.6 2.6 6.3 4.6Z',
  battle: 'M3.6 1.2 8 5.6l4.4-4.4 2.4 2.4L10.4 8l4.4 4.4-2.4 2.4L8 10.4l-4.4 4.4-2.4-2.4L5.6 8 1.2 3.6Z',
  violence: 'M8 1.5 15 14H1Z',
  unrest: 'M8 1.6a6.4 6.4 0 1 1 0 12.8A6.4 6.4 0 0 1 8 1.6Z',
  state_action: 'M2.2 2.2h11.6v11.6H2.2Z',
  accord: 'M8 .8 15.2 8 8 15.2.8 8Z',
  other_harm: 'M8 14.5 1 2h14Z',
  other: 'M4.4 1.8h7.2L15.2 8l-3.6 6.2H4.4L.8 8Z',
};
