package org.linli.polls.wishes.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.linli.cases.PictureKept;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.polls.rounds.Propose;
import org.linli.polls.rounds.Propose.Prepared;
import org.linli.polls.rounds.Wish;
import org.linli.polls.wishes.web.OpenDoors.Come;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/// A resident's own page about proposals, behind a link that was told in private: proposes, and shows what
/// resembles it before it is sent.
@Controller
class ProposePage {

    static final String PATH = "/propose/{community}/{ticket:[0-9a-f]{40}}";
    static final Retry AGAIN =
            Retry.max(5).filter(Conflict.class::isInstance).onRetryExhaustedThrow((_, last) -> last.failure());

    private final OpenDoors doors;
    private final Propose propose;
    private final ReadPictures pictures;
    private final ShowProposing show;
    private final Effects effects;

    ProposePage(OpenDoors doors, Propose propose, ReadPictures pictures, ShowProposing show, Effects effects) {
        this.doors = doors;
        this.propose = propose;
        this.pictures = pictures;
        this.show = show;
        this.effects = effects;
    }

    @GetMapping(PATH)
    Mono<String> page(
            @PathVariable String community,
            @PathVariable String ticket,
            @RequestParam(defaultValue = "") String said,
            Model model) {
        model.addAttribute("said", said.matches("taken|supported|unsupported|late|consented-[A-Z]{4,7}") ? said : "");
        return doors.come(community, ticket)
                .flatMap(it ->
                        fresh().flatMap(send -> show.shown(it, ProposalForm.empty(send), Map.of(), List.of(), model)));
    }

    @PostMapping(PATH)
    Mono<String> propose(@PathVariable String community, @PathVariable String ticket, ProposalForm form, Model model) {
        return doors.come(community, ticket)
                .flatMap(it -> pictures.read(it.who().community(), form)
                        .flatMap(kept -> proposed(it, form, kept, model))
                        .onErrorResume(
                                ReadPictures.NoPicture.class,
                                _ -> show.shown(
                                        it, form, Map.of("pictures", "propose.trouble.PICTURE"), List.of(), model)));
    }

    private Mono<String> proposed(Come come, ProposalForm form, List<PictureKept> kept, Model model) {
        var all = Stream.concat(
                        form.earlier().stream(), kept.stream().map(it -> it.id().toString()))
                .limit(ProposalForm.MOST_PICTURES)
                .toList();
        var typed = form.keeping(all);
        var troubles = new LinkedHashMap<>(typed.troubles(come.map()));
        if (form.hasTooManyPictures()) {
            troubles.put("pictures", "propose.trouble.MANY_PICTURES");
        }
        if (!troubles.isEmpty()) {
            return effects.commit(kept).then(show.shown(come, typed, troubles, List.of(), model));
        }
        return Mono.defer(() -> propose.prepare(wish(come, typed)))
                .flatMap(it -> it.alike().isEmpty() || typed.isAnother()
                        ? taken(come, it, kept)
                        : effects.commit(kept).then(show.shown(come, typed, Map.of(), it.alike(), model)))
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

    /// A system may wait for random bits, so not on the caller's thread.
    private static Mono<String> fresh() {
        return Mono.fromCallable(() -> UUID.randomUUID().toString()).subscribeOn(Schedulers.boundedElastic());
    }
}
