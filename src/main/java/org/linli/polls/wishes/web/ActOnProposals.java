package org.linli.polls.wishes.web;

import java.util.List;
import java.util.function.BiFunction;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.polls.consent.AnswerConsent;
import org.linli.polls.consent.Rearrangements;
import org.linli.polls.rounds.SupportProposal;
import org.linli.polls.wishes.web.OpenDoors.Come;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/// What residents do on their own page about proposals besides proposing: support, take support back, agree to what
/// staff wants to merge or split.
@Controller
class ActOnProposals {

    private final OpenDoors doors;
    private final SupportProposal supports;
    private final Rearrangements rearrangements;
    private final AnswerConsent consents;
    private final Effects effects;

    ActOnProposals(
            OpenDoors doors,
            SupportProposal supports,
            Rearrangements rearrangements,
            AnswerConsent consents,
            Effects effects) {
        this.doors = doors;
        this.supports = supports;
        this.rearrangements = rearrangements;
        this.consents = consents;
        this.effects = effects;
    }

    @PostMapping(ProposePage.PATH + "/support")
    Mono<String> support(@PathVariable String community, @PathVariable String ticket, OneOf form) {
        return changed(
                community,
                ticket,
                "supported",
                (come, voter) -> supports.support(come.who().community(), come.collected(), form.number(), voter)
                        .map(it -> List.of(it.effect())));
    }

    @PostMapping(ProposePage.PATH + "/unsupport")
    Mono<String> unsupport(@PathVariable String community, @PathVariable String ticket, OneOf form) {
        return changed(
                community,
                ticket,
                "unsupported",
                (come, voter) -> supports.unsupport(come.who().community(), come.collected(), form.number(), voter)
                        .map(it -> List.of(it.effect())));
    }

    private Mono<String> changed(
            String community, String ticket, String said, BiFunction<Come, String, Mono<List<Effect>>> how) {
        return doors.come(community, ticket)
                .flatMap(come -> Mono.defer(() -> how.apply(come, come.who().voter()))
                        .flatMap(all -> effects.commit(all).thenReturn(said))
                        .retryWhen(ProposePage.AGAIN)
                        .defaultIfEmpty("late")
                        .map(it -> "redirect:" + come.path() + "?said=" + it));
    }

    @PostMapping(ProposePage.PATH + "/consent")
    Mono<String> consent(@PathVariable String community, @PathVariable String ticket, OneOf form) {
        return doors.come(community, ticket)
                .flatMap(come -> Mono.justOrEmpty(come.round())
                        .flatMap(round -> Mono.defer(() -> rearrangements
                                        .asked(
                                                round.community(),
                                                round.id(),
                                                come.who().voter())
                                        .filter(it -> it.number() == form.number())
                                        .next()
                                        .flatMap(it -> consents.answer(
                                                round, it, come.who().voter(), form.isAgreed())))
                                .flatMap(it -> effects.commit(it.effects()).thenReturn("consented-" + it.outcome()))
                                .retryWhen(ProposePage.AGAIN))
                        .defaultIfEmpty("late")
                        .map(said -> "redirect:" + come.path() + "?said=" + said));
    }
}
