package org.linli.postroom.web;

import java.util.List;
import org.linli.channels.Account;
import org.linli.channels.Audiences;
import org.linli.channels.SendFailure;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.outbox.LettersToMany;
import org.linli.postroom.ManyPeople;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import reactor.core.publisher.Mono;

/// Shows the page on which a message to many is written: who can be chosen, and how far the latest are.
@Component
class ShowMany {

    /// A place that can be chosen, with the names of what it lies in.
    public record Choice(String id, String name) {}

    private final Communities communities;
    private final ManyPeople people;
    private final LettersToMany letters;

    ShowMany(Communities communities, ManyPeople people, LettersToMany letters) {
        this.communities = communities;
        this.people = people;
        this.letters = letters;
    }

    /// The first look.
    ///
    /// @param said    what was done a moment ago; may be empty
    /// @param trouble a key of words; may be empty
    Mono<String> page(Account account, ManyForm form, String said, String trouble, Model model) {
        model.addAttribute("said", said);
        model.addAttribute("trouble", trouble);
        model.addAttribute("account", account);
        model.addAttribute("form", form);
        return Mono.zip(
                        communities.map(account.community()).map(ShowMany::choices),
                        lines(account),
                        tags(account, model))
                .doOnNext(found -> {
                    model.addAttribute("places", found.getT1());
                    model.addAttribute("lines", found.getT2());
                    model.addAttribute("tags", found.getT3());
                })
                .thenReturn("postroom/many");
    }

    /// Without the platform, people can still be chosen by where they live.
    private Mono<List<Audiences.Tag>> tags(Account account, Model model) {
        return Mono.justOrEmpty(people.reachedBy(account))
                .flatMapMany(it -> it.tags(account))
                .collectList()
                .doOnNext(_ -> model.addAttribute("away", false))
                .onErrorResume(SendFailure.class, _ -> {
                    model.addAttribute("away", true);
                    return Mono.just(List.of());
                });
    }

    /// How far the latest messages are.
    Mono<List<ManyLine>> lines(Account account) {
        return letters.of(account).map(ManyLine::of).collectList();
    }

    private static List<Choice> choices(CommunityMap map) {
        return ManyPeople.places(map).stream()
                .map(it -> new Choice("place-" + it.id(), map.display(it)))
                .toList();
    }
}
