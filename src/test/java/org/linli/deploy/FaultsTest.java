package org.linli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The README's table of what happens when something fails: each line names a test that is there.
class FaultsTest {

    private static final Pattern NAMED = Pattern.compile("`(\\w+)`");

    @Test
    void eachLineIsShownByATestThatIsThere() throws IOException {
        var tests = tests();

        assertThat(lines())
                .hasSizeGreaterThan(18)
                .allSatisfy(
                        line -> assertThat(named(line)).as(line).isNotEmpty().isSubsetOf(tests));
    }

    @Test
    void allThatAServiceOfACityMeetsIsThere() throws IOException {
        assertThat(String.join("\n", lines()))
                .contains("PostgreSQL is away", "stands still", "failover", "disk is full")
                .contains("Redis is away", "Redis is emptied", "a platform is slow, throttles")
                .contains("the clock jumps", "memory is short", "a replica stands still", "a replica is killed");
    }

    private static List<String> lines() throws IOException {
        return Files.readAllLines(Path.of("README.md")).stream()
                .dropWhile(it -> !it.equals("## What happens when"))
                .skip(1)
                .takeWhile(it -> !it.startsWith("## "))
                .filter(it -> it.startsWith("| ") && !it.startsWith("| this happens") && !it.startsWith("| ---"))
                .toList();
    }

    /// In the last column.
    private static Set<String> named(String line) {
        String last = line.substring(line.lastIndexOf('|', line.length() - 2));
        return NAMED.matcher(last).results().map(it -> it.group(1)).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.map(it -> it.getFileName().toString())
                    .filter(it -> it.endsWith(".java"))
                    .map(it -> it.substring(0, it.length() - ".java".length()))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }
}
