/** The operating systems whose words and ways differ. */
export type Platform = 'linux' | 'mac' | 'windows';
