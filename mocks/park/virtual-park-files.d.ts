/** Where a build keeps the files of its parks: see `.ci/park-files-plugin.mjs`. Empty outside builds. */
declare module 'virtual:park-files' {
  /** Path of the JSON file that holds a file of a park, below the folder of `HERE`: `{park: {file: path}}`. */
  export const PLACES: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** The same for what a park's world starts from. */
  export const CORES: Readonly<Record<string, string>>
  /** Address of the script that asks. */
  export const HERE: string
}
