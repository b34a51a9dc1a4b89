package org.linli.polls;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.stream.IntStream;
import org.linli.platform.database.CommunityId;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.ballots.Choice;
import org.linli.polls.ballots.Paper;

/// Reads a poll with its choices from one row.
public final class PollRows {

    static final String SELECT = """
            select p.*, coalesce(c.numbers, '{}') numbers, coalesce(c.names, '{}') names, coalesce(c.costs, '{}') costs
            from polls.polls p cross join lateral (
                select array_agg(c.number order by c.number) numbers, array_agg(c.name order by c.number) names,
                       array_agg(c.cost order by c.number) costs
                from polls.choices c where c.community_id = p.community_id and c.poll = p.id) c
            """;

    private PollRows() {}

    /// Signals `IllegalArgumentException` where it cannot be voted on, or says what is not known here: see
    /// [org.linli.platform.database.Known].
    static Poll poll(Readable row) {
        return new Poll(
                new CommunityId(text(row, "community_id")),
                text(row, "id"),
                integer(row, "number"),
                text(row, "question"),
                new Paper(
                        BallotKind.valueOf(text(row, "kind")),
                        choices(row),
                        integer(row, "most"),
                        row.get("budget", Long.class)),
                new Electorate(
                        Voice.valueOf(text(row, "voice")),
                        text(row, "place"),
                        text(row, "in_group"),
                        yes(row, "frozen")),
                yes(row, "live"),
                text(row, "asked_by"),
                instant(row, "opens_at"),
                instant(row, "closes_at"),
                yes(row, "is_open"));
    }

    private static List<Choice> choices(Readable row) {
        Integer[] numbers = array(row, "numbers", Integer[].class);
        String[] names = array(row, "names", String[].class);
        Long[] costs = array(row, "costs", Long[].class);
        return IntStream.range(0, numbers.length)
                .mapToObj(i -> new Choice(numbers[i], names[i], costs[i]))
                .toList();
    }

    /// Never `null`.
    public static <T> T array(Readable row, String column, Class<T> type) {
        T value = row.get(column, type);
        if (value == null) {
            throw new IllegalStateException("column '" + column + "' is null");
        }
        return value;
    }

    static boolean yes(Readable row, String column) {
        return Boolean.TRUE.equals(row.get(column, Boolean.class));
    }

    static long count(Readable row) {
        return number(row, "n");
    }
}
