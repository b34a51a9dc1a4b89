package org.linli.polls.proofs;

import java.util.List;
import java.util.Optional;
import org.linli.platform.database.CommunityId;
import org.linli.polls.FindPolls;
import org.linli.polls.Poll;
import org.linli.polls.log.Entry;
import org.linli.polls.log.Hash;
import org.linli.polls.log.InclusionProof;
import org.linli.polls.log.ReceiptCode;
import org.linli.polls.log.TreeHead;
import org.linli.polls.logbook.Entries;
import org.linli.polls.logbook.Entries.Found;
import org.linli.polls.logbook.Log;
import org.linli.polls.logbook.Logbook;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Says whether the ballot of a receipt is in the log and unchanged, and proves it. What the ballot says is not there
/// to be told.
@Service
public class CheckReceipt {

    /// @param place from 1
    /// @param last  what is said of it last: cast, replaced by a later one, or voided and why
    /// @param head  the latest that is signed; empty while none covers the entry
    /// @param proof that the entry is in the log of that head, or of now where there is none
    /// @param root  of the log that the proof is about
    public record Checked(
            Poll poll,
            int place,
            Entry entry,
            Entry last,
            Optional<TreeHead.Signed> head,
            InclusionProof proof,
            Hash root) {

        public Entry.Kind kind() {
            return last.kind();
        }

        /// Why it was voided; empty where it was not.
        public String reason() {
            return last.reason();
        }

        /// Does again what everybody can do with the proof.
        public boolean holds() {
            return proof.proves(entry.leaf(), root);
        }
    }

    private final Entries entries;
    private final Logbook logs;
    private final FindPolls polls;

    CheckReceipt(Entries entries, Logbook logs, FindPolls polls) {
        this.entries = entries;
        this.logs = logs;
        this.polls = polls;
    }

    /// Empty where no log has such an entry.
    public Mono<Checked> check(CommunityId community, ReceiptCode code) {
        return entries.find(community, code)
                .collectList()
                .filter(found -> !found.isEmpty())
                .flatMap(found -> checked(community, found));
    }

    private Mono<Checked> checked(CommunityId community, List<Found> found) {
        String poll = found.getFirst().poll();
        return Mono.zip(polls.one(community, poll), logs.of(community, poll))
                .map(it -> checked(it.getT1(), it.getT2(), found));
    }

    private static Checked checked(Poll poll, Log log, List<Found> found) {
        var cast = found.getFirst();
        var tree = log.tree();
        var head = log.lastHead().filter(it -> it.head().size() > cast.place());
        int size = head.map(it -> it.head().size()).orElse(tree.size());
        return new Checked(
                poll,
                cast.place() + 1,
                cast.entry(),
                found.getLast().entry(),
                head,
                tree.inclusion(cast.place(), size),
                head.map(it -> it.head().root()).orElseGet(() -> tree.root(size)));
    }
}
