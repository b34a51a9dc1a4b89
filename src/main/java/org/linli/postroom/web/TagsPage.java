package org.linli.postroom.web;

import java.util.List;
import java.util.function.Function;
import org.linli.channels.Account;
import org.linli.channels.Address;
import org.linli.channels.SendFailure;
import org.linli.community.Communities;
import org.linli.postroom.ManyPeople;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// Makes and changes the tags of an account's followers, which are kept at the platform.
@Controller
class TagsPage {

    private final AtTheManyDesk desk;
    private final Communities communities;
    private final ManyPeople people;

    TagsPage(AtTheManyDesk desk, Communities communities, ManyPeople people) {
        this.desk = desk;
        this.communities = communities;
        this.people = people;
    }

    /// Signals 400 for something that cannot be done to a tag.
    @PostMapping("/desk/many/{channel}/{id}/tags")
    Mono<String> change(@PathVariable String channel, @PathVariable String id, TagForm form) {
        return desk.account(channel, id)
                .flatMap(account -> done(account, form)
                        .onErrorResume(SendFailure.class, failure -> Mono.just(refused(form, failure)))
                        .map(said -> "redirect:" + ManyPage.path(account) + "?said=" + said));
    }

    /// @return the end of a key of words
    private Mono<String> done(Account account, TagForm form) {
        var by = people.reachedBy(account).orElseThrow();
        return switch (form.what()) {
            case "create" -> named(form, name -> by.create(account, name).thenReturn("made"));
            case "rename" ->
                named(form, name -> by.rename(account, form.which(), name).thenReturn("renamed"));
            case "delete" -> sure(form, by.delete(account, form.which()).thenReturn("deleted"));
            case "empty" -> sure(form, by.empty(account, form.which()).thenReturn("emptied"));
            case "fill" -> living(account, form, those -> by.fill(account, form.which(), those), "filled");
            case "take" -> living(account, form, those -> by.take(account, form.which(), those), "taken");
            default -> Mono.error(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        };
    }

    private static Mono<String> named(TagForm form, Function<String, Mono<String>> change) {
        return form.called().isEmpty() ? Mono.just("name") : change.apply(form.called());
    }

    private static Mono<String> sure(TagForm form, Mono<String> change) {
        return form.isSure() ? change : Mono.just("unsure");
    }

    private Mono<String> living(
            Account account, TagForm form, Function<List<Address>, Mono<Void>> change, String said) {
        return communities
                .map(account.community())
                .flatMap(map -> people.living(account, map, form.from()))
                .filter(those -> !those.isEmpty())
                .flatMap(those -> change.apply(those).thenReturn(said))
                .defaultIfEmpty("nobody");
    }

    /// A name that is taken is told by the same reason as what a platform does not do at all.
    private static String refused(TagForm form, SendFailure failure) {
        boolean names = form.what().equals("create") || form.what().equals("rename");
        return failure.reason() == SendFailure.Reason.CONTENT_REFUSED && names
                ? "name"
                : failure.reason().retryable() ? "away" : "refused";
    }
}
