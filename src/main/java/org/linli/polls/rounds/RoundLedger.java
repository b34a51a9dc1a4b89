package org.linli.polls.rounds;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.linli.cases.SpokenTime;
import org.linli.polls.Poll;
import org.linli.polls.ballots.Marks;
import org.linli.polls.counting.Election;
import org.linli.polls.files.Heading;
import org.linli.polls.files.WritePabulib;
import org.linli.polls.log.Entry;
import org.linli.polls.log.Hash;
import org.linli.polls.log.Level;
import org.linli.polls.log.Receipt;
import org.linli.polls.logbook.Log;
import org.linli.polls.published.Ledger;
import org.linli.polls.published.Opening;
import org.linli.polls.published.WriteLedger;
import org.linli.polls.rounds.RoundChanged.Result;

/// The ledger of a counted round: pure.
///
/// @param out    numbers of proposals that were taken out since the paper was made
/// @param opened what opens the entry of each ballot; none unless the level is [Level#OPENINGS]
/// @param unit   the community's name
record RoundLedger(
        Round round,
        Poll poll,
        Log log,
        Result result,
        Map<Marks, Integer> ballots,
        Set<Integer> out,
        List<Receipt> opened,
        String unit) {

    String name() {
        return log.declared().poll();
    }

    /// Throws `NoSuchElementException` where the key was destroyed.
    String text() {
        var election = new CountBallots(round.rules(), poll.paper()).election(ballots, out);
        var level = log.declared().shown(election.voters());
        var ledger = new Ledger(
                log.declared(),
                log.check(),
                log.entries(),
                log.heads(),
                level == Level.OPENINGS ? openings() : List.of(),
                result.winners().stream().map(String::valueOf).toList(),
                pabulib(election, level));
        return WriteLedger.text(ledger, log.sign().orElseThrow());
    }

    private String pabulib(Election election, Level level) {
        var heading = new Heading(
                round.title(),
                unit,
                name(),
                result.rule(),
                poll.opensAt().atZone(SpokenTime.ZONE).toLocalDate(),
                poll.closesAt().atZone(SpokenTime.ZONE).toLocalDate());
        return level == Level.TALLIES ? WritePabulib.tallies(election, heading) : WritePabulib.text(election, heading);
    }

    private List<Opening> openings() {
        var places = new HashMap<Hash, Integer>();
        IntStream.range(0, log.entries().size())
                .filter(it -> log.entries().get(it).kind() == Entry.Kind.CAST)
                .forEach(it -> places.put(log.entries().get(it).what(), it + 1));
        return opened.stream()
                .map(it -> new Opening(Objects.requireNonNull(places.get(it.commitment())), it.nonce(), it.ballot()))
                .sorted((one, other) -> Integer.compare(one.entry(), other.entry()))
                .toList();
    }
}
