/** Made up: a report, a line in capitals, a line without any, long and short sentences. */
export const texts = [
  'BAGHDAD, Feb 8 (AFP) — A U.S. drone strike on Wednesday killed a commander of Kataib Hezbollah and two of his guards, the U.S. Central Command said.\n“We don’t know who did it,” said Abu Ali, a spokesman.',
  'GUNMEN KILLED 12 VILLAGERS IN NORTHERN MALI, OFFICIALS SAID ON MONDAY.',
  'two soldiers were wounded when a roadside bomb hit their humvee near kandahar, police said',
  'Colonel Sami Haddad, who leads the 3rd Brigade; his deputy; and an aide were in the T-72 when it was hit (see page 3).',
  'Yes. No. 😀 …',
];
