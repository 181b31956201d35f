/** "Khu công nghiệp Bàu Bàng" is too long for a corner; "KCN" is how it is written there, without the kind of park. */
export function parkShortName(name: string): string {
  return name
    .replace(/^Khu công nghiệp (?:chuyên sâu )?/, 'KCN ')
    .replace(/(?: Speciali[sz]ed)? Industrial Park$/, ' IP')
}
