import { describe, expect, it } from 'vitest';
import { lists } from '../lists.fixture.js';
import { entries } from '../lists.js';
import { prepareLemmas } from './lemmas.js';

const lemmatise = prepareLemmas(lists);

/** A base form, its -s, -ed (or past) and -ing. */
const VERBS = `
abduct abducts abducted abducting
accuse accuses accused accusing
advance advances advanced advancing
agree agrees agreed agreeing
allege alleges alleged alleging
ambush ambushes ambushed ambushing
arrest arrests arrested arresting
assassinate assassinates assassinated assassinating
attack attacks attacked attacking
ban bans banned banning
behead beheads beheaded beheading
besiege besieges besieged besieging
blame blames blamed blaming
bomb bombs bombed bombing
boycott boycotts boycotted boycotting
burn burns burned burning
capture captures captured capturing
charge charges charged charging
clash clashes clashed clashing
collapse collapses collapsed collapsing
collide collides collided colliding
condemn condemns condemned condemning
confirm confirms confirmed confirming
control controls controlled controlling
damage damages damaged damaging
declare declares declared declaring
deny denies denied denying
destroy destroys destroyed destroying
detain detains detained detaining
detonate detonates detonated detonating
die dies died dying
displace displaces displaced displacing
drown drowns drowned drowning
escape escapes escaped escaping
evacuate evacuates evacuated evacuating
execute executes executed executing
expel expels expelled expelling
explode explodes exploded exploding
extradite extradites extradited extraditing
fire fires fired firing
flee flees fled fleeing
gun guns gunned gunning
hijack hijacks hijacked hijacking
ignite ignites ignited igniting
injure injures injured injuring
interfere interferes interfered interfering
invade invades invaded invading
kidnap kidnaps kidnapped kidnapping
kill kills killed killing
loot loots looted looting
maim maims maimed maiming
march marches marched marching
massacre massacres massacred massacring
murder murders murdered murdering
negotiate negotiates negotiated negotiating
occur occurs occurred occurring
order orders ordered ordering
patrol patrols patrolled patrolling
persuade persuades persuaded persuading
pledge pledges pledged pledging
protest protests protested protesting
raid raids raided raiding
ransom ransoms ransomed ransoming
rape rapes raped raping
raze razes razed razing
release releases released releasing
rescue rescues rescued rescuing
resign resigns resigned resigning
retaliate retaliates retaliated retaliating
riot riots rioted rioting
rob robs robbed robbing
seize seizes seized seizing
shell shells shelled shelling
shoot shoots shot shooting
smuggle smuggles smuggled smuggling
stab stabs stabbed stabbing
starve starves starved starving
stop stops stopped stopping
storm storms stormed storming
strike strikes struck striking
surrender surrenders surrendered surrendering
target targets targeted targeting
topple topples toppled toppling
torch torches torched torching
torture tortures tortured torturing
unleash unleashes unleashed unleashing
use uses used using
veto vetoes vetoed vetoing
wound wounds wounded wounding`;

const FORMS = VERBS.trim()
  .split('\n')
  .flatMap((row) => {
    const [verb = '', s = '', past = '', ing = ''] = row.split(' ');
    return [
      [s, 'VBZ', verb],
      [past, 'VBD', verb],
      [past, 'VBN', verb],
      [ing, 'VBG', verb],
      [verb, 'VB', verb],
    ];
  });

describe('verbs of the news', () => {
  it('have the lemma that a dictionary gives', () => {
    const wrong = FORMS.filter(([form = '', tag = '', verb]) => lemmatise(form, tag) !== verb);
    expect(wrong.map(([form = '', tag = '']) => `${form} ${tag} → ${lemmatise(form, tag)}`)).toEqual([]);
  });

  it.each([
    ['hitting', 'VBG', 'hit'],
    ['fought', 'VBD', 'fight'],
    ['slew', 'VBD', 'slay'],
    ['slain', 'VBN', 'slay'],
    ['withdrew', 'VBD', 'withdraw'],
    ['withdrawn', 'VBN', 'withdraw'],
    ['left', 'VBN', 'leave'],
    ['been', 'VBN', 'be'],
    ['’re', 'VBP', 'be'],
    ['ca', 'MD', 'can'],
    ['n’t', 'RB', 'not'],
  ])('%s is %s of %s', (form, tag, lemma) => {
    expect(lemmatise(form, tag)).toBe(lemma);
  });
});

describe('nouns, adjectives and the rest', () => {
  it.each([
    ['clashes', 'NNS', 'clash'],
    ['houses', 'NNS', 'house'],
    ['hostages', 'NNS', 'hostage'],
    ['casualties', 'NNS', 'casualty'],
    ['gunmen', 'NNS', 'gunman'],
    ['troops', 'NNS', 'troop'],
    ['civilians', 'NNS', 'civilian'],
    ['knives', 'NNS', 'knife'],
    ['headquarters', 'NNS', 'headquarters'],
    ['Iraqis', 'NNPS', 'iraqi'],
    ['1990s', 'NNS', '1990s'],
    ['crisis', 'NN', 'crisis'],
    ['bus', 'NN', 'bus'],
    ['Paris', 'NNP', 'paris'],
    ['wounded', 'JJ', 'wounded'],
    ['during', 'IN', 'during'],
    ['deadliest', 'JJS', 'deadly'],
    ['larger', 'JJR', 'large'],
    ['worst', 'JJS', 'bad'],
    ['bigger', 'JJR', 'big'],
    ['them', 'PRP', 'they'],
    ['those', 'DT', 'that'],
  ])('%s, tagged %s, is %s', (form, tag, lemma) => {
    expect(lemmatise(form, tag)).toBe(lemma);
  });

  it('come back as they are where there is nothing to take off', () => {
    for (const form of ['s', 'ed', 'ing', 'es', 'er', '', '’s', '$', 'Ω', 'red', 'king', 'bed', 'gas']) {
      expect(lemmatise(form, 'NN')).toBe(form.replace('’', "'").toLowerCase());
    }
    expect(['red', 'bed', 'sing', 'bring'].map((form) => lemmatise(form, 'VBN'))).toEqual([
      'red',
      'bed',
      'sing',
      'bring',
    ]);
  });
});

describe('a word in capitals', () => {
  it.each([
    ['STRUCK', 'VBD', 'strike'],
    ['KILLING', 'VBG', 'kill'],
    ['SOLDIERS', 'NNS', 'soldier'],
    ['U.S.', 'NNP', 'u.s.'],
  ])('%s has the lemma %s %s', (form, tag, lemma) => {
    expect(lemmatise(form, tag)).toBe(lemma);
  });
});

describe('the list of irregular forms', () => {
  it('says each form once for a tag, in lower case, and no form that does not change', () => {
    const rows = entries(lists('syntax/irregular-forms')).map((row) => row.split('\t'));
    expect(new Set(rows.map(([form, tag]) => `${form} ${tag}`)).size).toBe(rows.length);
    for (const [form = '', tag = '', lemma = ''] of rows) {
      expect(form + lemma).toBe((form + lemma).toLowerCase());
      expect(tag).toMatch(/^[A-Z$]+$/);
      expect(lemma).not.toBe('');
    }
  });
});
