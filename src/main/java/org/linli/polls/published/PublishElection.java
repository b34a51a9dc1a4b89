package org.linli.polls.published;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.linli.polls.counting.Election;
import org.linli.polls.files.BallotText;
import org.linli.polls.files.Heading;
import org.linli.polls.files.WritePabulib;
import org.linli.polls.log.Entry;
import org.linli.polls.log.Level;
import org.linli.polls.log.MerkleTree;
import org.linli.polls.log.Receipt;
import org.linli.polls.log.SignKey;
import org.linli.polls.log.TreeHead;

/// Publishes an election that was held without a log, on paper or in a file: each ballot gets an entry now.
///
/// @param key whose name is that of the poll
public record PublishElection(Declared declared, Election election, Heading heading, SignKey key) {

    /// @param order in which the entries stand, which must not tell anything
    public String text(Instant moment, Random order) {
        var receipts = new ArrayList<>(receipts());
        Collections.shuffle(receipts, order);
        var entries = new ArrayList<Entry>();
        entries.add(declared.entry());
        receipts.forEach(it -> entries.add(Entry.cast(it)));
        var tree = new MerkleTree();
        entries.forEach(it -> tree.add(it.leaf()));
        var opening = TreeHead.at(key.check().name(), 1, tree.root(1), moment);
        var closing = TreeHead.of(key.check(), tree, moment);
        var ledger = new Ledger(
                declared,
                key.check(),
                entries,
                List.of(opening.signed(key), closing.signed(key)),
                declared.level() == Level.OPENINGS ? openings(receipts) : List.of(),
                winners(),
                pabulib());
        return WriteLedger.text(ledger, key);
    }

    private List<Receipt> receipts() {
        return election.ballots().entrySet().stream()
                .flatMap(it -> IntStream.range(0, it.getValue())
                        .mapToObj(_ -> BallotText.of(
                                it.getKey(),
                                election.projects(),
                                election.scales().points())))
                .map(it -> Receipt.draw(declared.poll(), it.line()))
                .toList();
    }

    private static List<Opening> openings(List<Receipt> receipts) {
        return IntStream.range(0, receipts.size())
                .mapToObj(it -> new Opening(
                        it + 2, receipts.get(it).nonce(), receipts.get(it).ballot()))
                .toList();
    }

    private List<String> winners() {
        return declared.rule().count(declared.bounds().on(election), declared.settings()).winners().stream()
                .map(it -> election.projects().get(it).id())
                .toList();
    }

    private String pabulib() {
        return declared.level() == Level.TALLIES
                ? WritePabulib.tallies(election, heading)
                : WritePabulib.text(election, heading);
    }
}
