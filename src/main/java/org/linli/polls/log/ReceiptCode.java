package org.linli.polls.log;

import java.math.BigInteger;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a voter notes down (回执码), like `K7PM-3QXA-9DTR-WC4H`: names an entry of the log and tells nothing of the
/// ballot.
///
/// Of digits and letters those are left out that look like others: 0 1, and B I O S Z. The 29 that remain are a
/// prime number, so the last one can check the others: one wrong sign is always noticed, and so are two that
/// changed places.
///
/// @param signs sixteen, without hyphens
public record ReceiptCode(String signs) {

    private static final String ALPHABET = "23456789ACDEFGHJKLMNPQRTUVWXY";
    private static final int BASE = ALPHABET.length();
    private static final int LENGTH = 16;
    private static final int PREFIX = 16;

    public ReceiptCode {
        if (!isWhole(signs)) {
            throw new IllegalArgumentException("no receipt code");
        }
    }

    /// 72 bits of it: that two of a million ballots share a code happens less than once in a billion votes.
    public static ReceiptCode of(Hash commitment) {
        var rest = new BigInteger(1, Arrays.copyOf(commitment.bytes(), PREFIX));
        var signs = new StringBuilder();
        for (int i = 0; i < LENGTH - 1; i++) {
            var parts = rest.divideAndRemainder(BigInteger.valueOf(BASE));
            signs.append(ALPHABET.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return new ReceiptCode(signs.append(lastFor(signs)).toString());
    }

    /// Reads what people type: small letters, spaces, any hyphens, full width, and what is easily taken for
    /// another sign. Empty where it is no code or was mistyped.
    public static Optional<ReceiptCode> read(String typed) {
        String signs = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}_·.]", "")
                .replace('Z', '2')
                .replace('S', '5')
                .replace('B', '8');
        return isWhole(signs) ? Optional.of(new ReceiptCode(signs)) : Optional.empty();
    }

    private static boolean isWhole(String signs) {
        return signs.length() == LENGTH
                && signs.chars().allMatch(it -> ALPHABET.indexOf(it) >= 0)
                && signs.charAt(LENGTH - 1) == lastFor(signs.subSequence(0, LENGTH - 1));
    }

    /// Each place has a weight of its own between 1 and 28, so that neither an error nor an exchange is a multiple
    /// of 29.
    private static char lastFor(CharSequence signs) {
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += (i + 2) * ALPHABET.indexOf(signs.charAt(i));
        }
        return ALPHABET.charAt(Math.floorMod(-sum, BASE));
    }

    /// In groups of four.
    @Override
    public String toString() {
        return String.join(
                "-", signs.substring(0, 4), signs.substring(4, 8), signs.substring(8, 12), signs.substring(12));
    }
}
