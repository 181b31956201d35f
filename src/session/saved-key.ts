/** Where the preferences of earlier visits are in the browser's store. */
export const SAVED_KEY = 'parkscope.session'
