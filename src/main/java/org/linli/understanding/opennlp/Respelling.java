package org.linli.understanding.opennlp;

import org.linli.understanding.opennlp.Features.Ear;
import org.linli.understanding.spelling.Simplified;

/// A message as it was probably meant, where two of its characters stand together as in no example: another word of
/// the same sound (垫梯), letters (dianti), two characters the wrong way round (梯电).
///
/// What is meant is told beside what is written, so that a word that is new and right loses nothing.
final class Respelling {

    private static final int SWAPPED = Integer.MAX_VALUE;

    /// Which characters the examples have side by side.
    interface Known {
        boolean are(char one, char other);
    }

    private final String edged;
    private final boolean[] guessed;
    private final char[] meant;
    private final int[] times;
    private final Known known;
    private final Spellings spellings;
    private final Ear ear;

    private Respelling(String said, String text, Known known, Spellings spellings, Ear ear) {
        this.edged = "^" + text + "$";
        this.guessed = guessed(said, edged);
        this.meant = edged.toCharArray();
        this.times = new int[meant.length];
        this.known = known;
        this.spellings = spellings;
        this.ear = ear;
    }

    /// @param text the same, [Normalised]
    static void tell(String said, String text, Known known, Spellings spellings, Ear ear) {
        if (Features.isChinese(said, text)) {
            new Respelling(said, text, known, spellings, ear).tell();
        }
    }

    /// The same message as it was probably meant, character by character, between edges `^` and `$`.
    ///
    /// @param text the same, [Normalised]
    static String meant(String said, String text, Known known, Spellings spellings) {
        var respelling = new Respelling(said, text, known, spellings, (_, _, _, _) -> {});
        if (Features.isChinese(said, text)) {
            respelling.respell();
        }
        return new String(respelling.meant);
    }

    private void tell() {
        respell();
        tellMeant();
    }

    private void respell() {
        for (int at = 1; at + 2 < edged.length(); at++) {
            swap(at);
        }
        for (int at = 1; at + 2 < edged.length(); at++) {
            if (isDoubtful(at)) {
                hear(at);
            }
        }
        for (int at = 1; at + 1 < edged.length(); at++) {
            if (isGuessed(at) && times[at] == 0) {
                guess(at);
            }
        }
    }

    /// Whether this character and the next are Chinese and stand together in no example.
    private boolean isDoubtful(int at) {
        return isHan(at)
                && isHan(at + 1)
                && times[at] < SWAPPED
                && times[at + 1] < SWAPPED
                && (isGuessed(at) || isGuessed(at + 1) || !areKnown(at, at + 1));
    }

    /// Where the two are known the other way round, and fit what is around them only so.
    private void swap(int at) {
        char one = edged.charAt(at);
        char other = edged.charAt(at + 1);
        boolean fits = areKnown(at - 1, at + 1) && known.are(other, one) && areKnown(at, at + 2);
        if (fits && one != other && isDoubtful(at) && !isGuessed(at) && !isGuessed(at + 1)) {
            mean(at, other, SWAPPED);
            mean(at + 1, one, SWAPPED);
        }
    }

    /// Takes what fits what stands around it; of letters, what there is.
    private void hear(int at) {
        int slot = heard(at);
        if (slot != Spellings.NOWHERE && (isGuessed(at) || isGuessed(at + 1) || fits(at, slot))) {
            mean(at, spellings.first(slot), spellings.times(slot));
            mean(at + 1, spellings.second(slot), spellings.times(slot));
        }
    }

    /// What is mostly written where one of the two is right and the other sounds right; where that is nothing, or both
    /// are only guessed from letters, where both sound right.
    private int heard(int at) {
        int slot = isGuessed(at) ? Spellings.NOWHERE : spellings.find(edged.charAt(at), sound(at + 1));
        if (!isGuessed(at + 1)) {
            slot = spellings.likelier(slot, spellings.find(sound(at), edged.charAt(at + 1)));
        }
        boolean guessed = isGuessed(at) || isGuessed(at + 1);
        return guessed && slot == Spellings.NOWHERE ? spellings.find(sound(at), sound(at + 1)) : slot;
    }

    /// Whether the examples have it beside what stands on its other side, too.
    private boolean fits(int at, int slot) {
        return spellings.first(slot) == edged.charAt(at)
                ? known.are(spellings.second(slot), edged.charAt(at + 2))
                : known.are(edged.charAt(at - 1), spellings.first(slot));
    }

    /// The most frequent character of a sound that nothing beside it explains.
    private void guess(int at) {
        int slot = spellings.find(Spellings.NOTHING, sound(at));
        if (slot != Spellings.NOWHERE) {
            mean(at, spellings.second(slot), 1);
        }
    }

    /// Of two that could be meant the one that the examples have more often.
    private void mean(int at, char character, int often) {
        boolean isNews = character != edged.charAt(at) || isGuessed(at);
        if (isNews && times[at] < often) {
            meant[at] = character;
            times[at] = often;
        }
    }

    private void tellMeant() {
        String whole = new String(meant);
        for (int at = 1; at + 1 < whole.length(); at++) {
            if (times[at] > 0) {
                ear.hear(Features.PIECE, whole, at, at + 1);
                ear.hear(Features.PIECE, whole, at - 1, at + 1);
                ear.hear(Features.PIECE, whole, at, at + 2);
                around(whole, at - 1);
                around(whole, at + 1);
            }
        }
        if (!whole.equals(edged)) {
            Kin.tell(whole, ear);
        }
    }

    private void around(String whole, int at) {
        if (at > 0 && at + 1 < whole.length()) {
            ear.hear(Features.AROUND, "" + whole.charAt(at - 1) + whole.charAt(at + 1), 0, 2);
        }
    }

    private boolean areKnown(int one, int other) {
        return known.are(edged.charAt(one), edged.charAt(other));
    }

    private boolean isGuessed(int at) {
        return guessed[at];
    }

    /// Of letters the sound is right, and which character it is may not be.
    private static boolean[] guessed(String said, String edged) {
        boolean[] guessed = new boolean[edged.length()];
        if (Normalised.hasLetters(said)) {
            String written = Simplified.of(Normalised.start(said));
            for (int at = 0; at < guessed.length; at++) {
                guessed[at] = Features.isHan(edged.charAt(at)) && written.indexOf(edged.charAt(at)) < 0;
            }
        }
        return guessed;
    }

    private boolean isHan(int at) {
        return Features.isHan(edged.charAt(at));
    }

    private char sound(int at) {
        return Pinyin.of(edged.charAt(at));
    }
}
