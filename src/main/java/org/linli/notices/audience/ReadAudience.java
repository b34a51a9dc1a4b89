package org.linli.notices.audience;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.linli.community.choosing.Whom;
import org.linli.notices.audience.Reading.NotUnderstood;
import org.linli.notices.audience.Reading.Understood;
import org.linli.notices.audience.Reading.Why;

/// Reads a line like `(3栋 或 5栋) 且 独居 且非 养犬`: 非 binds closest, then 且; names side by side mean either,
/// a 非 after a name means that they are taken out. Pure.
///
/// Names are taken as long as they are known, so spaces are needed nowhere.
public final class ReadAudience {

    private static final String OR = "或、,，;；|";
    private static final String AND = "且&+";
    private static final String NOT = "非!！-";
    private static final String OPEN = "(（";
    private static final String CLOSE = ")）";

    private static final class Stop extends RuntimeException {

        private final NotUnderstood why;

        Stop(Why why, int at, String what) {
            super(why.name(), null, false, false);
            this.why = new NotUnderstood(why, at, what);
        }
    }

    private final Names names;
    private final String line;
    private final String text;
    private final int[] places;
    private int at;

    private ReadAudience(String line, Names names) {
        this.names = names;
        this.line = line;
        this.places = IntStream.range(0, line.length())
                .filter(i -> !Character.isWhitespace(line.charAt(i)))
                .toArray();
        this.text = Names.squeezed(line);
    }

    public static Reading read(String line, Names names) {
        var reader = new ReadAudience(line, names);
        try {
            return reader.text.isEmpty() ? new NotUnderstood(Why.EMPTY, 0, "") : new Understood(reader.whole());
        } catch (Stop stop) {
            return stop.why;
        }
    }

    private Whom whole() {
        var whom = either();
        if (at < text.length()) {
            throw stop(Why.BRACKET_MISSING);
        }
        return whom;
    }

    private Whom either() {
        var parts = new ArrayList<Whom>();
        do {
            parts.add(both());
        } while (took(OR) || startsAnother());
        return joined(parts, Whom.Any::new);
    }

    private Whom both() {
        var parts = new ArrayList<Whom>();
        do {
            parts.add(one());
        } while (took(AND) || startsNot());
        return joined(parts, Whom.All::new);
    }

    private Whom one() {
        var name = known();
        if (name.isPresent()) {
            return named(name.get());
        }
        if (took(NOT)) {
            return new Whom.Not(one());
        }
        if (took(OPEN)) {
            return inBrackets();
        }
        throw stop(at == text.length() || isSign() ? Why.NAME_MISSING : Why.UNKNOWN_NAME);
    }

    private Whom inBrackets() {
        var whom = either();
        if (!took(CLOSE)) {
            throw stop(Why.BRACKET_MISSING);
        }
        return whom;
    }

    private Whom named(String name) {
        var meant = names.meant().get(name);
        if (meant == null || meant.size() != 1) {
            throw new Stop(Why.SEVERAL_PLACES, place(), name);
        }
        at += name.length();
        return meant.iterator().next();
    }

    /// The longest name that the rest begins with.
    private Optional<String> known() {
        return names.meant().keySet().stream()
                .filter(it -> !it.isEmpty() && text.startsWith(it, at))
                .max(Comparator.comparingInt(String::length));
    }

    private boolean startsAnother() {
        return at < text.length() && (isOneOf(OPEN) || !isSign() || known().isPresent());
    }

    /// `3栋 非 养犬` is not meant as "or".
    private boolean startsNot() {
        return at < text.length() && isOneOf(NOT) && known().isEmpty();
    }

    private boolean took(String signs) {
        if (at < text.length() && isOneOf(signs)) {
            at++;
            return true;
        }
        return false;
    }

    private boolean isOneOf(String signs) {
        return signs.indexOf(text.charAt(at)) >= 0;
    }

    private boolean isSign() {
        return isOneOf(OR) || isOneOf(AND) || isOneOf(NOT) || isOneOf(OPEN) || isOneOf(CLOSE);
    }

    private Stop stop(Why why) {
        int end = at;
        while (end < text.length() && (OR + AND + OPEN + CLOSE).indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return new Stop(why, place(), text.substring(at, end));
    }

    private int place() {
        return at < places.length ? places[at] : line.length();
    }

    private static Whom joined(List<Whom> parts, Function<List<Whom>, Whom> with) {
        return parts.size() == 1 ? parts.getFirst() : with.apply(parts);
    }
}
