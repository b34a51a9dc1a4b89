package org.linli.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// `-Dbench.arguments="only=b,d warm-up=3 measure=5"`; seconds.
///
/// @param only what to measure, `start` being the time to the first answer, `installed` what an installation takes;
///             empty: everything
record Options(List<String> only, Duration warmUp, Duration measure) {

    static Options of(String... args) {
        return new Options(
                value(args, "only").isEmpty() ? List.of() : List.of(value(args, "only").split(",")),
                seconds(args, "warm-up", 20),
                seconds(args, "measure", 10));
    }

    boolean wants(Subject subject) {
        return only.isEmpty() || only.contains(subject.key());
    }

    boolean wantsStarts() {
        return only.isEmpty() || only.contains("start");
    }

    boolean wantsInstalled() {
        return only.isEmpty() || only.contains("installed");
    }

    private static Duration seconds(String[] args, String name, int otherwise) {
        return Duration.ofSeconds(number(args, name, otherwise));
    }

    /// Of `name=number` among the arguments.
    static int number(String[] args, String name, int otherwise) {
        String value = value(args, name);
        return value.isEmpty() ? otherwise : Integer.parseInt(value);
    }

    private static String value(String[] args, String name) {
        return Arrays.stream(args)
                .filter(it -> it.startsWith(name + "="))
                .map(it -> it.substring(name.length() + 1))
                .findFirst()
                .orElse("");
    }
}
