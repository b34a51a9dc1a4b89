package org.linli.channels;

/// An earlier message that one points at, as far as the platform tells: some tell its id, some its words.
///
/// @param platformId as of [Inbound#platformId], in the same account; empty where it is not told
/// @param words      the beginning of what it says; empty where it is not told
public record Quote(String platformId, String words) {

    private static final int MOST = 400;

    public Quote {
        words = start(words);
    }

    /// Half a character is none.
    private static String start(String words) {
        int end = Math.min(words.length(), MOST);
        return words.substring(0, end > 0 && Character.isHighSurrogate(words.charAt(end - 1)) ? end - 1 : end);
    }

    @Override
    public String toString() {
        return "Quote[]";
    }
}
