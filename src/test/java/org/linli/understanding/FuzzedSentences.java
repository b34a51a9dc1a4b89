package org.linli.understanding;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.linli.cases.Amount;
import org.linli.cases.CaseNumber;
import org.linli.polls.proposals.Guess;
import org.linli.polls.register.Age;

/// What people write: places, times, durations, amounts, numbers of cases and ages in it are found, or not.
public final class FuzzedSentences {

    private static final LocalDateTime NOW = LocalDateTime.of(2028, 2, 29, 23, 59);

    private FuzzedSentences() {}

    /// What looks right.
    public static List<byte[]> seeds() throws Exception {
        var seeds = new ArrayList<byte[]>();
        try (var lines = Files.lines(Path.of("src/test/resources/understanding/entities.txt"))) {
            lines.filter(it -> !it.isBlank()).limit(60).forEach(it -> seeds.add(it.getBytes(UTF_8)));
        }
        for (String said : List.of("LM-2026-000123 花了1.5万元", "1958年2月29日生", "68岁", "第三个 120.50块", "昨天半夜2点到现在三个半小时")) {
            seeds.add(said.getBytes(UTF_8));
        }
        return seeds;
    }

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        new NameEntities().in(text, NOW);
        Amount.in(text);
        Guess.in(text);
        CaseNumber.in(text, "LM", 2026);
        Age.born(text, NOW.toLocalDate()).ifPresent(it -> {
            if (it.isAfter(NOW.toLocalDate())) {
                throw new AssertionError("born tomorrow: " + it);
            }
        });
    }
}
