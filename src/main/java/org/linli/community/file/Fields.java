package org.linli.community.file;

import java.util.Arrays;
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
        row.cells().forEach((column, cell) -> {
            if (!known.contains(column)) {
                problem(cell.line(), "column", column, "no column of " + row.table(), Arrays.asList(columns));
            }
        });
        return this;
    }

    String id(String column) {
        String id = text(column);
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            say(line(column), What.NO_ID, column, id);
        }
        return id;
    }

    String text(String column) {
        var text = optional(column);
        if (text == null) {
            say(row.line(), What.MISSING, column, row.table());
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
            problem(line(column), column, said, "not known", expected);
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
            problem(line(column), column, said, "no " + kind, known);
        }
    }

    int number(String column, int otherwise) {
        String said = optional(column);
        if (said != null && !said.matches("\\d{1,3}")) {
            say(line(column), What.NO_NUMBER, column, said);
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
            say(line(column), What.NO_DEGREES, column, said, Integer.toString(most), Integer.toString(most));
            return null;
        }
        return Double.valueOf(said);
    }

    boolean yes(String column) {
        String said = optional(column);
        if (said != null && !Set.of("true", "false", "是", "否", "TRUE", "FALSE").contains(said)) {
            problem(line(column), column, said, "not known", List.of("true", "false"));
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
            say(line(column), What.NO_ADDRESS, column);
            return Optional.empty();
        }
    }

    int line(String column) {
        var cell = row.cells().get(column);
        return cell == null ? row.line() : cell.line();
    }

    void say(int line, What what, String... said) {
        problems.add(new Problem(file, line, what, said));
    }

    private void problem(int line, String column, String said, String what, Collection<String> expected) {
        String shown = expected.stream()
                .sorted(Comparator.comparingInt((String it) -> -commonStart(it, said))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_SHOWN)
                .collect(Collectors.joining(", "));
        String more = expected.size() > MOST_SHOWN ? ", …" : "";
        say(line, What.UNEXPECTED, column, said, what, shown + more);
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
