package org.linli.web.passwords;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A password that can be read out and typed: four groups of four, without characters that look alike; 79 bits.
public final class ReadablePassword {

    private static final String CHARACTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private ReadablePassword() {}

    public static String next() {
        return IntStream.range(0, 4).mapToObj(_ -> group()).collect(Collectors.joining("-"));
    }

    private static String group() {
        return RANDOM.ints(4, 0, CHARACTERS.length())
                .mapToObj(it -> CHARACTERS.substring(it, it + 1))
                .collect(Collectors.joining());
    }
}
