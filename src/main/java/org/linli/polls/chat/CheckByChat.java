package org.linli.polls.chat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.polls.CastBallot;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Poll;
import org.linli.polls.PollLetters;
import org.linli.polls.log.ReceiptCode;
import org.linli.polls.proofs.CheckReceipt;
import org.linli.polls.proofs.CheckReceipt.Checked;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// "查票 K7PM-3QXA-9DTR-WC4H": whether that ballot is in and unchanged, told to anybody who has the code. What it says is
/// told to its own voter alone, in private.
@Component
class CheckByChat implements Skill {

    private static final Intent CHECK = new Intent("poll.check");

    private final OpenHere here;
    private final CheckReceipt receipts;
    private final CastBallot cast;
    private final PollLetters letters;

    CheckByChat(OpenHere here, CheckReceipt receipts, CastBallot cast, PollLetters letters) {
        this.here = here;
        this.receipts = receipts;
        this.cast = cast;
        this.letters = letters;
    }

    @Override
    public String id() {
        return "poll-check";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.equals(CHECK);
    }

    @Override
    public Optional<Intent> recognises(Speaker speaker, String said) {
        return ReceiptWords.areIn(said) ? Optional.of(CHECK) : Optional.empty();
    }

    @Override
    public Mono<Answer> perform(Request request) {
        var code = ReceiptWords.code(request.text());
        if (code.isEmpty()) {
            String typed = ReceiptWords.nameOne(request.text()) ? "yes" : "no";
            return Mono.just(Answer.saying("receipt-how", Map.of("typed", typed)));
        }
        return receipts.check(request.speaker().community(), code.get())
                .flatMap(it -> said(it, code.get(), request.speaker()).map(said -> found(it, code.get(), said)))
                .defaultIfEmpty(
                        Answer.saying("receipt-none", Map.of("code", code.get().toString())));
    }

    private Answer found(Checked it, ReceiptCode code, String said) {
        var facts = new HashMap<>(letters.facts(it.poll()));
        facts.put("code", code.toString());
        facts.put("place", String.valueOf(it.place()));
        facts.put("size", String.valueOf(it.proof().size()));
        facts.put("steps", String.valueOf(it.proof().path().size()));
        facts.put("kind", it.kind().name());
        facts.put("reason", it.reason());
        facts.put("holds", it.holds() ? "yes" : "no");
        facts.put("root", it.root().base64());
        facts.put("signed", it.head().isPresent() ? "yes" : "no");
        facts.put("yours", said);
        return Answer.saying("receipt-checked", facts);
    }

    /// Never empty; without words for everybody but the voter.
    private Mono<String> said(Checked it, ReceiptCode code, Speaker speaker) {
        return speaker.group() != null
                ? Mono.just("")
                : here.voter(it.poll(), speaker)
                        .ofType(Voter.class)
                        .flatMap(voter -> own(it.poll(), voter, code))
                        .defaultIfEmpty("");
    }

    /// Empty where it is somebody else's, or the voter has voted anew.
    private Mono<String> own(Poll poll, Voter voter, ReceiptCode code) {
        return cast.receipt(poll, voter)
                .filter(code::equals)
                .flatMap(_ -> cast.current(poll, voter))
                .map(marks -> letters.said(poll, marks));
    }
}
