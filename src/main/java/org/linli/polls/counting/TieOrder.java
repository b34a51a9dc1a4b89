package org.linli.polls.counting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Who goes first of those that a rule holds to be equal: announced before anybody votes, and the same in every
/// rerun.
///
/// @param criteria the first that tells them apart decides; after the last, the order of ids as strings does
public record TieOrder(List<Criterion> criteria) {

    /// Lower cost, then more votes: what equalshares.net recommends.
    public static final TieOrder USUAL = new TieOrder(List.of(Criterion.Known.COST, Criterion.Known.VOTES));

    public TieOrder {
        criteria = List.copyOf(criteria);
    }

    /// Reads what [#written()] writes: `cost,votes,lot=2026`. Throws `IllegalArgumentException` where it is none.
    public static TieOrder read(String written) {
        return new TieOrder(
                Arrays.stream(written.split(",", -1)).map(Criterion::read).toList());
    }

    public String written() {
        return criteria.stream().map(Criterion::word).collect(Collectors.joining(","));
    }

    /// One thing to look at.
    public sealed interface Criterion {

        /// As it is announced.
        String word();

        private static Criterion read(String word) {
            return word.matches("lot=.+")
                    ? new Lot(word.substring(4))
                    : Arrays.stream(Known.values())
                            .filter(it -> it.word().equals(word))
                            .findFirst()
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "'%s', expected a list of cost, votes, name, list and lot=SEED".formatted(word)));
        }

        /// What needs no announcement of its own.
        enum Known implements Criterion {
            /// The cheaper one.
            COST,
            /// The one with more votes.
            VOTES,
            /// The id that comes first as a string, by UTF-16 code units: `10` before `2`.
            NAME,
            /// The one that stands first on the list.
            LIST;

            @Override
            public String word() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        /// A lot that everybody can draw again: the smaller SHA-256 of seed, a zero byte and id goes first.
        ///
        /// @param seed made public before the vote, or drawn in public after it
        record Lot(String seed) implements Criterion {

            public Lot {
                if (seed.isEmpty() || seed.matches("(?s).*[,;\\s].*")) {
                    throw new IllegalArgumentException("a seed has no commas, semicolons or spaces");
                }
            }

            @Override
            public String word() {
                return "lot=" + seed;
            }

            String drawn(Project project) {
                try {
                    var digest = MessageDigest.getInstance("SHA-256");
                    digest.update(seed.getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                    return HexFormat.of().formatHex(digest.digest(project.id().getBytes(StandardCharsets.UTF_8)));
                } catch (NoSuchAlgorithmException everyJavaHasIt) {
                    throw new IllegalStateException(everyJavaHasIt);
                }
            }
        }
    }

    /// Orders places in the list of projects, the winner of a tie first. Never calls two of them equal.
    ///
    /// @param votes for each project
    Comparator<Integer> of(List<Project> projects, long[] votes) {
        Comparator<Integer> order = (_, _) -> 0;
        for (Criterion criterion : criteria) {
            order = order.thenComparing(by(criterion, projects, votes));
        }
        return order.thenComparing(by(Criterion.Known.NAME, projects, votes)).thenComparing(Comparator.naturalOrder());
    }

    private static Comparator<Integer> by(Criterion criterion, List<Project> projects, long[] votes) {
        return switch (criterion) {
            case Criterion.Known.COST ->
                Comparator.comparingLong(it -> projects.get(it).cost());
            case Criterion.Known.VOTES -> Comparator.comparingLong(it -> -votes[it]);
            case Criterion.Known.NAME ->
                Comparator.comparing(it -> projects.get(it).id());
            case Criterion.Known.LIST -> Comparator.naturalOrder();
            case Criterion.Lot lot -> Comparator.comparing(it -> lot.drawn(projects.get(it)));
        };
    }
}
