package org.linli.polls.published;

import java.util.HashMap;
import java.util.Map;
import org.linli.polls.log.Hash;
import org.linli.polls.log.Level;
import org.linli.polls.log.MerkleTree;
import org.linli.polls.log.TreeHead;

/// Checks a published vote from the first byte to the winners.
public final class VerifyLedger {

    /// What was found right.
    ///
    /// @param ballots that count
    /// @param recounted whether the winners were found again; [Level#TALLIES] hides from some rules what they need
    public record Verdict(Ledger ledger, long ballots, boolean recounted) {}

    private final ReadLedger read;
    private final Ledger ledger;
    private final MerkleTree tree;

    private VerifyLedger(ReadLedger read) {
        this.read = read;
        this.ledger = read.ledger();
        this.tree = ledger.tree();
    }

    /// Throws [Refused] with the place where the file is not what it claims to be. That the key is the right one is for
    /// whoever asks to know: it is on the notice board.
    public static Verdict check(byte[] file) {
        var seal = Seal.of(file);
        var it = new VerifyLedger(new ReadLedger(seal.content()));
        seal.checkSigned(it.ledger.key());
        it.checkHeads();
        var standing = it.standing();
        var recount = ReadLedger.at(it.read.first(Section.ELECTION), () -> Recount.of(it.ledger));
        it.checkBallots(recount, standing.size());
        it.checkOpenings(recount, standing);
        it.require(recount.agrees(), Section.RESULT, 0, "counting anew gives " + recount.winners());
        return new Verdict(it.ledger, standing.size(), recount.isPossible());
    }

    /// Throws [Refused] unless the log continues the one whose head somebody has kept.
    public static void checkContinues(Verdict verdict, TreeHead.Signed kept) {
        var tree = verdict.ledger().tree();
        int size = kept.head().size();
        boolean continues = kept.isBy(verdict.ledger().key())
                && size <= tree.size()
                && tree.root(size).equals(kept.head().root());
        if (!continues) {
            throw new Refused(1, "the log does not continue the kept one of %d entries".formatted(size));
        }
    }

    private void checkHeads() {
        int before = 0;
        for (int i = 0; i < ledger.heads().size(); i++) {
            var signed = ledger.heads().get(i);
            int size = signed.head().size();
            require(signed.isBy(ledger.key()), Section.HEADS, i, "the head is not signed by the key");
            boolean continues = before <= size
                    && size <= tree.size()
                    && tree.root(size).equals(signed.head().root());
            require(continues, Section.HEADS, i, "the first %d entries are not those of this head".formatted(size));
            before = size;
        }
        require(before == tree.size(), Section.HEADS, -1, "no head covers the whole log");
    }

    /// Numbers of the entries that count, by what they hold.
    private Map<Hash, Integer> standing() {
        var entries = ledger.entries();
        boolean asDeclared = !entries.isEmpty()
                && entries.getFirst().equals(ledger.declared().entry());
        require(asDeclared, Section.LOG, 0, "entry 1 is not the hash of the declared rules");
        var cast = new HashMap<Hash, Integer>();
        var standing = new HashMap<Hash, Integer>();
        for (int i = 1; i < entries.size(); i++) {
            var what = entries.get(i).what();
            int number = i + 1;
            boolean fits = switch (entries.get(i).kind()) {
                case RULES -> false;
                case CAST -> cast.put(what, number) == null && standing.put(what, number) == null;
                case REPLACED, VOIDED -> standing.remove(what) != null;
            };
            require(fits, Section.LOG, i, "entry %d does not fit those before it".formatted(number));
        }
        return standing;
    }

    private void checkBallots(Recount recount, int standing) {
        int expected = ledger.shown() == Level.TALLIES ? 0 : standing;
        int shown = recount.ballots().size();
        require(shown == expected, Section.ELECTION, 0, "%d ballots, expected %d".formatted(shown, expected));
        require(recount.sumsAgree(), Section.ELECTION, 0, "the column of votes is not the sum of the ballots");
    }

    /// Each entry that counts is opened once, and what comes out are the ballots of the election.
    private void checkOpenings(Recount recount, Map<Hash, Integer> standing) {
        var openings = ledger.openings();
        int expected = ledger.shown() == Level.OPENINGS ? standing.size() : 0;
        require(openings.size() == expected, Section.OPENINGS, -1, "expected %d openings".formatted(expected));
        var closed = new HashMap<>(standing);
        for (int i = 0; i < openings.size(); i++) {
            var opening = openings.get(i);
            var held = ReadLedger.at(
                    read.first(Section.OPENINGS) + i,
                    () -> opening.receipt(ledger.declared().poll()).commitment());
            require(
                    closed.remove(held, opening.entry()),
                    Section.OPENINGS,
                    i,
                    "it does not open entry " + opening.entry());
        }
        var opened = openings.stream().map(Opening::ballot).sorted().toList();
        require(
                opened.isEmpty() || opened.equals(recount.ballots()),
                Section.OPENINGS,
                0,
                "what the entries hold are not the ballots of the election");
    }

    private void require(boolean good, Section section, int place, String otherwise) {
        if (!good) {
            throw new Refused(read.first(section) + place, otherwise);
        }
    }
}
