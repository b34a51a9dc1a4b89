package org.linli.understanding.opennlp;

import org.linli.understanding.spelling.Simplified;

/// Where in a message its features stand, so that people can read them.
///
/// @param said    by somebody, in simplified characters
/// @param written the same, [Normalised], between edges `^` and `$`
/// @param meant   the same, character by character as it was probably meant, by [Respelling]
record Passages(String said, String written, String meant) {

    /// A piece of the message.
    ///
    /// @param words as they are written; empty where nothing can be read
    /// @param meant what they were read as, mostly the same
    record Passage(String words, String meant) {}

    static Passages of(String said, String meant) {
        return new Passages(
                Simplified.of(Normalised.start(said)), "^" + Normalised.of(said).text() + "$", meant);
    }

    /// The first place of a feature, in what is written before what is meant.
    Passage of(String feature) {
        String name = feature.substring(1);
        return switch (feature.charAt(0)) {
            case Features.KIN -> kin(name);
            case Features.SOUND -> passage(Pinyin.of(written).indexOf(name), name.length(), "");
            case Features.AROUND -> passage(Math.max(around(written, name), around(meant, name)), 3, "");
            default -> piece(name, name);
        };
    }

    private Passage kin(String kinship) {
        String word = Kin.wordIn(written, kinship);
        return piece(word.isEmpty() ? Kin.wordIn(meant, kinship) : word, "");
    }

    /// @param otherwise what to read where it stands nowhere: two characters with a pause between them, an English word
    private Passage piece(String piece, String otherwise) {
        int at = written.indexOf(piece);
        return passage(at < 0 ? meant.indexOf(piece) : at, piece.length(), otherwise);
    }

    private static int around(String text, String ends) {
        for (int from = 0; from + 2 < text.length(); from++) {
            if (text.charAt(from) == ends.charAt(0) && text.charAt(from + 2) == ends.charAt(1)) {
                return from;
            }
        }
        return -1;
    }

    /// Of characters that are only guessed from letters there is nothing written to show.
    private Passage passage(int at, int length, String otherwise) {
        if (at < 0) {
            return new Passage(otherwise.strip(), otherwise.strip());
        }
        int from = at;
        int to = at + length;
        while (from < to && (from == 0 || written.charAt(from) == ' ')) {
            from++;
        }
        while (to > from && (to == written.length() || written.charAt(to - 1) == ' ')) {
            to--;
        }
        String read = meant.substring(from, to);
        return new Passage(isGuessed(from, to) ? read : written.substring(from, to), read);
    }

    private boolean isGuessed(int from, int to) {
        return written.substring(from, to).chars().anyMatch(it -> Features.isHan((char) it) && said.indexOf(it) < 0);
    }
}
