package org.linli.polls.asking;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.linli.community.CommunityMap;
import org.linli.community.Group;
import org.linli.community.Place;
import org.linli.polls.Electorate;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.ballots.Choice;
import org.linli.polls.ballots.Paper;

/// What somebody wants to ask, as it was typed: anything may be missing or wrong, and is shown again as it is.
///
/// @param id      made with the empty form, so that a second click asks nothing twice
/// @param kind    a [BallotKind], or `YES_NO`, or `DATE`
/// @param choices one a line
/// @param where   `group:b3`, or `place:s1`
/// @param hours   how long it lasts
public record PollForm(
        @Nullable String id,
        @Nullable String words,
        @Nullable String kind,
        @Nullable String choices,
        @Nullable String most,
        @Nullable String voice,
        @Nullable String where,
        @Nullable String hours,
        @Nullable Boolean live) {

    private static final int LONGEST_QUESTION = 200;
    private static final int LONGEST_CHOICE = 60;
    private static final int MOST_CHOICES = 30;
    private static final int MOST_HOURS = 31 * 24;
    private static final int MOST_POINTS = 100;
    private static final List<String> YES_NO = List.of("同意", "反对", "弃权");

    /// What is wrong; its name is a key of what the page says.
    public enum Trouble {
        WORDS,
        CHOICES,
        CHOICES_TWICE,
        MOST,
        WHERE,
        HOURS
    }

    public static PollForm empty(UUID id) {
        return new PollForm(id.toString(), "", "ONE", "", "3", "PERSON", "", "24", true);
    }

    /// By field; without entries where it can be asked.
    public Map<String, Trouble> troubles(CommunityMap map) {
        var wrong = new LinkedHashMap<String, Trouble>();
        if (question().isEmpty()) {
            wrong.put("words", Trouble.WORDS);
        }
        choicesTrouble().ifPresent(it -> wrong.put("choices", it));
        if (limit() < 1 || limit() > MOST_POINTS) {
            wrong.put("most", Trouble.MOST);
        }
        if (electorate(map).isEmpty()) {
            wrong.put("where", Trouble.WHERE);
        }
        if (number(hours) < 1 || number(hours) > MOST_HOURS) {
            wrong.put("hours", Trouble.HOURS);
        }
        return wrong;
    }

    private Optional<Trouble> choicesTrouble() {
        var lines = lines();
        if (lines.size() < 2
                || lines.size() > MOST_CHOICES
                || lines.stream().anyMatch(it -> it.length() > LONGEST_CHOICE)) {
            return Optional.of(Trouble.CHOICES);
        }
        return lines.stream().distinct().count() < lines.size() ? Optional.of(Trouble.CHOICES_TWICE) : Optional.empty();
    }

    /// Of its vote; another each time where the form names none.
    public UUID key() {
        try {
            return id == null ? UUID.randomUUID() : UUID.fromString(id);
        } catch (IllegalArgumentException typed) {
            return UUID.randomUUID();
        }
    }

    /// One line, that cannot be taken for a button.
    public String question() {
        String said = plain(words);
        return said.length() > LONGEST_QUESTION ? said.substring(0, LONGEST_QUESTION) : said;
    }

    public Paper paper() {
        var lines = lines();
        var named = IntStream.range(0, lines.size())
                .mapToObj(i -> new Choice(i + 1, lines.get(i)))
                .toList();
        return new Paper(ballot(), named, limit(), null);
    }

    public Optional<Electorate> electorate(CommunityMap map) {
        String said = where == null ? "" : where;
        return said.startsWith("group:")
                ? map.group(said.substring(6)).map(this::inGroup)
                : map.place(said.replaceFirst("^place:", ""))
                        .filter(PollForm::isAsked)
                        .map(it -> electorate(it.id(), ""));
    }

    /// Whole buildings and what is above them; nobody asks a single flat.
    public static boolean isAsked(Place place) {
        return place.kind().compareTo(Place.Kind.BUILDING) <= 0;
    }

    public Duration lasts() {
        return Duration.ofHours(number(hours));
    }

    public boolean showsBars() {
        return Boolean.TRUE.equals(live);
    }

    private Electorate inGroup(Group group) {
        return electorate(group.place(), group.code());
    }

    private Electorate electorate(String place, String group) {
        return new Electorate("HOUSEHOLD".equals(voice) ? Voice.HOUSEHOLD : Voice.PERSON, place, group, false);
    }

    private BallotKind ballot() {
        return switch (kind == null ? "" : kind) {
            case "SEVERAL", "DATE" -> BallotKind.SEVERAL;
            case "RANKED" -> BallotKind.RANKED;
            case "POINTS" -> BallotKind.POINTS;
            case "SCORES" -> BallotKind.SCORES;
            default -> BallotKind.ONE;
        };
    }

    /// For dates whatever suits may be chosen; a ranking may name all.
    private int limit() {
        return "DATE".equals(kind) || "RANKED".equals(kind) ? Math.max(1, lines().size()) : number(most);
    }

    private List<String> lines() {
        return "YES_NO".equals(kind)
                ? YES_NO
                : (choices == null ? "" : choices)
                        .lines()
                        .map(PollForm::plain)
                        .filter(it -> !it.isEmpty())
                        .toList();
    }

    /// 0 where it is none.
    private static int number(@Nullable String typed) {
        String bare = typed == null ? "" : typed.strip();
        return bare.matches("\\d{1,6}") ? Integer.parseInt(bare) : 0;
    }

    private static String plain(@Nullable String said) {
        return said == null ? "" : said.replaceAll("[\\p{Cntrl}▸#＃]+", " ").strip();
    }

    @Override
    public String toString() {
        return "PollForm[]";
    }
}
