package org.linli.understanding.opennlp;

/// Words in one breath, as a telephone writes down what is said to it. Who types makes pauses, and chatter is known by
/// them: without them it seems to be a report twice as often, so that other bars hold for it.
///
/// All texts are [Normalised].
final class Breathless {

    /// So many characters are seldom typed without a pause; of fewer, reports would be missed that were typed.
    private static final int LEAST = 14;

    private Breathless() {}

    static boolean is(String text) {
        return text.length() >= LEAST && text.indexOf(' ') < 0 && text.indexOf('?') < 0 && Features.hasHan(text);
    }

    /// The same without its pauses.
    static String of(String text) {
        return text.replace(" ", "").replace("?", "");
    }
}
