package org.linli.polls.wishes.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.linli.cases.PictureKept;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.community.Residents;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.polls.consent.AnswerConsent;
import org.linli.polls.consent.Rearrangements;
import org.linli.polls.rounds.FindProposals;
import org.linli.polls.rounds.FindRounds;
import org.linli.polls.rounds.Phase;
import org.linli.polls.rounds.Proposal;
import org.linli.polls.rounds.Propose;
import org.linli.polls.rounds.Propose.Prepared;
import org.linli.polls.rounds.Propose.Wish;
import org.linli.polls.rounds.Round;
import org.linli.polls.wishes.Doors;
import org.linli.polls.wishes.Doors.Comer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/// A resident's own page about proposals, behind a link that was told in private: proposes, shows what resembles it
/// before it is sent, supports, takes support back, agrees to what staff wants to merge or split.
@Controller
class ProposePage {

    private static final String PATH = "/propose/{community}/{ticket:[0-9a-f]{40}}";
    private static final String PERSON = "resident:";
    private static final Retry AGAIN =
            Retry.max(5).filter(Conflict.class::isInstance).onRetryExhaustedThrow((_, last) -> last.failure());

    private record Come(Comer who, CommunityMap map, Optional<Round> round, String path) {

        /// Where proposals stand now.
        String collected() {
            return round.filter(it -> it.phase() == Phase.COLLECTING)
                    .map(Round::id)
                    .orElse(FindProposals.NEXT);
        }
    }

    private final Doors doors;
    private final Communities communities;
    private final Residents residents;
    private final FindRounds rounds;
    private final FindProposals proposals;
    private final Propose propose;
    private final Rearrangements rearrangements;
    private final AnswerConsent consents;
    private final ReadPictures pictures;
    private final Effects effects;

    ProposePage(
            Doors doors,
            Communities communities,
            Residents residents,
            FindRounds rounds,
            FindProposals proposals,
            Propose propose,
            Rearrangements rearrangements,
            AnswerConsent consents,
            ReadPictures pictures,
            Effects effects) {
        this.doors = doors;
        this.communities = communities;
        this.residents = residents;
        this.rounds = rounds;
        this.proposals = proposals;
        this.propose = propose;
        this.rearrangements = rearrangements;
        this.consents = consents;
        this.pictures = pictures;
        this.effects = effects;
    }

    @GetMapping(PATH)
    Mono<String> page(
            @PathVariable String community,
            @PathVariable String ticket,
            @RequestParam(defaultValue = "") String said,
            Model model) {
        model.addAttribute("said", said.matches("taken|supported|unsupported|late|consented-[A-Z]{4,7}") ? said : "");
        return come(community, ticket)
                .flatMap(
                        it -> fresh().flatMap(send -> shown(it, ProposalForm.empty(send), Map.of(), List.of(), model)));
    }

    @PostMapping(PATH)
    Mono<String> propose(@PathVariable String community, @PathVariable String ticket, ProposalForm form, Model model) {
        return come(community, ticket)
                .flatMap(it -> pictures.read(it.who().community(), form)
                        .flatMap(kept -> proposed(it, form, kept, model))
                        .onErrorResume(
                                ReadPictures.NoPicture.class,
                                _ -> shown(it, form, Map.of("pictures", "propose.trouble.PICTURE"), List.of(), model)));
    }

    private Mono<String> proposed(Come come, ProposalForm form, List<PictureKept> kept, Model model) {
        var all = Stream.concat(
                        form.earlier().stream(), kept.stream().map(it -> it.id().toString()))
                .limit(ProposalForm.MOST_PICTURES)
                .toList();
        var typed = form.keeping(all);
        var troubles = typed.troubles(come.map());
        if (!troubles.isEmpty()) {
            return effects.commit(kept).then(shown(come, typed, troubles, List.of(), model));
        }
        return Mono.defer(() -> propose.prepare(wish(come, typed)))
                .flatMap(it -> it.alike().isEmpty() || typed.isAnother()
                        ? taken(come, it, kept)
                        : effects.commit(kept).then(shown(come, typed, Map.of(), it.alike(), model)))
                .retryWhen(AGAIN);
    }

    private Mono<String> taken(Come come, Prepared it, List<? extends Effect> kept) {
        List<Effect> all = new ArrayList<>(kept);
        all.addAll(it.effects());
        return effects.commit(all).thenReturn("redirect:" + come.path() + "?said=taken");
    }

    private static Wish wish(Come come, ProposalForm form) {
        return new Wish(
                come.who().community(),
                come.collected(),
                form.called(),
                form.called() + "\n" + form.because(),
                form.where(),
                come.who().toldAt(),
                come.who().voter(),
                "page/" + form.attempt(),
                form.earlier(),
                form.guess());
    }

    @PostMapping(PATH + "/support")
    Mono<String> support(@PathVariable String community, @PathVariable String ticket, OneOf form) {
        return changed(
                community,
                ticket,
                "supported",
                (come, voter) -> propose.support(come.who().community(), come.collected(), form.number(), voter)
                        .map(it -> List.of(it.effect())));
    }

    @PostMapping(PATH + "/unsupport")
    Mono<String> unsupport(@PathVariable String community, @PathVariable String ticket, OneOf form) {
        return changed(
                community,
                ticket,
                "unsupported",
                (come, voter) -> propose.unsupport(come.who().community(), come.collected(), form.number(), voter)
                        .map(it -> List.of(it.effect())));
    }

    private Mono<String> changed(
            String community, String ticket, String said, BiFunction<Come, String, Mono<List<Effect>>> how) {
        return come(community, ticket)
                .flatMap(come -> Mono.defer(() -> how.apply(come, come.who().voter()))
                        .flatMap(all -> effects.commit(all).thenReturn(said))
                        .retryWhen(AGAIN)
                        .defaultIfEmpty("late")
                        .map(it -> "redirect:" + come.path() + "?said=" + it));
    }

    @PostMapping(PATH + "/consent")
    Mono<String> consent(@PathVariable String community, @PathVariable String ticket, OneOf form) {
        return come(community, ticket)
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
                                .retryWhen(AGAIN))
                        .defaultIfEmpty("late")
                        .map(said -> "redirect:" + come.path() + "?said=" + said));
    }

    private Mono<String> shown(
            Come come, ProposalForm form, Map<String, String> troubles, List<Proposal> alike, Model model) {
        String voter = come.who().voter();
        return Mono.zip(
                        proposals
                                .concerning(come.who().community(), come.collected(), voter)
                                .filter(it -> !it.state().isGone())
                                .concatMap(it -> proposals.standing(it, voter).map(s -> new Mine(it, s.proposed())))
                                .collectList(),
                        Mono.justOrEmpty(come.round())
                                .flatMapMany(round -> rearrangements.asked(round.community(), round.id(), voter))
                                .collectList())
                .doOnNext(found -> {
                    model.addAttribute("form", form);
                    model.addAttribute("troubles", troubles);
                    model.addAttribute("alike", alike);
                    model.addAttribute("mine", found.getT1());
                    model.addAttribute("asked", found.getT2());
                    model.addAttribute("path", come.path());
                    model.addAttribute("round", come.round().map(Round::title).orElse(""));
                    model.addAttribute("collecting", !come.collected().equals(FindProposals.NEXT));
                    model.addAttribute("places", places(come.map()));
                })
                .thenReturn("polls/propose");
    }

    /// @param own whether they proposed it
    record Mine(Proposal it, boolean own) {}

    /// Whatever is larger than a staircase.
    private static List<Place> places(CommunityMap map) {
        return map.places().stream()
                .filter(it -> it.kind() == Place.Kind.SPOT || it.kind().compareTo(Place.Kind.BUILDING) <= 0)
                .toList();
    }

    /// Signals 404 for a link that opens nothing.
    private Mono<Come> come(String community, String ticket) {
        return doors.comer(new CommunityId(community), ticket)
                .flatMap(who -> communities
                        .map(who.community())
                        .flatMap(map -> current(who, map)
                                .map(round ->
                                        new Come(who, map, round, "/propose/%s/%s".formatted(community, ticket)))))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    /// The latest that collects or is reviewed where they live. Never empty.
    private Mono<Optional<Round>> current(Comer who, CommunityMap map) {
        return home(who)
                .map(map::place)
                .defaultIfEmpty(Optional.empty())
                .flatMap(home -> rounds.latest(who.community())
                        .filter(it -> it.phase() == Phase.COLLECTING || it.phase() == Phase.REVIEW)
                        .filter(it -> home.map(place -> map.isWithin(place, it.place()))
                                .orElse(true))
                        .next())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    /// Empty where nobody knows it: they are believed for what leads to no ballot.
    private Mono<String> home(Comer who) {
        return who.voter().startsWith(PERSON)
                ? residents
                        .byId(who.community(), who.voter().substring(PERSON.length()))
                        .flatMap(it -> Mono.justOrEmpty(it.home()))
                : Mono.empty();
    }

    /// A system may wait for random bits, so not on the caller's thread.
    private static Mono<String> fresh() {
        return Mono.fromCallable(() -> UUID.randomUUID().toString()).subscribeOn(Schedulers.boundedElastic());
    }
}
