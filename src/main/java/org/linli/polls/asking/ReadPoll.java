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
import org.linli.community.Place;
import org.linli.polls.Electorate;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.ballots.Choice;
import org.linli.polls.ballots.Paper;

/// Reads what staff wants to ask, and says beside which field what is wrong. Pure.
///
/// @param yesNo what may be answered where yes or no is asked
public record ReadPoll(PollForm form, CommunityMap map, List<String> yesNo) {

    private static final int LONGEST_QUESTION = 200;
    private static final int LONGEST_CHOICE = 60;
    private static final int MOST_CHOICES = 30;
    private static final int MOST_HOURS = 31 * 24;
    private static final int MOST_POINTS = 100;

    /// What is wrong; its name is a key of what the page says.
    public enum Trouble {
        WORDS,
        CHOICES,
        CHOICES_TWICE,
        MOST,
        WHERE,
        /// Some of a group cannot be asked in it.
        TAG_IN_GROUP,
        /// Nobody there is known to be so.
        NOBODY,
        HOURS
    }

    /// By field; without entries where it can be asked.
    public Map<String, Trouble> troubles() {
        var wrong = new LinkedHashMap<String, Trouble>();
        if (question().isEmpty() || question().length() > LONGEST_QUESTION) {
            wrong.put("words", Trouble.WORDS);
        }
        choicesTrouble().ifPresent(it -> wrong.put("choices", it));
        if (limit() < 1 || limit() > MOST_POINTS) {
            wrong.put("most", Trouble.MOST);
        }
        if (electorate().isEmpty()) {
            wrong.put("where", Trouble.WHERE);
        }
        if (who().isPartOfGroup()) {
            wrong.put("tag", Trouble.TAG_IN_GROUP);
        }
        if (number(form.hours()) < 1 || number(form.hours()) > MOST_HOURS) {
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

    public UUID key() {
        try {
            return UUID.fromString(said(form.id()));
        } catch (IllegalArgumentException typed) {
            return UUID.randomUUID();
        }
    }

    /// One line, that cannot be taken for a button.
    public String question() {
        return plain(form.words());
    }

    public Paper paper() {
        var lines = lines();
        var named = IntStream.range(0, lines.size())
                .mapToObj(i -> new Choice(i + 1, lines.get(i)))
                .toList();
        return new Paper(ballot(), named, limit(), null);
    }

    public Optional<Electorate> electorate() {
        return who().read();
    }

    /// Whole buildings and what is above them; nobody asks a single flat.
    public static boolean isAsked(Place place) {
        return ReadElectorate.isAsked(place);
    }

    /// What staff knows of those who are asked; empty: of whoever lives there.
    public String tag() {
        return who().tag();
    }

    private ReadElectorate who() {
        return new ReadElectorate(form, map);
    }

    public Duration lasts() {
        return Duration.ofHours(number(form.hours()));
    }

    public boolean showsBars() {
        return Boolean.TRUE.equals(form.live());
    }

    private BallotKind ballot() {
        return switch (said(form.kind())) {
            case "SEVERAL", "DATE" -> BallotKind.SEVERAL;
            case "RANKED" -> BallotKind.RANKED;
            case "POINTS" -> BallotKind.POINTS;
            case "SCORES" -> BallotKind.SCORES;
            default -> BallotKind.ONE;
        };
    }

    /// For dates whatever suits may be chosen; a ranking may name all.
    private int limit() {
        return "DATE".equals(form.kind()) || "RANKED".equals(form.kind())
                ? Math.max(1, lines().size())
                : number(form.most());
    }

    private List<String> lines() {
        return "YES_NO".equals(form.kind())
                ? yesNo
                : said(form.choices())
                        .lines()
                        .map(ReadPoll::plain)
                        .filter(it -> !it.isEmpty())
                        .toList();
    }

    /// 0 where it is none.
    private static int number(@Nullable String typed) {
        String bare = typed == null ? "" : typed.strip();
        return bare.matches("\\d{1,6}") ? Integer.parseInt(bare) : 0;
    }

    static String said(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    static String plain(@Nullable String said) {
        return said == null ? "" : said.replaceAll("[\\p{Cntrl}▸#＃]+", " ").strip();
    }
}
