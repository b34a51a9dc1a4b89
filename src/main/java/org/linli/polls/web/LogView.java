package org.linli.polls.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.linli.polls.Poll;
import org.linli.polls.log.Entry;
import org.linli.polls.log.Hash;
import org.linli.polls.log.TreeHead;
import org.linli.polls.logbook.Log;
import org.linli.polls.proofs.CheckReceipt.Checked;

/// The log of a vote as its page shows it.
///
/// @param heads  the latest first
/// @param asked  the receipt code that was typed; empty: none
/// @param published whether the ledger is there to be taken away
/// @param answer `null` where no log has it, or nothing was asked
record LogView(
        int number,
        String question,
        String key,
        List<String> declared,
        int size,
        List<Head> heads,
        List<Voided> voided,
        String asked,
        @Nullable Answer answer,
        boolean published,
        String path) {

    /// @param continues the proof that the log of this head begins with that of the one before
    record Head(int size, String root, String at, String note, List<String> continues) {}

    /// A ballot that two people have taken out.
    ///
    /// @param entry in which the log says so, from 1
    record Voided(int entry, String reason) {}

    /// @param path from the entry up to the root
    /// @param reason why it was voided; empty where it was not
    record Answer(
            int place,
            String kind,
            String reason,
            boolean holds,
            boolean signed,
            String line,
            List<String> path,
            String root) {

        static Answer of(Checked it) {
            return new Answer(
                    it.place(),
                    it.kind().name(),
                    it.reason(),
                    it.holds(),
                    it.head().isPresent(),
                    it.entry().line(),
                    it.proof().path().stream().map(Hash::hex).toList(),
                    it.root().hex());
        }
    }

    static LogView of(Poll poll, Log log, String asked, @Nullable Answer answer, boolean published) {
        return new LogView(
                poll.number(),
                poll.question(),
                log.check().written(),
                log.declared().lines(),
                log.entries().size(),
                heads(log),
                voided(log),
                asked,
                answer,
                published,
                "/polls/%s/%d".formatted(poll.community().value(), poll.number()));
    }

    private static List<Voided> voided(Log log) {
        return IntStream.range(0, log.entries().size())
                .filter(it -> log.entries().get(it).kind() == Entry.Kind.VOIDED)
                .mapToObj(it -> new Voided(it + 1, log.entries().get(it).reason()))
                .toList();
    }

    private static List<Head> heads(Log log) {
        var tree = log.tree();
        var heads = new ArrayList<Head>();
        int before = 0;
        for (TreeHead.Signed it : log.heads()) {
            int size = it.head().size();
            var proof = before == 0
                    ? List.<Hash>of()
                    : tree.consistency(before, size).path();
            heads.addFirst(new Head(
                    size,
                    it.head().root().base64(),
                    it.head().remark().replace("at ", ""),
                    it.note().strip(),
                    proof.stream().map(Hash::base64).toList()));
            before = size;
        }
        return heads;
    }
}
