import { customPinyin, pinyin } from "pinyin-pro";

// In a name it is a seat of power or a sound, never the adverb, which the dictionary takes it for.
customPinyin({ 都: "dū" });

/** Pinyin of a Chinese name without tones, syllables separated by spaces: `fei lü bin`. */
export function pinyinOf(name: string): string {
	return pinyin(name, { toneType: "none", nonZh: "removed" });
}
