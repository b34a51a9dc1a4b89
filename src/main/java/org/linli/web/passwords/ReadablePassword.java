package org.linli.web.passwords;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A password that can be read out and typed: groups of four, without characters that look alike; 20 bits each.
public final class ReadablePassword {

    private static final String CHARACTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private ReadablePassword() {}

    /// 79 bits: for what is hashed slowly and replaced soon.
    public static String next() {
        return ofGroups(4);
    }

    public static String ofGroups(int many) {
        return IntStream.range(0, many).mapToObj(_ -> group()).collect(Collectors.joining("-"));
    }

    private static String group() {
        return RANDOM.ints(4, 0, CHARACTERS.length())
                .mapToObj(it -> CHARACTERS.substring(it, it + 1))
                .collect(Collectors.joining());
    }
}
