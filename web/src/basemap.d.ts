/** Where the page finds the countries of the world; see `basemap.ts` beside the build's configuration. */
declare module 'virtual:basemap' {
  const address: string;
  export default address;
}
