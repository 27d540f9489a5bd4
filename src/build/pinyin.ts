import { customPinyin, pinyin } from "pinyin-pro";

// The dictionary reads 都 as dōu here.
customPinyin({ 都拉斯: "dū lā sī" });

/** Pinyin of a Chinese name without tones, syllables separated by spaces: `fei lü bin`. */
export function pinyinOf(name: string): string {
	return pinyin(name, { toneType: "none", nonZh: "removed" });
}
