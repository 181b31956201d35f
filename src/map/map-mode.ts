/** Operations: exceptions on grey. Assets: utilities in their own colours, for planning and demos. */
export type MapMode = 'operations' | 'assets'
