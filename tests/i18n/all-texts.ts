export type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>

const files = import.meta.glob<Record<string, string>>('../../src/i18n/catalogues/*/*.json', {
  eager: true,
  import: 'default',
})

function textsOf(locale: string): Texts {
  return Object.fromEntries(
    Object.entries(files).flatMap(([path, texts]) => {
      const namespace = new RegExp(`/${locale}/([^/]+)\\.json$`).exec(path)?.[1]
      return namespace === undefined ? [] : [[namespace, texts]]
    }),
  )
}

/** Every text of the product, the shell's and each screen's. */
export const CATALOGUES: Readonly<Record<'vi' | 'en' | 'ja', Texts>> = {
  vi: textsOf('vi'),
  en: textsOf('en'),
  ja: textsOf('ja'),
}
