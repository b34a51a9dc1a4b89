package org.linli.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/// The last seconds of a primary, of which its standby receives nothing.
///
/// Messages are called as the crowd calls them.
final class Gap {

    private final PrimaryAndStandby servers;
    private final String effects;
    private final String letters;

    private Set<String> takenBefore = Set.of();
    private Set<String> doneBefore = Set.of();
    private Set<String> sentBefore = Set.of();
    private Set<String> takenUntilTheEnd = Set.of();
    private Set<String> heardUntilTheEnd = Set.of();

    /// @param effects asks for the messages that had an effect, each as often as it had one
    /// @param letters asks for the messages that have a letter, without a condition on its state
    Gap(PrimaryAndStandby servers, String effects, String letters) {
        this.servers = servers;
        this.effects = "select it, count(*) from (%s) of_each (it) group by 1".formatted(effects);
        this.letters = letters;
    }

    /// Remembers what is there, lets the standby receive that and no more, and waits until so many messages were taken
    /// that it will never know of.
    void open(Ledger ledger, PlatformUnderLoad platform, int messages) throws SQLException {
        takenBefore = Set.copyOf(platform.taken);
        doneBefore = Set.copyOf(ledger.counts(effects).keySet());
        sentBefore = Set.copyOf(ledger.counts(inState("'sent'")).keySet());
        servers.awaitReceived();
        servers.fallBehind();
        Failover.awaitTaken(platform, servers.standbySays("select count(*) from inbox.arrivals") + messages);
    }

    /// After the primary died and before anybody takes its place.
    void end(PlatformUnderLoad platform) {
        takenUntilTheEnd = Set.copyOf(platform.taken);
        heardUntilTheEnd = Set.copyOf(platform.answers.keySet());
    }

    /// What was acknowledged before the gap or after it has its effect, once; of the gap only what the program was
    /// still at work on when its server died: on a slow machine that may be all.
    ///
    /// @return the messages that have had their effect
    Set<String> losesOnlyItself(Ledger ledger, PlatformUnderLoad platform) throws SQLException {
        assertThat(ledger.number("select count(*) from inbox.arrivals where state <> 'done'"))
                .isZero();
        var survived = ledger.counts(effects);
        assertThat(survived.values()).as("effects of each message").allMatch(it -> it == 1);
        assertThat(survived.keySet())
                .as("what was there before")
                .containsAll(takenBefore)
                .containsAll(doneBefore);
        var lost = new HashSet<>(platform.taken);
        lost.removeAll(survived.keySet());
        System.out.printf(
                "%d taken, %d with effect, %d lost of the %d taken between the last word to the standby and the end%n",
                platform.taken.size(), survived.size(), lost.size(), takenInIt().size());
        assertThat(lost).as("lost").isSubsetOf(takenInIt());
        return Set.copyOf(survived.keySet());
    }

    /// Letters end as sent or unknown, and nobody hears twice but answers of the gap, whose sending was forgotten.
    void repeatsOnlyItself(Ledger ledger, PlatformUnderLoad platform, Set<String> survived) throws SQLException {
        var sent = ledger.counts(inState("'sent'"));
        var unknown = ledger.counts(inState("'unknown'"));
        var ended = new HashSet<>(sent.keySet());
        ended.addAll(unknown.keySet());
        assertThat(ended).as("one letter a message").isEqualTo(survived);
        var twice = new HashSet<String>();
        platform.answers.forEach((message, ways) -> {
            assertThat(ways).as(message).hasSizeLessThanOrEqualTo(2);
            if (ways.size() == 2) {
                twice.add(message);
            }
        });
        System.out.printf("%d sent, %d unknown, %d heard twice%n", sent.size(), unknown.size(), twice.size());
        assertThat(twice).as("sent again").noneMatch(sentBefore::contains);
        assertThat(twice).as("sent again").isSubsetOf(heardUntilTheEnd);
    }

    private Set<String> takenInIt() {
        var taken = new HashSet<>(takenUntilTheEnd);
        taken.removeAll(takenBefore);
        return taken;
    }

    private String inState(String states) {
        return "select it, count(*) from (%s %s state in (%s)) of_each (it) group by 1"
                .formatted(letters, letters.contains(" where ") ? "and" : "where", states);
    }
}
