package org.linli.community.file;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;
import org.linli.community.file.Problem.What;

/// The cells of one row, read with an eye on mistakes: each becomes a problem, reading goes on with something harmless.
record Fields(String file, Row row, List<Problem> problems) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,47}");
    private static final int MOST_SHOWN = 8;

    Fields only(String... columns) {
        var known = Set.of(columns);
        row.cells().keySet().forEach(column -> {
            if (!known.contains(column)) {
                var expected = Stream.of(columns).map(row::called).toList();
                wrong(column, What.NO_COLUMN, row.sheet(), shown(expected, column));
            }
        });
        return this;
    }

    String id(String column) {
        String id = text(column);
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            wrong(column, What.NO_ID, id);
        }
        return id;
    }

    String text(String column) {
        var text = optional(column);
        if (text == null) {
            wrong(column, What.MISSING, row.sheet());
        }
        return text == null ? "" : text;
    }

    @Nullable
    String optional(String column) {
        var cell = row.cells().get(column);
        return cell == null ? null : String.join(" ", cell.texts());
    }

    List<String> texts(String column) {
        return Optional.ofNullable(row.cells().get(column)).map(Row.Cell::texts).orElse(List.of());
    }

    /// @param otherwise where the cell is blank; `null` when it must not be
    <E extends Enum<E>> E oneOf(String column, Class<E> kinds, @Nullable E otherwise) {
        String said = otherwise == null ? text(column) : optional(column);
        var constants = kinds.getEnumConstants();
        var found = Stream.of(constants)
                .filter(it -> word(it).equals(said) || it.name().equals(said))
                .findFirst();
        if (found.isEmpty() && said != null && !said.isEmpty()) {
            var expected = Stream.of(constants).map(Fields::word).toList();
            unexpected(column, said, "not known", expected);
        }
        return found.orElse(otherwise == null ? constants[0] : otherwise);
    }

    /// @param kind what the cell has to name: `place`
    String reference(String column, String kind, Collection<String> known) {
        String said = text(column);
        mustBeKnown(column, said, kind, known);
        return said;
    }

    void mustBeKnown(String column, String said, String kind, Collection<String> known) {
        if (!said.isEmpty() && !known.contains(said)) {
            unexpected(column, said, "no " + kind, known);
        }
    }

    int number(String column, int otherwise) {
        String said = optional(column);
        if (said != null && !said.matches("\\d{1,3}")) {
            wrong(column, What.NO_NUMBER, said);
            return otherwise;
        }
        return said == null ? otherwise : Integer.parseInt(said);
    }

    /// @param most the largest number of degrees, and without its sign the smallest
    @Nullable
    Double degrees(String column, int most) {
        String said = optional(column);
        if (said == null) {
            return null;
        }
        boolean number = said.matches("-?\\d{1,3}(\\.\\d{1,16})?");
        if (!number || Math.abs(Double.parseDouble(said)) > most) {
            wrong(column, What.NO_DEGREES, said, Integer.toString(most), Integer.toString(most));
            return null;
        }
        return Double.valueOf(said);
    }

    boolean yes(String column) {
        String said = optional(column);
        if (said != null && !Set.of("true", "false", "是", "否", "TRUE", "FALSE").contains(said)) {
            unexpected(column, said, "not known", List.of("true", "false"));
        }
        return said != null && Set.of("true", "TRUE", "是").contains(said);
    }

    List<Address> addresses(String column) {
        return texts(column).stream()
                .flatMap(it -> address(column, it).stream())
                .toList();
    }

    private Optional<Address> address(String column, String said) {
        try {
            return Optional.of(Address.parse(said));
        } catch (IllegalArgumentException wrong) {
            wrong(column, What.NO_ADDRESS);
            return Optional.empty();
        }
    }

    int line(String column) {
        var cell = row.cells().get(column);
        return cell == null ? row.line() : cell.line();
    }

    void say(int line, What what, String... said) {
        problems.add(new Problem(file, row.alone() ? "" : row.sheet(), line, what, List.of(said)));
    }

    /// @param more what is said behind the column, which is named as in the file
    void wrong(String column, What what, String... more) {
        say(
                line(column),
                what,
                Stream.concat(Stream.of(row.called(column)), Stream.of(more)).toArray(String[]::new));
    }

    private void unexpected(String column, String said, String what, Collection<String> expected) {
        wrong(column, What.UNEXPECTED, said, what, shown(expected, said));
    }

    /// The likeliest first.
    private static String shown(Collection<String> expected, String said) {
        String shown = expected.stream()
                .sorted(Comparator.comparingInt((String it) -> -commonStart(it, said))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_SHOWN)
                .collect(Collectors.joining(", "));
        return expected.size() > MOST_SHOWN ? shown + ", …" : shown;
    }

    private static int commonStart(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
