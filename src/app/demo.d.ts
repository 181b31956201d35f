/** True in builds that carry the simulated park; false in live builds, where its code is dropped. */
declare const __DEMO__: boolean
