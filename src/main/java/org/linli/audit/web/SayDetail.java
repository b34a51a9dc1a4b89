package org.linli.audit.web;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.community.Unit;

/// What the trail keeps in codes, in words: pure. The codes stay as they are stored, since they are chained.
final class SayDetail {

    static final String NOTICE = "notice ";

    private static final String WORDS = "audit.said.";

    /// Not within brackets, where columns and roles are listed.
    private static final Pattern BETWEEN = Pattern.compile("(?:; ?|, | (?=-> )|(?<=->) )(?![^\\[(]*[\\])])");

    private static final String FIELDS = "changed: ";

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /// @param key of the words; numbers are said within them, what else stands in groups behind them
    /// @param listed where the words of what the last group lists stand; empty where it lists nothing
    private record Rule(Pattern pattern, String key, String listed) {

        static Rule of(String pattern, String key) {
            return new Rule(Pattern.compile(pattern), key, "");
        }

        static Rule of(String pattern, String key, String listed) {
            return new Rule(Pattern.compile(pattern), key, listed);
        }
    }

    private static final List<Rule> RULES = List.of(
            Rule.of("added ([A-Z_]+) (\\S+)", "added"),
            Rule.of("(GRID_WORKER|UNIT_WORKER|COMMUNITY_WORKER|ADMIN) (\\S+)", "moved"),
            Rule.of("bound at (\\S+)", "bound"),
            Rule.of("not bound at (\\S+)", "unbound"),
            Rule.of("second factor for \\[([A-Z_, ]*)]", "second-factor-for"),
            Rule.of("(\\d+) new (\\d+) changed", "orders"),
            Rule.of("settled (\\S+)", "settled"),
            Rule.of("(\\d+) columns", "columns"),
            Rule.of("(\\d+) homes: (.+)", "homes"),
            Rule.of("(\\d+) places", "places"),
            Rule.of("(\\d+) units", "units"),
            Rule.of("(\\d+) staff", "staff"),
            Rule.of("(\\d+) groups", "groups"),
            Rule.of("(\\d+) residents", "residents"),
            Rule.of("(\\d+) kept", "kept"),
            Rule.of("(\\d+) days", "days"),
            Rule.of("(\\d+) people", "people"),
            Rule.of("(\\d+) examples", "examples"),
            Rule.of("[a-z]+/(\\S+) \\(new\\)", "row-new"),
            Rule.of("[a-z]+/(\\S+) \\((.*)\\)", "row-changed", "admin.column."),
            Rule.of("call (\\d+) made again", "call-again"),
            Rule.of(FIELDS + "(.+)", "fields", "channels.field."),
            Rule.of("fill place-(\\S+)", "fill"),
            Rule.of("take place-(\\S+)", "take"),
            Rule.of("(?:place|tag)-(\\S+)", "to"),
            Rule.of("send (\\d+)", "send"),
            Rule.of("drop (\\d+)", "drop"),
            Rule.of("calls (\\d+)", "calls"),
            Rule.of("drop \\S+/(\\d+)", "drop-call"),
            Rule.of("of unit (\\S+)", "of-unit"),
            Rule.of("quiet (\\d\\S+)", "quiet"),
            Rule.of("on duty (.+)", "on-duty"),
            Rule.of("proposal (\\d+)", "proposal"),
            Rule.of("objection (\\d+)", "objection"),
            Rule.of("rearrangement (\\d+)", "rearrangement"),
            Rule.of("(\\S+) promoted", "promoted"),
            Rule.of("(\\S+) dropped", "dropped"),
            Rule.of("(\\S+) rolled back", "rolled-back"));

    private final CommunityMap map;

    SayDetail(CommunityMap map) {
        this.map = map;
    }

    /// In order; nothing where nothing is said.
    List<Said> of(String detail) {
        return Stream.of(detail.startsWith(FIELDS) ? new String[] {detail} : BETWEEN.split(detail))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .flatMap(this::piece)
                .toList();
    }

    /// How what is named by an id is called here; the id where nothing is.
    String name(String id) {
        return map.staffMember(id)
                .map(StaffMember::name)
                .or(() -> map.unit(id).map(Unit::name))
                .or(() -> map.place(id).map(Place::name))
                .orElse(id);
    }

    private Stream<Said> piece(String piece) {
        return RULES.stream()
                .map(rule -> fitting(rule, piece))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> Stream.of(fixed(piece)));
    }

    private Optional<Stream<Said>> fitting(Rule rule, String piece) {
        var found = rule.pattern().matcher(piece);
        return found.matches() ? Optional.of(said(rule, found.toMatchResult())) : Optional.empty();
    }

    private Stream<Said> said(Rule rule, MatchResult found) {
        var groups = IntStream.rangeClosed(1, found.groupCount())
                .mapToObj(found::group)
                .toList();
        var numbers = groups.stream().filter(it -> NUMBER.matcher(it).matches()).toList();
        var words = Stream.of(new Said(WORDS + rule.key(), numbers, ""));
        var behind = groups.stream()
                .filter(it -> !numbers.contains(it))
                .flatMap(it -> rule.listed().isEmpty() || !it.equals(groups.getLast()) ? names(it) : listed(rule, it));
        return Stream.concat(words, behind);
    }

    private Stream<Said> names(String codes) {
        return Stream.of(codes.split(", ")).filter(it -> !it.isEmpty()).map(this::named);
    }

    private static Stream<Said> listed(Rule rule, String codes) {
        return Stream.of(codes.split(", ")).map(it -> new Said(rule.listed() + it, List.of(), it));
    }

    private Said named(String code) {
        if (Stream.of(Role.values()).anyMatch(it -> it.name().equals(code))) {
            return new Said("admin.role." + code, List.of(), code);
        }
        String name = name(code);
        return name.equals(code) ? fixed(code) : Said.text(name);
    }

    /// `own password chosen` has its words at `own-password-chosen`; steps of notices have theirs there.
    private static Said fixed(String text) {
        if (text.startsWith(NOTICE)) {
            return new Said("notices.step." + text.substring(NOTICE.length()), List.of(), text);
        }
        return new Said(WORDS + text.replaceAll("[^\\p{L}\\p{N}]+", "-"), List.of(), text);
    }
}
