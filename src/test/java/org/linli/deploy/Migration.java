package org.linli.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A change of a schema, and what in it a program of the version before could not live with.
///
/// @param text as it stands in its file
record Migration(String schema, int version, String text) {

    private static final Path ALL = Path.of("src/main/resources/db");
    private static final Pattern NAME = Pattern.compile("V(\\d+)__.+\\.sql");
    private static final Pattern COMMENT = Pattern.compile("--[^\n]*");
    private static final Pattern MADE = Pattern.compile("create table (?:if not exists )?([\\w.]+)");
    private static final Pattern ABOUT =
            Pattern.compile("(?:alter table|truncate|create unique index .* on) (?:if exists |only )?([\\w.]+)");

    /// Says that it is the second step of one that every replica has had since the last release.
    private static final Pattern SECOND = Pattern.compile("-- second step of V(\\d+): \\S.*");

    /// What one part of `alter table` says, up to the comma that ends it; commas within parentheses do not.
    private static final String PART = "(?:[^,()]|\\((?:[^()]|\\([^()]*\\))*\\))*";

    /// A column that is added, with or without the word.
    private static final String ADDED = "\\badd (?:column )?(?:if not exists )?"
            + "(?!(?:column|if|constraint|check|unique|primary|foreign|exclude)\\b)\\w+ ";

    /// By what each does to whoever still runs the version before.
    private static final Map<String, Pattern> CONTRACTS = Map.of(
            "drops what an older program reads or writes",
            Pattern.compile("\\bdrop (?!(?:constraint|index|not null)\\b)"),
            "renames",
            Pattern.compile("\\brename\\b"),
            "changes a type",
            Pattern.compile("\\balter (?!table\\b)(?:column )?\\w+ (?:set data )?type\\b"),
            "forbids what an older program may write: not null",
            Pattern.compile("\\bset not null\\b|" + ADDED + "(?!" + PART + "\\bdefault\\b)" + PART + "\\bnot null\\b"),
            "forbids what an older program may write: a rule",
            Pattern.compile("\\badd (?:constraint|check|unique|primary key|foreign key|exclude)\\b"),
            "forbids what an older program may write: twice",
            Pattern.compile("\\bcreate unique index\\b"),
            "takes rows away",
            Pattern.compile("\\btruncate\\b"));

    /// A statement that contracts, and why.
    record Contraction(String why, String statement) {}

    static List<Migration> all() throws IOException {
        try (var files = Files.walk(ALL)) {
            return files.filter(Files::isRegularFile).map(Migration::read).toList();
        }
    }

    private static Migration read(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            throw new IllegalArgumentException("no migration: " + file);
        }
        try {
            return new Migration(
                    requireNonNull(file.getParent(), "a migration lies in the folder of its module")
                            .getFileName()
                            .toString(),
                    Integer.parseInt(name.group(1)),
                    Files.readString(file, UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Tables that it makes: what is done to these, no older program knows.
    Set<String> made() {
        return statements()
                .flatMap(it -> MADE.matcher(it).results())
                .map(it -> it.group(1))
                .collect(Collectors.toSet());
    }

    /// Which version it is the second step of; 0: of none.
    int secondStepOf() {
        return SECOND.matcher(text)
                .results()
                .map(it -> Integer.parseInt(it.group(1)))
                .findFirst()
                .orElse(0);
    }

    /// @param fresh tables that no older program knows
    List<Contraction> contractions(Set<String> fresh) {
        return statements()
                .filter(it -> about(it).noneMatch(fresh::contains))
                .flatMap(it -> CONTRACTS.entrySet().stream()
                        .filter(rule -> rule.getValue().matcher(it).find())
                        .map(rule -> new Contraction(rule.getKey(), it)))
                .toList();
    }

    private static Stream<String> about(String statement) {
        return ABOUT.matcher(statement).results().map(it -> it.group(1));
    }

    private Stream<String> statements() {
        return Stream.of(COMMENT.matcher(text).replaceAll("").split(";"))
                .map(it -> it.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return schema + " V" + version;
    }
}
