/** Names that are plainly no private person's. Own work; in doubt a word is left out, and its name withheld. */

const list = (words: string) => new Set(words.trim().split(/\s+/));

/** Words that make the run of capitals that they stand in an organisation, a place, or a ship. */
const ORGANISATION = list(`
  army navy police force forces military guard guards marines corps regiment division battalion brigade brigades fleet
  militia front cartel gang movement taliban ministry government administration cabinet parliament senate congress assembly
  council department office bureau agency authority commission committee embassy consulate municipality court tribunal
  party union association organisation organization foundation federation institute university college school church mosque
  cathedral temple synagogue hospital clinic company group corporation inc ltd bank airlines airways society observatory
  network centre center mission service services cross crescent fund league coalition alliance team club news times
  post radio television tv press nations kataib jabhat lashkar states republic kingdom emirates union state province
  region district city village town camp river sea island islands strip street road square airport port bridge base
  prison station hotel market valley county border north south east west northern southern eastern western central`);

/** Peoples, faiths, armed groups and short names of states, singular; plurals in -s are found too. */
const KNOWN = list(`
  us usa u.s. uk u.k. uae eu un u.n. nato drc idf israel russia ukraine britain england scotland wales america
  afghan albanian algerian american angolan arab argentine armenian asian african australian austrian azerbaijani azeri
  bangladeshi belarusian belgian beninese bolivian bosnian brazilian british briton bulgarian burkinabe burmese burundian
  cambodian cameroonian canadian chadian chechen chilean chinese colombian congolese croatian cuban czech danish dutch
  ecuadorian egyptian emirati english eritrean estonian ethiopian european filipino finnish french georgian german
  ghanaian greek guatemalan guinean haitian honduran hungarian indian indonesian iranian iraqi irish israeli italian
  ivorian japanese jordanian kashmiri kazakh kenyan korean kurd kurdish kuwaiti kyrgyz lebanese liberian libyan
  lithuanian malaysian malian mexican moroccan mozambican nepalese nepali nigerian nigerien norwegian omani pakistani
  palestinian peruvian philippine polish portuguese qatari romanian rwandan russian saudi scottish senegalese serbian
  somali spanish sudanese swedish swiss syrian taiwanese tajik tamil tanzanian thai tibetan togolese tuareg tunisian
  turkish turk turkmen ugandan ukrainian uyghur uzbek venezuelan vietnamese welsh yemeni zambian zimbabwean rohingya yazidi
  druze alawite sunni shia shiite muslim christian catholic jew jewish hindu sikh baloch pashtun fulani hausa
  hamas hezbollah hizbollah houthi isis isil is fatah farc pkk ypg rsf m23 al-shabaab al-qaeda`);

const DATES = list(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december ramadan christmas easter eid`);

/** Nouns and adjectives of descriptions: "teacher", "elderly farmer". Singular; plurals in -s are found too. */
const DESCRIPTION = list(`
  person people civilian man men woman women boy girl child children teenager youth baby infant adult student pupil
  teacher professor doctor nurse medic paramedic driver farmer shepherd herder fisherman fishermen trader worker miner
  labourer journalist reporter photographer editor activist lawyer judge prosecutor priest pastor imam bishop nun monk
  soldier officer policeman policemen policewoman guard fighter militant gunman gunmen rebel commander general captain
  colonel sergeant recruit conscript troop pilot sailor official politician lawmaker minister mayor governor councillor
  president candidate leader chief member protester demonstrator rioter worshipper passenger commuter bystander resident
  villager local migrant refugee hostage prisoner detainee suspect attacker bomber victim survivor husband wife father
  mother son daughter brother sister uncle aunt cousin nephew niece family relative neighbour friend couple tourist
  foreigner national citizen shopkeeper businessman businesswoman employee engineer singer artist athlete player
  injured wounded dead others other someone elder`);

const COUNTRIES = countries();

function countries(): Set<string> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return new Set(codes.flatMap((code) => names.of(code)?.toLowerCase() ?? []));
}

const bare = (word: string) => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.]+$|['’]s$/gu, '');
const has = (words: ReadonlySet<string>, word: string) =>
  words.has(bare(word)) ||
  words.has(bare(word).replace(/\.$/, '')) ||
  words.has(bare(word).replace(/s$/, ''));

/** Whether a run of capitals is plainly a country, a people, a faith, an organisation, a day, or a known armed group. */
export function isPublic(phrase: string): boolean {
  const words = phrase.split(/\s+/);
  return (
    COUNTRIES.has(phrase.toLowerCase()) ||
    words.some((word) => has(ORGANISATION, word)) ||
    words.every((word) => has(KNOWN, word) || has(DATES, word))
  );
}

/** Whether a phrase without capitals is a description by its last word: "teachers", "elderly farmer". */
export const isDescription = (phrase: string) =>
  /\p{N}/u.test(phrase) || has(DESCRIPTION, phrase.split(/\s+/).at(-1) ?? '');
