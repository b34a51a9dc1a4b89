package org.linli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.linli.Shows;

/// The README's table of what happens when something fails: each line names tests that say by [Shows] that they show
/// it.
class FaultsTest {

    private static final Path SOURCES = Path.of("src/test/java");
    private static final Pattern NAMED = Pattern.compile("`(\\w+)`");

    @Test
    void eachLineIsShownByATestThatSaysSo() throws IOException {
        var tests = tests();

        assertThat(lines())
                .hasSizeGreaterThan(20)
                .allSatisfy(line -> assertThat(named(line))
                        .as(line)
                        .isNotEmpty()
                        .isSubsetOf(tests.keySet())
                        .allSatisfy(test -> assertThat(tests.getOrDefault(test, List.of()))
                                .flatMap(FaultsTest::shown)
                                .contains(happens(line))));
    }

    @Test
    void whatATestShowsStandsThere() throws IOException {
        Set<String> happens = lines().stream().map(FaultsTest::happens).collect(Collectors.toSet());

        for (Path test : tests().values().stream().flatMap(List::stream).toList()) {
            if (Files.readString(test).contains("import org.linli.Shows;")) {
                assertThat(happens).as(test.toString()).containsAll(shown(test));
            }
        }
    }

    @Test
    void allThatAServiceOfACityMeetsIsThere() throws IOException {
        assertThat(String.join("\n", lines()))
                .contains("PostgreSQL is away", "stands still", "answers late", "failover", "disk is full")
                .contains("Redis is away", "Redis is emptied", "Redis answers late", "a platform is slow, throttles")
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

    /// In the first column.
    private static String happens(String line) {
        return line.substring(1, line.indexOf('|', 1)).strip();
    }

    /// By methods that are tests and run.
    private static Set<String> shown(Path test) {
        return Stream.of(type(test).getDeclaredMethods())
                .filter(FaultsTest::runs)
                .flatMap(it -> Stream.of(it.getAnnotationsByType(Shows.class)))
                .map(Shows::value)
                .collect(Collectors.toSet());
    }

    private static Class<?> type(Path test) {
        String name = SOURCES.relativize(test).toString().replace(".java", "").replace('/', '.');
        try {
            return Class.forName(name, false, FaultsTest.class.getClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private static boolean runs(Method it) {
        return (it.isAnnotationPresent(Test.class) || it.isAnnotationPresent(ParameterizedTest.class))
                && !it.isAnnotationPresent(Disabled.class)
                && !it.getDeclaringClass().isAnnotationPresent(Disabled.class);
    }

    /// In the last column.
    private static Set<String> named(String line) {
        String last = line.substring(line.lastIndexOf('|', line.length() - 2));
        return NAMED.matcher(last).results().map(it -> it.group(1)).collect(Collectors.toUnmodifiableSet());
    }

    /// By their simple names, which two modules may use.
    private static Map<String, List<Path>> tests() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(it -> it.toString().endsWith(".java"))
                    .collect(Collectors.groupingBy(
                            it -> it.getFileName().toString().replace(".java", "")));
        }
    }
}
