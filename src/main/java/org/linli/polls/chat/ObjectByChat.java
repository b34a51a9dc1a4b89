package org.linli.polls.chat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.linli.cases.Neighbour;
import org.linli.cases.Report;
import org.linli.cases.ReportCase;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.platform.database.Effect;
import org.linli.polls.rounds.FindProposals;
import org.linli.polls.rounds.Objection;
import org.linli.polls.rounds.Phase;
import org.linli.polls.rounds.Proposal;
import org.linli.polls.rounds.Round;
import org.linli.polls.rounds.RoundChanged;
import org.linli.polls.rounds.RoundChanged.Change;
import org.linli.polls.rounds.RoundLetters;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Takes objections while a result is made public (公示异议). Each is a case with a deadline; what it is about rests, and
/// the round does not go on, before it is decided.
@Component
class ObjectByChat implements Skill {

    private static final Intent OBJECT = new Intent("poll.object");
    private static final int SHORTEST = 4;

    private final RoundHere here;
    private final FindProposals proposals;
    private final ReportCase cases;
    private final RoundLetters letters;

    ObjectByChat(RoundHere here, FindProposals proposals, ReportCase cases, RoundLetters letters) {
        this.here = here;
        this.proposals = proposals;
        this.cases = cases;
        this.letters = letters;
    }

    @Override
    public String id() {
        return "poll-object";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.equals(OBJECT);
    }

    @Override
    public Optional<Intent> recognises(Speaker speaker, String said) {
        return speaker.group() == null && RoundWords.objects(said) ? Optional.of(OBJECT) : Optional.empty();
    }

    @Override
    public Mono<Answer> perform(Request request) {
        return here.in(Phase.PUBLICITY, request.speaker())
                .flatMap(round -> {
                    String words = RoundWords.objection(request.text());
                    return words.length() < SHORTEST
                            ? Mono.just(Answer.saying("objection-how", letters.facts(round)))
                            : about(round, words).flatMap(proposal -> taken(round, words, proposal, request));
                })
                .defaultIfEmpty(Answer.saying("objection-none", Map.of()));
    }

    /// The proposal that the words name; 0 where they name none that is there.
    private Mono<Integer> about(Round round, String words) {
        var named = RoundWords.about(words);
        return named.isEmpty()
                ? Mono.just(0)
                : proposals
                        .one(round.community(), round.id(), named.getAsInt())
                        .map(Proposal::number)
                        .defaultIfEmpty(0);
    }

    private Mono<Answer> taken(Round round, String words, int proposal, Request request) {
        return cases.report(report(words, request)).map(opened -> {
            String number = opened.facts().getOrDefault("number", "");
            var it = new Objection(
                    0, proposal, words, request.speaker().address().text(), number, request.at(), "", null);
            var facts = new HashMap<>(letters.facts(round));
            facts.put("case", number);
            facts.put("due", opened.facts().getOrDefault("due", ""));
            facts.put("about", String.valueOf(proposal));
            Effect objected =
                    new RoundChanged(new Change.Objected(round, it, RoundHere.voter(request.speaker()), request.key()));
            return new Answer("objection-taken", facts, opened.effects()).with(objected);
        });
    }

    private static Report report(String words, Request request) {
        var speaker = request.speaker();
        var resident = speaker.resident();
        return new Report(
                speaker.community(),
                request.key(),
                OBJECT.label(),
                null,
                "",
                words,
                request.pictures(),
                new Neighbour(resident == null ? null : resident.id(), speaker.address(), null, speaker.address()),
                request.at());
    }
}
