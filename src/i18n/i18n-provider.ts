// The library's provider and hook, named here because only this folder may import i18next.
export { I18nextProvider as I18nProvider, useTranslation as useI18n } from 'react-i18next'
