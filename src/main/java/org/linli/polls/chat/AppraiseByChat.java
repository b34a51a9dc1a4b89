package org.linli.polls.chat;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.linli.dialogue.Answer;
import org.linli.dialogue.OpenQuestion;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.polls.rounds.FindRounds;
import org.linli.polls.rounds.Phase;
import org.linli.polls.rounds.Proposal.State;
import org.linli.polls.rounds.Propose;
import org.linli.polls.rounds.Round;
import org.linli.polls.rounds.RoundLetters;
import org.linli.polls.works.Appraisal;
import org.linli.polls.works.Appraisals;
import org.linli.polls.works.Appraisals.Unsaid;
import org.linli.polls.works.Appraised;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// "评价2号项目 5分 天天用": what residents think of a project that is done (评议), until the appraisal is over.
@Component
class AppraiseByChat implements Skill {

    private static final Intent APPRAISE = new Intent("poll.appraise");

    private static final Duration ASKED = Duration.ofDays(1);

    private final RoundHere here;
    private final FindRounds rounds;
    private final Propose proposals;
    private final Appraisals appraisals;
    private final RoundLetters letters;
    private final Clock clock;

    AppraiseByChat(
            RoundHere here,
            FindRounds rounds,
            Propose proposals,
            Appraisals appraisals,
            RoundLetters letters,
            Clock clock) {
        this.here = here;
        this.rounds = rounds;
        this.proposals = proposals;
        this.appraisals = appraisals;
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "appraise-project";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.equals(APPRAISE);
    }

    @Override
    public Optional<Intent> recognises(Speaker speaker, String said) {
        return speaker.group() == null && Appraisal.of(said).isPresent() ? Optional.of(APPRAISE) : Optional.empty();
    }

    @Override
    public Mono<Answer> perform(Request request) {
        return Mono.justOrEmpty(Appraisal.of(request.text()))
                .flatMap(it -> here.that(request.speaker(), AppraiseByChat::isAppraised)
                        .flatMap(round -> appraised(round, it, request)))
                .defaultIfEmpty(Answer.saying("appraisal-none", Map.of()));
    }

    /// One project may be done while another waits to be handed over.
    private static boolean isAppraised(Round round) {
        return round.phase().handsOver() || round.phase() == Phase.APPRAISAL;
    }

    private Mono<Answer> appraised(Round round, Appraisal it, Request request) {
        return proposals
                .one(round.community(), round.id(), it.proposal())
                .filter(proposal -> proposal.state() == State.DONE)
                .map(proposal -> {
                    var facts = new HashMap<>(letters.facts(round));
                    facts.put("proposal", letters.line(proposal));
                    facts.put("score", String.valueOf(it.score()));
                    facts.put("asks", it.used() == null ? "yes" : "no");
                    return Answer.saying("appraisal-taken", facts)
                            .with(new Appraised(round, it, RoundHere.voter(request.speaker()), request.at()));
                });
    }

    /// Whoever has not said whether they use it is asked, for a day.
    @Override
    public Mono<OpenQuestion> openQuestion(Speaker speaker) {
        return speaker.group() != null
                ? Mono.empty()
                : unsaid(speaker)
                        .map(it -> new OpenQuestion(
                                id(), String.valueOf(it.it().proposal()), it.at(), speaker.replyTo(), true));
    }

    @Override
    public Mono<Answer> reply(OpenQuestion question, Request request) {
        return Mono.justOrEmpty(uses(request.text()))
                .flatMap(uses -> unsaid(request.speaker())
                        .flatMap(it -> rounds.one(request.speaker().community(), it.round())
                                .filter(AppraiseByChat::isAppraised)
                                .flatMap(round -> appraised(round, it.it().said(uses), request))));
    }

    private Mono<Unsaid> unsaid(Speaker speaker) {
        return appraisals.unsaid(
                speaker.community(), RoundHere.voter(speaker), clock.instant().minus(ASKED));
    }

    /// By the number that the question names, or in words.
    private static Optional<Boolean> uses(String said) {
        if (said.strip().matches("[12１２]")) {
            return Optional.of(said.strip().matches("[1１]"));
        }
        return Appraisal.used(said).or(() -> switch (YesOrNo.of(said)) {
            case YES -> Optional.of(true);
            case NO -> Optional.of(false);
            case NEITHER -> Optional.empty();
        });
    }
}
